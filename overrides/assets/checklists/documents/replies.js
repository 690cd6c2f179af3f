// A supplier's answer out of whatever file it comes in: our own, Word or a spreadsheet.

import { MOST_BYTES } from "../elements/files.js";
import { tonguesOf } from "../elements/words.js";
import * as csv from "../formats/csv-read.js";
import * as docx from "../formats/docx-read.js";
import { decoded } from "../formats/encoding.js";
import { fromTexts } from "../formats/grid.js";
import { archiveKind, kindOf } from "../formats/kind.js";
import { Office } from "../formats/office.js";
import { seen } from "../formats/seen.js";
import { cleaned } from "../formats/text.js";
import * as xlsx from "../formats/xlsx-read.js";
import { askedIn } from "./asked-text.js";
import { MOST, REPLIES } from "./document.js";
import { columns, editionOf, formHeads } from "./edition.js";
import { formHeadsIn, fromForm } from "./form-rows.js";
import { fromAnswerFile } from "./files.js";
import { fromTables, named } from "./rows.js";

/**
 * @typedef {import("../elements/words.js").Words} Words
 * @typedef {import("../formats/grid.js").Grid} Grid
 * @typedef {import("./kept.js").Supplier} Supplier
 * @typedef {import("./rows.js").Doubt} Doubt
 * @typedef {{answer: Partial<Supplier> & Pick<Supplier, "answers">, problem?: undefined}
 *   | {problem: string} | {prices: Prices, problem?: undefined}} Read `problem` is a key of the
 *   words; `prices`: a price form by itself
 * @typedef {{form: import("./posts.js").Form, doubts: Doubt[], supplier: string, document: string,
 *   edition: string}} Prices
 */

// What cannot be read is named for what it is.
/** @type {Record<string, string>} */
const STRANGERS = {
  pdf: "is_pdf",
  rtf: "is_rtf",
  old: "is_old",
  locked: "is_locked",
  pages: "is_pages",
  odt: "is_odt",
  macros: "macros",
};
const MOST_SHOWN = 60;
const MOST_NOTE = 300;
const MOST_NOTES = 40; // that stand by no answer

/**
 * An answer from an answer file, or from a .docx, .xlsx or .csv that was filled in.
 * @param {File} file @param {Words} page its words
 * @param {HTMLElement} [root] with those of other languages that the document may have been in
 * @returns {Promise<Read>}
 */
export async function readAnswer(file, page, root) {
  const tongues = [page, ...tonguesOf(root)];
  if (file.size > MOST_BYTES) return { problem: "big" };
  const bytes = new Uint8Array(await file.arrayBuffer());
  const kind = kindOf(bytes);
  if (kind === "zip") return fromOffice(bytes, tongues);
  if (kind in STRANGERS) return { problem: STRANGERS[kind] };
  const { text, doubtful } = decoded(bytes);
  if (/^[\s\ufeff]*[{[]/.test(text)) return fromAnswerFile(text);
  return fromText(text, doubtful, tongues);
}

/** @param {string} text @param {string} doubtful what its letters were guessed to be
 * @param {Words[]} tongues @returns {Read} */
function fromText(text, doubtful, tongues) {
  let read;
  try {
    read = csv.read(text);
  } catch (error) {
    if (error instanceof RangeError) return { problem: "large" };
    throw error;
  }
  const { rows, broken } = read;
  /** @type {Doubt[]} */
  const doubts = broken.map((row) => ["", "quote", lineOf(rows[row - 1]), ""]);
  if (doubtful) doubts.unshift(["", "letters", doubtful, ""]);
  const whole = rows.map((row) => row.join("\t")).join("\n");
  const grid = { tables: [fromTexts(rows)], text: whole, notes: [] };
  return fromGrid(grid, doubts, tongues) ?? { problem: "not_answer" };
}

/** A row as it is told. @param {string[]} row */
const lineOf = (row) => seen(row.filter(Boolean).join(" · ")).slice(0, MOST_SHOWN);

/** @param {Uint8Array} bytes @param {Words[]} tongues @returns {Promise<Read>} */
async function fromOffice(bytes, tongues) {
  let grid;
  try {
    const office = new Office(bytes);
    const kind = archiveKind(office.names);
    if (kind in STRANGERS) return { problem: STRANGERS[kind] };
    const main = await office.main();
    const name = main.root.name;
    if (name !== "w:document" && name !== "x:workbook") return { problem: "not_docx" };
    grid = await (name === "x:workbook" ? xlsx : docx).grid(office, main);
  } catch (error) {
    if (error instanceof RangeError) return { problem: "large" };
    if (error instanceof SyntaxError || error instanceof TypeError) return { problem: "not_docx" };
    throw error;
  }
  return fromGrid(grid, [], tongues) ?? { problem: "not_docx" };
}

/**
 * Null when no table has our columns.
 * @param {Grid} grid @param {Doubt[]} more doubts of the whole file @param {Words[]} tongues
 * @returns {Read | null}
 */
function fromGrid({ tables, text, notes }, more, tongues) {
  // In the language whose columns they are; of two that share some, the page's own.
  const known = (/** @type {Words} */ one) =>
    named(tables, columns(one)) + formHeadsIn(tables, formHeads(one));
  const [t] = tongues.toSorted((a, b) => known(b) - known(a));
  const offered = Object.fromEntries(REPLIES.map((name) => [name, t(`reply.${name}`)]));
  const found = fromTables(tables, columns(t), offered);
  const priced = fromForm(tables, formHeads(t), [t("form_total")]);
  const about = editionOf(text, t);
  const supplier = supplierIn(tables, t);
  const silent = !found || found.unread.length === Object.keys(found.answers).length;
  if (silent && priced) return { prices: { ...priced, supplier, ...about } };
  if (!found) return null;
  if (silent) return { problem: "no_reply" };
  /** @type {Doubt[]} */
  const loose = notes
    .slice(0, MOST_NOTES)
    .map((words) => ["", "note", cleaned(words).slice(0, MOST_NOTE), ""]);
  const doubts = [...more, ...loose, ...found.doubts, ...(priced?.doubts ?? [])];
  const form = priced && Object.keys(priced.form).length ? { form: priced.form } : {};
  const who = supplier ? { supplier } : {};
  // In another language it is other words, and they are right.
  const asked = t === tongues[0] ? askedIn(tables, columns(t), t("text")) : {};
  const said = Object.keys(asked).length ? { asked } : {};
  return { answer: { ...found, ...form, ...said, doubts, ...who, ...about } };
}

/** Who has answered, as the file says; «» when it does not. @param {Grid["tables"]} tables
 * @param {Words} t */
function supplierIn(tables, t) {
  const row = tables.flat().find(([first]) => seen(first?.text ?? "") === t("supplier"));
  return cleaned(seen(row?.[1]?.text ?? "")).slice(0, MOST.name);
}
