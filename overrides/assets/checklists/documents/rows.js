// Replies out of tables that a supplier has filled in. Pure.

import { reply } from "./files.js";

/** What a supplier has written in a reply column, as one of the three; «» when it is none. */
export function understood(text) {
  const word = text.trim().toLowerCase().replace(/[.!]$/, "");
  if (["ja", "oppfylt", "oppfylles", "yes", "x", "ok"].includes(word)) return "yes";
  if (["delvis", "delvis oppfylt", "partly"].includes(word)) return "partly";
  if (["nei", "ikke oppfylt", "no"].includes(word)) return "no";
  return "";
}

/** Rows of a table with a head (from .docx or .csv) as answers; what could not be read is told.
 * @param {string[][]} rows @param {string[]} heads the words of our columns: number, reply, text, link, price */
export function fromRows(rows, heads) {
  const at = rows.findIndex((row) => row.some((cell) => cell.trim() === heads[0]));
  if (at < 0) return null;
  const column = heads.map((head) => rows[at].findIndex((cell) => cell.trim().startsWith(head)));
  const answers = Object.create(null);
  const unread = [];
  for (const row of rows.slice(at + 1)) {
    const number = row[column[0]]?.trim() ?? "";
    if (!/^K[1-9]\d{0,3}$/.test(number)) continue;
    const cell = (n) => (column[n] < 0 ? "" : (row[column[n]] ?? ""));
    const found = understood(cell(1));
    if (!found) unread.push([number, cell(1).trim().slice(0, 60)]);
    answers[number] = reply({ reply: found, text: cell(2).trim(), link: cell(3).trim(), price: cell(4).trim() });
  }
  return Object.keys(answers).length ? { answers, unread } : null;
}
