// Replies out of tables that a supplier has filled in, in Word or a spreadsheet. Pure.

import { isNumber, reply } from "./files.js";

const MOST_SHOWN = 60;
const WORDS = {
  yes: ["ja", "oppfylt", "oppfylles", "yes", "x", "ok"],
  partly: ["delvis", "delvis oppfylt", "partly"],
  no: ["nei", "ikke oppfylt", "no"],
};

/**
 * @typedef {import("./files.js").Reply} Reply
 * @typedef {{answers: Record<string, Reply>, unread: [number: string, text: string][]}} Rows
 */

/**
 * What a supplier has written in a reply column, as one of the three; «» when it is none.
 * @param {string} text
 */
export function understood(text) {
  const word = text.trim().toLowerCase().replace(/[.!]$/, "");
  return Object.entries(WORDS).find(([, words]) => words.includes(word))?.[0] ?? "";
}

/**
 * Rows of a table with a head (from .docx or .csv) as answers; what could not be read is told.
 * @param {string[][]} rows
 * @param {string[]} heads the words of our columns: number, reply, text, link, price
 * @returns {Rows | null}
 */
export function fromRows(rows, heads) {
  const at = rows.findIndex((row) => row.some((cell) => cell.trim() === heads[0]));
  if (at < 0) return null;
  const column = heads.map((head) => rows[at].findIndex((cell) => cell.trim().startsWith(head)));
  /** @type {Record<string, Reply>} */
  const answers = Object.create(null);
  /** @type {[string, string][]} */
  const unread = [];
  for (const row of rows.slice(at + 1)) {
    const [number, said, text, link, price] = column.map((n) => (row[n] ?? "").trim());
    if (!isNumber(number)) continue;
    const found = understood(said);
    if (!found) unread.push([number, said.slice(0, MOST_SHOWN)]);
    answers[number] = reply({ reply: found, text, link, price });
  }
  return Object.keys(answers).length ? { answers, unread } : null;
}
