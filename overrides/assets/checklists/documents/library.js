// What a supplier has answered before, kept in this browser: offered where the same is asked again,
// never filled in unasked. Pure.

import { isName } from "../answers/fields.js";
import { isMap } from "../answers/local.js";
import { reply } from "./files.js";
import { text } from "./parts.js";

/**
 * @typedef {import("./files.js").Asked} Asked
 * @typedef {import("./files.js").Opened} Opened
 * @typedef {import("./files.js").Reply} Reply
 * @typedef {{asked: string, reply: string, text: string, link: string, from: string,
 *   when: string}} Remembered `from`: the document; `when`: the day, YYYY-MM-DD
 * @typedef {Record<string, Remembered>} Library by the requirement's id
 */

const MOST = 500; // requirements; the oldest go first
const ALIKE = 0.6; // how much of the words two requirements must share
const MOST_ASKED = 10000;

/** What is kept of earlier answers; null when it cannot be read.
 * @param {string} kept @returns {Library | null} */
export function libraryOf(kept) {
  let made;
  try {
    made = JSON.parse(kept || "{}");
  } catch {
    return null;
  }
  if (!isMap(made)) return null;
  const rows = Object.entries(made).flatMap(([id, one]) => {
    if (!isName(id) || !isMap(one)) return [];
    const { reply: said, text: words, link } = reply(one);
    const about = { asked: text(one.asked, MOST_ASKED), from: text(one.from, 200) };
    const row = { ...about, reply: said, text: words, link, when: text(one.when, 10) };
    return words || link ? [/** @type {const} */ ([id, row])] : [];
  });
  return Object.fromEntries(rows);
}

/**
 * With what has now been answered in words.
 * @param {Library} library @param {Opened} document @param {Record<string, Reply>} answers
 * @param {string} when the day @returns {Library}
 */
export function remembered(library, document, answers, when) {
  const now = document.requirements.flatMap(({ id, number, text: asked }) => {
    const { reply: said, text: words, link } = reply(answers[number] ?? {});
    const row = { asked, reply: said, text: words, link, from: document.name, when };
    return words || link ? [/** @type {const} */ ([id, row])] : [];
  });
  const all = Object.entries({ ...library, ...Object.fromEntries(now) });
  const kept = all.sort(([, a], [, b]) => (a.when < b.when ? 1 : -1)).slice(0, MOST);
  return Object.fromEntries(kept);
}

/** @param {string} words */
const wordsOf = (words) =>
  new Set(words.toLowerCase().match(/[\p{L}\d]{3,}/gu)?.filter((word) => word !== "leverandøren"));

/** How alike two texts are: of all their words, the share that is in both.
 * @param {string} one @param {string} other */
export function alike(one, other) {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  const both = [...a].filter((word) => b.has(word)).length;
  return both / (a.size + b.size - both || 1);
}

/**
 * What was answered when the same was asked, or the most alike; null when nothing was.
 * @param {Library} library @param {Asked} asked @returns {Remembered | null}
 */
export function offered(library, { id, text: words }) {
  const same = library[id];
  // Words may have changed under one id: then it is another question.
  if (same && alike(same.asked, words) >= ALIKE) return same;
  const near = Object.values(library)
    .map((one) => ({ one, near: alike(one.asked, words) }))
    .sort((a, b) => b.near - a.near);
  return near[0]?.near >= ALIKE ? near[0].one : null;
}
