// Annex 1 in two languages side by side: the customer's own, and the one that the document is
// written in. Pure.

import { numbered } from "./document.js";

/**
 * @typedef {import("../elements/words.js").Words} Words
 * @typedef {import("../formats/docx.js").Table} Table
 * @typedef {import("./document.js").Doc} Doc
 * @typedef {import("./document.js").Numbered} Numbered
 * @typedef {{doc: Doc, t: Words, language: string}} Beside the document as its customer has
 *   written it, with the words and the code of that language
 */

const WIDTHS = [1.6, 6.6, 6.6, 2.6]; // cm: number, the text twice, priority

/** «Krav / Requirements»; once where both say the same.
 * @param {string} own @param {string} other */
const pair = (own, other) => (own === other ? own : `${own} / ${other}`);

/** The words of both, the customer's own first. @param {Words} own @param {Words} other
 * @returns {Words} */
export const inBoth = (own, other) => (key, values) => pair(own(key, values), other(key, values));

/** The document with its headings and numbers in both. @param {Doc} doc @param {Doc} own
 * @returns {Doc} */
export const joined = (doc, own) => ({
  ...doc,
  requirements: doc.requirements.map((one, n) => ({
    ...one,
    group: pair(own.requirements[n].group, one.group),
  })),
  numbers: doc.numbers.map((one, n) => ({
    ...one,
    title: pair(own.numbers[n].title, one.title),
    shown: pair(own.numbers[n].shown, one.shown),
  })),
});

/** The head of a column with the customer's own text; none in a document in one language.
 * @param {Beside} [beside] */
export const ownHead = (beside) => (beside ? [beside.t("text")] : []);

/** What stands in it. @param {Beside | undefined} beside @param {number} n the row */
export const ownText = (beside, n) => (beside ? [numbered(beside.doc)[n].text] : []);

/** What is asked, its text in a column of each language. What the customer has written stands once.
 * @param {Numbered[]} rows @param {Words} both @param {Beside} beside @param {Words} other
 * @returns {Table} */
export function side(rows, both, { doc, t: own, language }, other) {
  const texts = new Map(numbered(doc).map(({ number, text }) => [number, text]));
  const named = (/** @type {Words} */ t) => t("text");
  const numbers = (/** @type {Words} */ t) => t("number");
  // The number is called what it is called where replies are read: a table without that is no table
  // of ours, and its rows were told as doubts.
  const head = (/** @type {Words} */ t) => [
    ...[numbers(other), named(own), named(other), t("priority")],
  ];
  const level = (/** @type {Words} */ t, /** @type {string} */ name) => t(`priority.${name}`);
  return {
    widths: WIDTHS,
    languages: ["", language, "", ""],
    head: head(both),
    rows: rows.map(({ number, text, priority }) => [
      ...[number, texts.get(number) ?? "", text, level(both, priority)],
    ]),
  };
}
