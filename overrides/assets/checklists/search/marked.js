// A text as a hit shows it: what was matched is marked, a long one is cut to where most was.

import { node } from "../elements/node.js";

/**
 * @typedef {import("./words.js").Words} Words
 * @typedef {(text: string) => (Node | string)[]} Mark
 */

const AROUND = 150; // letters of a text that is shown
const BEFORE = 40; // of them before the first that was matched
const CODE = /^\p{L}+\d/u;
const LEAST_INSIDE = 4; // letters of a stem that counts within a word too

/** Marks what stands with these stems. @param {Set<string>} stems @param {Words} words
 * @returns {Mark} */
export const marker = (stems, words) => (text) => {
  /** @type {(Node | string)[]} */
  const made = [];
  let last = 0;
  for (const [start, end] of hits(text, stems, words)) {
    made.push(text.slice(last, start), node("mark", {}, text.slice(start, end)));
    last = end;
  }
  return [...made, text.slice(last)];
};

/**
 * The places of a text that were matched: [start, end].
 * @param {string} text @param {Set<string>} stems @param {Words} words
 */
function hits(text, stems, words) {
  const inside = [...stems].filter((stem) => stem.length >= LEAST_INSIDE);
  const matched = (/** @type {string} */ form) =>
    stems.has(words.stem(form)) || inside.some((stem) => form.includes(stem));
  return words
    .tokens(text)
    .filter(({ forms }) => forms.some(matched))
    // A code such as AV-6.01f is not what a word in it says.
    .filter(({ forms }) => !CODE.test(forms[0]) || stems.has(forms[0]))
    .filter(({ forms }) => forms.length > 1 || !words.stop.has(forms[0]))
    .map(({ at, end }) => [at, end]);
}

/** The stretch of a long text that holds most of what was matched. @param {string} text
 * @param {Mark} mark */
export function around(text, mark) {
  if (text.length <= AROUND) return text;
  const most = fullest(mark(text));
  if (most < AROUND / 2) return `${text.slice(0, text.indexOf(" ", AROUND) + 1 || undefined)}…`;
  const start = text.lastIndexOf(" ", most - BEFORE) + 1;
  const end = text.indexOf(" ", start + AROUND);
  return `… ${text.slice(start, end < 0 ? undefined : end)}${end < 0 ? "" : " …"}`;
}

/** The place after which most was matched. @param {(Node | string)[]} parts */
function fullest(parts) {
  /** @type {number[]} */
  const places = [];
  let at = 0;
  for (const part of parts) {
    if (typeof part !== "string") places.push(at);
    at += (typeof part === "string" ? part : (part.textContent ?? "")).length;
  }
  const within = (/** @type {number} */ place) =>
    places.filter((other) => other >= place && other < place + AROUND).length;
  return places.reduce(
    (best, place) => {
      const count = within(place);
      return count > best.count ? { place, count } : best;
    },
    { place: 0, count: 0 },
  ).place;
}
