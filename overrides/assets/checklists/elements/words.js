// What an element says comes with the page, as JSON in an attribute: asked for by key, filled here.

import { fill } from "./fill.js";

/**
 * @typedef {(key: string, values?: Record<string, string | number>) => string} Words
 *   The words of a key, with `{name}` filled from `values`. Tests find every key that is asked for:
 *   so a key is a text, or a text that begins so (`priority.${name}`), and the name here is `t`.
 */

/** @type {WeakMap<Words, Record<string, string>>} */
const known = new WeakMap();

/** @param {string | undefined} json what the page has written @returns {Words} */
export function wordsOf(json) {
  /** @type {Record<string, string>} */
  const words = JSON.parse(json ?? "{}");
  /** @type {Words} */
  const t = (key, values = {}) => fill(Object.hasOwn(words, key) ? words[key] : key, values);
  known.set(t, words);
  return t;
}

/** Has `t` say more. @param {Words} t @param {Record<string, string>} more */
export const learn = (t, more) => Object.assign(known.get(t) ?? {}, more);

/** The words of a document in the other languages of the site. @param {HTMLElement} [root]
 * @returns {Words[]} */
export const tonguesOf = (root) =>
  JSON.parse(root?.dataset.tongues || "[]").map((/** @type {object} */ words) =>
    wordsOf(JSON.stringify(words)),
  );
