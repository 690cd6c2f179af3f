// A file that somebody has filled in, read by what it is and not by what it is called.

import { MOST_BYTES } from "../elements/files.js";
import * as csv from "../formats/csv-read.js";
import { rows as wordRows } from "../formats/docx-rows.js";
import { decoded } from "../formats/encoding.js";
import { fromTexts } from "../formats/grid.js";
import { archiveKind, kindOf } from "../formats/kind.js";
import { identityIn } from "../formats/marks.js";
import { Office, textIn } from "../formats/office.js";
import { seen } from "../formats/seen.js";
import * as xlsx from "../formats/xlsx-read.js";
import { Doubts, isWritten } from "./filled.js";
import { fromTables } from "./from-table.js";
import { fromRows } from "./from-word.js";

/**
 * @typedef {import("../elements/words.js").Words} Words
 * @typedef {import("../formats/office.js").Office} Opened
 * @typedef {import("./filled.js").Filled} Filled
 * @typedef {import("./filled.js").Found} Found
 * @typedef {{found: Found, problem?: undefined, language?: string} |
 *   {problem: string, found?: undefined, language?: string}} Read `problem` is a key of the words,
 *   what is wrong and what to do; `language`: of the file's own words
 */

// What cannot be read is named for what it is.
const STRANGERS = ["rtf", "old", "locked", "pages", "odt", "macros"];
const PICTURES = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
];

/**
 * @typedef {() => Promise<{fromPdf: typeof import("./from-pdf.js").fromPdf}>} Pdf brings what
 *   reads the fields of a PDF; throws when it cannot be had
 * @typedef {{pdf: Pdf, language: string}} Around `language`: of the page
 */

/** @param {File} file @param {Words} t @param {Around} around @returns {Promise<Read>} */
export async function read(file, t, { pdf, language }) {
  const answer = await anything(file, t, pdf);
  const said = answer.language ?? "";
  // Words of another language are not known here; what was made of them would be half of it.
  const strange = answer.found ? answer.found.doubts.some(isOfWords) : answer.problem === "heads";
  return said && language && said !== language && strange ? { problem: "language" } : answer;
}

/** @param {import("./filled.js").Doubt} doubt */
const isOfWords = ([, why]) => ["no_column", "no_id", "status", "priority"].includes(why);

/** @param {File} file @param {Words} t @param {Pdf} pdf @returns {Promise<Read>} */
async function anything(file, t, pdf) {
  if (file.size > MOST_BYTES) return { problem: "big" };
  const bytes = new Uint8Array(await file.arrayBuffer());
  const kind = kindOf(bytes);
  try {
    if (kind === "zip") return await fromOffice(new Office(bytes), t);
    if (kind === "pdf") return await fromFields(bytes, t, pdf);
    if (STRANGERS.includes(kind)) return { problem: kind };
    if (PICTURES.some((start) => start.every((byte, n) => bytes[n] === byte))) {
      return { problem: "picture" };
    }
    return fromText(bytes, t);
  } catch (error) {
    if (error instanceof RangeError) return { problem: "large" };
    if (!(error instanceof SyntaxError || error instanceof TypeError)) throw error;
    return { problem: kind === "pdf" ? "pdf_damaged" : "damaged" };
  }
}

/** @param {Uint8Array} bytes @param {Words} t @returns {Read} */
function fromText(bytes, t) {
  const { text, doubtful } = decoded(bytes);
  const { rows, broken } = csv.read(text);
  const doubts = new Doubts();
  if (doubtful) doubts.add("", "letters", doubtful);
  for (const row of broken) doubts.add("", "quote", seen(rows[row - 1].join(" · ")));
  return made(fromTables([fromTexts(rows)], doubts, t), doubts, identityIn(text), "not_ours");
}

/** @param {Uint8Array} bytes @param {Words} t @param {Pdf} pdf @returns {Promise<Read>} */
async function fromFields(bytes, t, pdf) {
  const reader = await pdf().catch(() => null);
  if (!reader) return { problem: "offline" };
  const doubts = new Doubts();
  const { rows, about, problem } = await reader.fromPdf(bytes, doubts, t);
  const said = identityIn(about.Keywords ?? "");
  const found = made({ rows, problem }, doubts, said && { ...said, ...savedOf(about) }, "pdf");
  return { ...found, language: "" }; // its fields are known by names, not by words
}

/** When a PDF was last saved, where somebody has saved it since it was made.
 * @param {Record<string, string>} about @returns {Record<string, string>} */
function savedOf({ CreationDate: made, ModDate: saved = "" }) {
  const found = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:([+-]\d\d)'?(\d\d)|Z)?/.exec(saved);
  if (!found || saved === made) return {};
  const [, year, month, day, hour, minute, second, zone, rest] = found;
  const at = `${year}-${month}-${day}T${hour}:${minute}:${second}${zone ? `${zone}:${rest}` : "Z"}`;
  return Number.isNaN(Date.parse(at)) ? {} : { made: new Date(at).toISOString() };
}

/** @param {Opened} office @param {Words} t @returns {Promise<Read>} */
async function fromOffice(office, t) {
  const kind = archiveKind(office.names);
  if (STRANGERS.includes(kind)) return { problem: kind };
  const main = await office.main();
  const about = await identity(office);
  const doubts = new Doubts();
  if (main.root.name === "w:document") {
    const rows = fromRows(await wordRows(office, main), doubts, t);
    return made(rows.length ? { rows } : null, doubts, about, "not_ours");
  }
  if (main.root.name !== "x:workbook") return { problem: "damaged" };
  const { tables, text } = await xlsx.grid(office, main);
  const drawn = office.names.some((name) => name.includes("/media/")) && !text.trim();
  const problem = drawn ? "picture" : "not_ours";
  return made(fromTables(tables, doubts, t), doubts, identityIn(text) ?? about, problem);
}

/** What the file says of itself where programs keep such. @param {Opened} office */
async function identity(office) {
  for (const { kind, target } of await office.relations("")) {
    if (!["core-properties", "custom-properties"].includes(kind)) continue;
    const root = await office.xml(target).catch(() => undefined);
    const names = ["?:identifier", "?:lpwstr"];
    const said = names.map((name) => identityIn(textIn(root, name))).find(Boolean);
    if (said) return said;
  }
  return null;
}

/**
 * @param {{rows: Filled[], problem?: string} | null} read @param {Doubts} doubts
 * @param {Record<string, string> | null} about @param {string} otherwise
 * @returns {Read}
 */
function made(read, doubts, about, otherwise) {
  const language = about?.language;
  // A list of ours whose head is not: changed, or in another language.
  if (!read) return { problem: about && otherwise === "not_ours" ? "heads" : otherwise, language };
  if (read.problem) return { problem: read.problem };
  if (!read.rows.some(isWritten)) return { problem: "blank" };
  return { found: { rows: read.rows, doubts: doubts.all, about: about ?? {} }, language };
}
