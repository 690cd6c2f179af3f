// What of an opened answer is not for certain, in words: for the whole file and for each reply.

import { node } from "../elements/node.js";

/**
 * @typedef {import("../elements/words.js").Words} Words
 * @typedef {import("./compared.js").Compared} Compared
 * @typedef {import("./rows.js").Doubt} Doubt
 */

const MOST_LINES = 40;

/** @param {Doubt} doubt @param {Words} t */
export const doubtWords = ([, why, words], t) => t(`doubt.${why}`, { words: words || "–" });

/**
 * All doubts as a list that folds, so that a file with many does not fill the page.
 * @param {Compared} one @param {Words} t @returns {HTMLElement[]}
 */
export function doubtList({ doubts = [] }, t) {
  if (!doubts.length) return [];
  const lines = doubts.slice(0, MOST_LINES).map((doubt) => {
    const [number] = doubt;
    const words = doubtWords(doubt, t);
    return node("li", {}, node("bdi", {}, number ? `${number}: ${words}` : words));
  });
  const left = doubts.length - lines.length;
  if (left > 0) lines.push(node("li", {}, t("doubts_more", { n: left })));
  const head = node("p", { class: "checklist__where--warn" }, t("doubts", { n: doubts.length }));
  return [head, node("ul", {}, ...lines)];
}

/** The doubts of one reply. @param {Compared} one @param {string} number @param {Words} t */
export const doubtsOf = ({ doubts = [] }, number, t) =>
  doubts.filter(([of]) => of === number).map((doubt) => doubtWords(doubt, t));

/** Whether a field of a reply is not for certain. @param {Pick<Compared, "doubts">} one
 * @param {string} number @param {string} field */
export const isDoubted = ({ doubts = [] }, number, field) =>
  doubts.some(([of, , , where]) => of === number && where === field);
