// What a supplier sends back, as a file: our own, or a workbook.

import { answerFile } from "./files.js";

/**
 * @typedef {import("../elements/words.js").Words} Words
 * @typedef {import("./begun.js").Answer} Answer
 * @typedef {import("./files.js").Opened} Opened
 * @typedef {(t: Words) => Promise<{book: typeof import("./answer-book.js").book}>} Files
 */

/** @param {string} kind @param {Opened} document @param {Answer} answer @param {Words} t
 * @param {Files} files brings what makes a workbook */
export async function fileOf(kind, document, answer, t, files) {
  if (kind === "xlsx") return (await files(t)).book(document, answer, t);
  const made = answerFile(document, answer.supplier, answer.answers, answer.form);
  return { type: "application/json", content: JSON.stringify(made, null, 1) };
}
