// The files of an evaluation: what an evaluator gets, without prices, and what comes back. Pure.

import { isName, isTime } from "../answers/fields.js";
import { isMap } from "../answers/local.js";
import { MOST, evaluatorOf, scoresOf } from "./evaluated.js";
import { fromFile, isNumber, toOpened } from "./files.js";
import { text } from "./parts.js";
import { isPlace } from "./places.js";
import { supplierOf } from "./supplied.js";

const VERSION = 1;

/**
 * @typedef {import("./evaluated.js").Scores} Scores
 * @typedef {import("./files.js").Opened} Opened
 * @typedef {import("./kept.js").Supplier} Supplier
 * @typedef {{kind: "case", document: Opened, round: number, hidden: boolean,
 *   suppliers: [id: string, made: Supplier][]}} Case
 * @typedef {{kind: "scores", document: string, edition: string, round: number, id: string,
 *   name: string, locked: string, outside: number, scores: [number: string, made: Scores][]}} Given
 *   `outside`: scores that are none of the scale's
 */

/** An answer without its prices, and without its name when names are hidden.
 * @param {Supplier} made @param {string} name */
const bare = (made, name) => ({
  supplier: name,
  answers: Object.fromEntries(
    Object.entries(made.answers).map(([number, one]) => [number, { ...one, price: "" }]),
  ),
});

/** True for an answer that may have come so. @param {Supplier} made */
export const isBare = ({ form, answers }) =>
  !form && Object.values(answers).every(({ price }) => !price);

/**
 * What an evaluator gets.
 * @param {Opened} document @param {(Supplier & {id: string})[]} suppliers
 * @param {{round: number, hidden: boolean}} now
 * @param {(n: number) => string} lettered what a supplier is called when names are hidden
 */
export const toCase = (document, suppliers, { round, hidden }, lettered) => ({
  format: "vurdering",
  version: VERSION,
  round,
  hidden,
  document,
  suppliers: suppliers.map((one, n) => ({
    id: one.id,
    ...bare(one, hidden ? lettered(n) : one.supplier),
  })),
});

/**
 * What comes back.
 * @param {{id: string, edition: string}} document
 * @param {{id: string, name: string, locked: string, round: number,
 *   scores: Map<string, Scores>}} judge
 */
export const toScores = (document, { id, name, locked, round, scores }) => ({
  format: "poeng",
  version: VERSION,
  document: document.id,
  edition: document.edition,
  round,
  evaluator: { id, name, locked },
  scores: Object.fromEntries(scores),
});

/**
 * Either of the two, or the key of what is wrong with it.
 * @param {string} words @returns {Case | Given | {kind: "", problem: string}}
 */
export function read(words) {
  let found;
  try {
    found = JSON.parse(words.replace(/^\ufeff/, ""));
  } catch {
    return { kind: "", problem: "json" };
  }
  const made = isMap(found) ? found : {};
  if (made.format === "vurdering") return caseOf(made);
  if (made.format === "poeng") return givenOf(made);
  return { kind: "", problem: "no_evaluation" };
}

/** @param {Record<string, unknown>} made @returns {Case | {kind: "", problem: string}} */
function caseOf(made) {
  const opened = fromFile(toOpened(made.document));
  if (opened.problem !== undefined) return { kind: "", problem: opened.problem };
  const { document } = opened;
  const all = Array.isArray(made.suppliers) ? made.suppliers.slice(0, MOST.suppliers) : [];
  const suppliers = all.flatMap((one) => {
    const id = isMap(one) ? String(one.id) : "";
    const pair = /** @type {[string, Supplier]} */ ([id, supplierOf(one)]);
    return isPlace(id) ? [pair] : [];
  });
  if (!suppliers.length) return { kind: "", problem: "no_evaluation" };
  return { kind: "case", document, ...round(made.round), hidden: made.hidden === true, suppliers };
}

/** @param {unknown} given */
const round = (given) => ({ round: Number.isInteger(given) ? Number(given) : 1 });

/** @param {Record<string, unknown>} made @returns {Given | {kind: "", problem: string}} */
function givenOf(made) {
  const who = isMap(made.evaluator) ? made.evaluator : {};
  const id = String(who.id ?? "");
  const named = evaluatorOf({ ...who, ...round(made.round) });
  if (!named || !isName(id) || id.includes("-") || id.length > 16) {
    return { kind: "", problem: "no_evaluation" };
  }
  const all = isMap(made.scores) ? Object.entries(made.scores) : [];
  const good = all.filter(([number]) => isNumber(number));
  return {
    kind: "scores",
    document: text(made.document, 16),
    edition: text(made.edition, 20),
    ...round(made.round),
    id,
    name: named.name,
    locked: isTime(who.locked) ? who.locked : "",
    outside: good.reduce((n, [, one]) => n + outsideOf(one), 0),
    scores: good.map(([number, one]) => [number, scoresOf(one)]),
  };
}

/** How many scores of a requirement are outside the scale. @param {unknown} made */
const outsideOf = (made) =>
  isMap(made) ? Object.keys(made).length - Object.keys(scoresOf(made)).length : 1;
