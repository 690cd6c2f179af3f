// What a customer has changed round the same requirements, in words: the deadline, how many users.

import { FRAME } from "./document.js";

/**
 * @typedef {import("../elements/words.js").Words} Words
 * @typedef {import("./files.js").Opened} Opened
 */

/** @param {Opened} before @param {Opened} now @param {Words} t @returns {string[]} */
export function changedIn(before, now, t) {
  const frame = FRAME.filter((name) => before.frame[name] !== now.frame[name]);
  const many = (/** @type {Opened} */ { form }) => JSON.stringify(form ?? []);
  const words = frame.map((name) => t(`frame.${name}`));
  return many(before) === many(now) ? words : [...words, t("form_amount")];
}
