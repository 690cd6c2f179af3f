// What is kept of an evaluation, and how much: by one rule for writing and reading. Pure.
//
// Every setting, evaluator, score of a requirement, lifted demand and part of the decision is kept
// by itself beside the document's other parts, so that two who work on it merge. A document without
// them is one that nobody has evaluated yet.

import { isDay, isTime } from "../answers/fields.js";
import { isMap } from "../answers/local.js";
import { isNumber } from "./files.js";
import { json, key, readUnder, text as kept, under } from "./kept.js";
import { MODELS } from "./models.js";
import { text } from "./parts.js";
import { isPlace } from "./places.js";
import { pointed } from "./price.js";
import { MOST_SCORE } from "./quality.js";

export const MOST = { suppliers: 10, evaluators: 20, name: 120, note: 1000, long: 4000 };
const MOST_WEIGHT = 100;
const MOST_KRONER = 1e12;
const MOST_AMOUNT = 1e7;
const MOST_ROUND = 99;
const UNSAID = ["once", "month", "year"];
/** What is taken for granted when nobody has said anything else. */
const DEFAULTS = { model: "linear", quality: 60, price: 40, bend: 50, unsaid: "once", round: 1 };
export const DECISION = ["winner", "why", "reservations", "who", "day"];

/**
 * @typedef {import("../answers/state.js").Project} Project
 * @typedef {import("./kept.js").Pair} Pair
 * @typedef {{model: string, quality: number, price: number, bend: number, value: number | null,
 *   years: number | null, unsaid: string, hidden: boolean, round: number}} Settings `years`: null
 *   when the document is to say it; `hidden`: who scores does not see the suppliers' names
 * @typedef {{name: string, locked: string, round: number}} Evaluator `locked`: when, «» when not
 * @typedef {[score: number, note: string]} Score of one answer
 * @typedef {Record<string, Score>} Scores by supplier
 * @typedef {{total: number | null, note: string}} Own what we say that a supplier costs
 */

/** @param {unknown} thing @param {number} least @param {number} most */
function within(thing, least, most) {
  const number = typeof thing === "number" ? thing : NaN;
  return number >= least && number <= most ? number : null;
}

/** A number as people write it; null when it is none that fits. @param {string} words
 * @param {number} least @param {number} most */
export function numberOf(words, least, most) {
  const bare = words.replace(/[\s\u00a0%]/g, "").replace(",", ".");
  return /^\d+(?:\.\d+)?$/.test(bare) ? within(Number(bare), least, most) : null;
}

/** How settings are read out of texts; null where one is none. */
/** @type {Record<keyof Settings, (words: string) => any>} */
const SETTINGS = {
  model: (words) => (MODELS.includes(words) ? words : null),
  quality: (words) => numberOf(words, 0, MOST_WEIGHT),
  price: (words) => numberOf(words, 0, MOST_WEIGHT),
  bend: (words) => numberOf(words, 1, MOST_WEIGHT - 1),
  value: (words) => numberOf(words, 0, MOST_KRONER),
  years: (words) => numberOf(words, 0.1, 30),
  unsaid: (words) => (UNSAID.includes(words) ? words : null),
  hidden: (words) => words === "yes",
  round: (words) => numberOf(words, 1, MOST_ROUND),
};

/** @param {Project} project @param {string} id @returns {Settings} */
export function settings(project, id) {
  const said = (/** @type {string} */ name) => kept(project, id, "v", name);
  const read = Object.entries(SETTINGS).map(([name, of]) => [name, of(said(name))]);
  const good = read.filter(([, made]) => made !== null);
  const made = { ...DEFAULTS, value: null, years: null, ...Object.fromEntries(good) };
  return /** @type {Settings} */ (made);
}

/**
 * A setting; null for what is none, so that it can be told. An empty text takes it back.
 * @param {string} id @param {string} name @param {string} words @returns {Pair | null}
 */
export function setting(id, name, words) {
  const said = typed(words);
  const read = SETTINGS[/** @type {keyof Settings} */ (name)];
  if (!read || (said && read(said) === null)) return null;
  const number = !["model", "unsaid", "hidden"].includes(name);
  return [key(id, "v", name), number && said ? String(read(said)) : said];
}

// «250.000» is a quarter of a million to who types it. What is kept has its point before decimals.
/** @param {string} words */
function typed(words) {
  const said = words.trim();
  return pointed(said) ? said.replaceAll(".", "") : said;
}

/** A unit as part of a key. @param {string} unit */
const slug = (unit) =>
  unit
    .toLowerCase()
    .replaceAll("æ", "ae")
    .replaceAll("ø", "oe")
    .replaceAll("å", "aa")
    .replace(/[^a-z0-9]/g, "")
    .slice(0, 40);

/** How many of each unit. @param {Project} project @param {string} id @param {string[]} units
 * @returns {Record<string, number>} */
export const amounts = (project, id, units) =>
  Object.fromEntries(
    units.flatMap((unit) => {
      const found = numberOf(kept(project, id, "v", "u", slug(unit)), 0, MOST_AMOUNT);
      return found === null ? [] : [[unit, found]];
    }),
  );

