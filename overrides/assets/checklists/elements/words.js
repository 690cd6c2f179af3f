// What an element says comes with the page, as JSON in an attribute: asked for by key, filled here.

import { fill } from "./fill.js";

/**
 * @typedef {(key: string, values?: Record<string, string | number>) => string} Words
 *   The words of a key, with `{name}` filled from `values`. Tests find every key that is asked for:
 *   so a key is a text, or a text that begins so (`priority.${name}`), and the name here is `t`.
 */

/** @param {string | undefined} json what the page has written @returns {Words} */
export function wordsOf(json) {
  /** @type {Record<string, string>} */
  const words = JSON.parse(json ?? "{}");
  return (key, values = {}) => fill(Object.hasOwn(words, key) ? words[key] : key, values);
}

/** The words of a document in the other languages of the site. @param {HTMLElement} [root]
 * @returns {Words[]} */
export const tonguesOf = (root) =>
  JSON.parse(root?.dataset.tongues || "[]").map((/** @type {object} */ words) =>
    wordsOf(JSON.stringify(words)),
  );
