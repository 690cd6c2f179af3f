// A supplier's answer out of whatever file it comes in: our own, Word or a spreadsheet.

import { MOST_BYTES } from "../elements/files.js";
import * as csv from "../formats/csv.js";
import * as docx from "../formats/docx-read.js";
import { cleaned } from "../formats/text.js";
import { MOST } from "./document.js";
import { columns, editionOf } from "./edition.js";
import { fromAnswerFile } from "./files.js";
import { fromRows } from "./rows.js";

/**
 * @typedef {import("../elements/words.js").Words} Words
 * @typedef {import("./kept.js").Supplier} Supplier
 * @typedef {{answer: Partial<Supplier> & Pick<Supplier, "answers">, problem?: undefined}
 *   | {problem: string}} Read `problem` is a key of the words
 */

/**
 * An answer from an answer file, a .docx or a .csv that was filled in.
 * @param {File} file @param {Words} t @returns {Promise<Read>}
 */
export async function readAnswer(file, t) {
  if (file.size > MOST_BYTES) return { problem: "big" };
  const bytes = new Uint8Array(await file.arrayBuffer());
  const zipped = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (zipped) {
    const found = await docx.read(bytes);
    if (found.problem !== undefined) return { problem: found.problem };
    return fromTable(found.rows, found.text, t) ?? { problem: "not_docx" };
  }
  const text = csv.decoded(bytes);
  if (/^[\s\ufeff]*[{[]/.test(text)) return fromAnswerFile(text);
  return fromTable(csv.read(text), text, t) ?? { problem: "not_answer" };
}

/**
 * Null when no table has our columns. Each table of a .docx has a head of its own; the first one
 * names the columns of all.
 * @param {string[][]} rows @param {string} text @param {Words} t @returns {Read | null}
 */
function fromTable(rows, text, t) {
  const found = fromRows(rows, columns(t));
  if (!found) return null;
  if (found.unread.length === Object.keys(found.answers).length) return { problem: "no_reply" };
  const said = rows.find((row) => row[0]?.trim() === t("supplier"))?.[1]?.trim();
  const supplier = said ? { supplier: cleaned(said).slice(0, MOST.name) } : {};
  return { answer: { ...found, ...supplier, ...editionOf(text, t) } };
}