/** Null for what is no amount. @param {string} id @param {string} unit @param {string} words
 * @returns {Pair | null} */
export function amount(id, unit, words) {
  const said = typed(words);
  const found = numberOf(said, 0, MOST_AMOUNT);
  return said && found === null ? null : [key(id, "v", "u", slug(unit)), said && String(found)];
}

/** @param {unknown} made @returns {Evaluator | null} */
export function evaluatorOf(made) {
  const name = isMap(made) ? text(made.name, MOST.name) : "";
  if (!isMap(made) || !name) return null;
  const locked = isTime(made.locked) ? made.locked : "";
  return { name, locked, round: within(made.round, 1, MOST_ROUND) ?? 1 };
}

/** @param {Project} project @param {string} id @returns {[id: string, made: Evaluator][]} */
export const evaluators = (project, id) =>
  under(project, id, "p")
    .flatMap(([rest, made]) => {
      const found = evaluatorOf(made);
      return found ? [/** @type {[string, Evaluator]} */ ([rest, found])] : [];
    })
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .slice(0, MOST.evaluators);

/** @param {string} id @param {string} who @param {Evaluator | null} made null takes it out
 * @returns {Pair} */
export const evaluator = (id, who, made) => [
  key(id, "p", who),
  made ? JSON.stringify(evaluatorOf(made) ?? {}) : "",
];

/** Scores of one requirement; what is outside the scale is left out. @param {unknown} made
 * @returns {Scores} */
export function scoresOf(made) {
  const all = isMap(made) ? Object.entries(made) : [];
  const good = all.flatMap(([supplier, one]) => {
    const [score, note] = Array.isArray(one) ? one : [];
    const found = Number.isInteger(score) ? within(score, 0, MOST_SCORE) : null;
    return isPlace(supplier) && found !== null ? [[supplier, [found, text(note, MOST.note)]]] : [];
  });
  return Object.fromEntries(good);
}

const scoresUnder = readUnder(scoresOf);

/** [number, scores] of what an evaluator has scored, or of what all agreed on («c»).
 * @param {Project} project @param {string[]} parts @returns {Map<string, Scores>} */
const scored = (project, ...parts) =>
  new Map(
    scoresUnder(project, ...parts).flatMap(([rest, made]) => {
      const number = rest.toUpperCase();
      return isNumber(number) ? [[number, made]] : [];
    }),
  );

/** @param {Project} project @param {string} id @param {string} who */
export const scores = (project, id, who) => scored(project, id, "e", who);

/** @param {Project} project @param {string} id */
export const agreed = (project, id) => scored(project, id, "c");

/** @param {string} id @param {string} who @param {string} number @param {Scores} made
 * @returns {Pair} */
export const score = (id, who, number, made) => [
  key(id, "e", who, number.toLowerCase()),
  JSON.stringify(scoresOf(made)),
];

/** @param {string} id @param {string} number @param {Scores} made @returns {Pair} */
export const agreement = (id, number, made) => [
  key(id, "c", number.toLowerCase()),
  JSON.stringify(scoresOf(made)),
];

/** Why an absolute requirement that a supplier does not meet is not to count against it.
 * @param {Project} project @param {string} id @returns {Record<string, string>} by «s1 K4» */
export const lifted = (project, id) =>
  Object.fromEntries(
    under(project, id, "l").flatMap(([rest, made]) => {
      const [supplier, number] = rest.split("-");
      const why = text(made, MOST.note);
      return why ? [[`${supplier} ${(number ?? "").toUpperCase()}`, why]] : [];
    }),
  );

/** @param {string} id @param {string} supplier @param {string} number @param {string} why
 * @returns {Pair} */
export const lift = (id, supplier, number, why) => [
  key(id, "l", supplier, number.toLowerCase()),
  why.trim() ? JSON.stringify(text(why.trim(), MOST.note)) : "",
];

/** @param {Project} project @param {string} id @param {string} supplier @returns {Own} */
export function own(project, id, supplier) {
  const made = json(kept(project, id, "t", supplier));
  if (!isMap(made)) return { total: null, note: "" };
  return { total: within(made.total, 0, MOST_KRONER), note: text(made.note, MOST.note) };
}

/** Null for what is no price. @param {string} id @param {string} supplier @param {string} words
 * @param {string} note @returns {Pair | null} */
export function priced(id, supplier, words, note) {
  const total = numberOf(typed(words), 0, MOST_KRONER);
  if (words.trim() && total === null) return null;
  return [key(id, "t", supplier), JSON.stringify({ total, note: text(note, MOST.note) })];
}

/** @param {Project} project @param {string} id @returns {Record<string, string>} */
export const decision = (project, id) =>
  Object.fromEntries(
    DECISION.map((name) => [name, text(kept(project, id, "d", name), MOST.long)]),
  );

/** Null for a day that is none. @param {string} id @param {string} name @param {string} words
 * @returns {Pair | null} */
export const decided = (id, name, words) =>
  name === "day" && words && !isDay(words) ? null : [key(id, "d", name), text(words, MOST.long)];
