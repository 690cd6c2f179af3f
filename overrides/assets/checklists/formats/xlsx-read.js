// A workbook as tables, one a sheet that can be seen; links and comments at their cells. Pure.

import { cell } from "./grid.js";
import { textIn } from "./office.js";
import { kinds, shownNumber, textOf, unescaped } from "./xlsx-values.js";
import { first, inner } from "./xml-read.js";

/**
 * @typedef {import("./xml-read.js").Element} Element
 * @typedef {import("./grid.js").Cell} Cell
 * @typedef {import("./grid.js").Grid} Grid
 * @typedef {import("./grid.js").Table} Table
 * @typedef {import("./office.js").Office} Office
 * @typedef {import("./office.js").Relation} Relation
 * @typedef {{strings: string[], kinds: string[], late: boolean}} Book
 * @typedef {{root: Element, relations: Relation[], notes: Map<string, string>}} Sheet
 */

const MOST_SHEETS = 20;
const MOST_COLUMNS = 16384;
const MOST_MERGED = 20000; // cells that are one with another

/**
 * @param {Office} office @param {{part: string, root: Element}} main @returns {Promise<Grid>}
 */
export async function grid(office, { part, root }) {
  const relations = await office.relations(part);
  const strings = await office.related(relations, "sharedStrings");
  const late = ["1", "true"].includes(first(root, "x:workbookPr")?.attributes.date1904 ?? "");
  const book = {
    strings: (strings ? inner(strings, "x:si") : []).map((one) => unescaped(textOf(one))),
    kinds: kinds(await office.related(relations, "styles")),
    late,
  };
  const tables = [];
  const sheets = first(root, "x:sheets");
  const seen = (sheets ? inner(sheets, "x:sheet") : []).filter(
    ({ attributes }) => (attributes.state ?? "visible") === "visible",
  );
  for (const { attributes } of seen.slice(0, MOST_SHEETS)) {
    const found = relations.find(({ id }) => id === attributes["r:id"]);
    if (!found || found.kind !== "worksheet") continue;
    tables.push(table(await sheet(office, found.target), book));
  }
  const text = tables.map((rows) => rows.map((row) => row.map((one) => one.text).join("\t")));
  return { tables, text: text.flat().join("\n"), notes: [] };
}

/** @param {Office} office @param {string} part @returns {Promise<Sheet>} */
async function sheet(office, part) {
  const relations = await office.relations(part);
  /** @type {Map<string, string>} */
  const notes = new Map();
  const comments = await office.related(relations, "comments");
  const list = first(comments, "x:commentList");
  for (const one of list ? inner(list, "x:comment") : []) {
    notes.set(one.attributes.ref, textIn(first(one, "x:text"), "x:t").trim());
  }
  return { root: await office.xml(part), relations, notes };
}

/** @param {Sheet} made @param {Book} book @returns {Table} */
function table({ root, relations, notes }, book) {
  const links = linksOf(root, relations);
  const data = first(root, "x:sheetData");
  /** @type {Map<string, Cell>} */
  const all = new Map();
  /** @type {Map<string, Cell[]>} */
  const lines = new Map();
  for (const [n, row] of (data ? inner(data, "x:row") : []).entries()) {
    const line = row.attributes.r ?? String(n + 1);
    let column = -1;
    const cells = inner(row, "x:c").map((one) => {
      column = one.attributes.r ? columnOf(one.attributes.r) : column + 1;
      const ref = one.attributes.r ?? "";
      const made = shown(one, book, column);
      const link = links.get(ref);
      if (link) linked(made, link);
      const note = notes.get(ref);
      if (note) made.notes.push(note);
      all.set(`${line} ${column}`, made);
      return made;
    });
    lines.set(line, cells);
  }
  merge(root, all, lines);
  return [...lines.values()];
}

/** @param {Cell} made @param {string} address */
function linked(made, address) {
  made.links.push([made.text, address]);
  if (made.text && made.text !== address) made.text += ` (${address})`;
  else made.text = address;
}

/** @param {Element} made @param {Book} book @param {number} column */
function shown(made, book, column) {
  const { t: type = "n", s: style = "0" } = made.attributes;
  const raw = first(made, "x:v")?.children.join("") ?? "";
  const doubts = [];
  let text = raw;
  if (type === "s") text = book.strings[Number(raw)] ?? "";
  else if (type === "inlineStr") text = unescaped(textOf(first(made, "x:is") ?? made));
  else if (type === "str") text = unescaped(raw);
  else if (type === "b") text = raw === "1" ? "x" : "";
  else if (type === "e" || type === "d") doubts.push(type === "e" ? "unclear" : "day");
  else if (raw) {
    const found = shownNumber(raw, book.kinds[Number(style)] ?? "", book.late);
    text = found.text;
    if (found.doubt) doubts.push(found.doubt);
  }
  const formula = first(made, "x:f") !== undefined;
  if (formula && !raw) doubts.push("unclear");
  return cell(column, text.trim(), { doubts, formula });
}

/** Addresses by cell. @param {Element} root @param {Relation[]} relations */
function linksOf(root, relations) {
  /** @type {Map<string, string>} */
  const links = new Map();
  const all = first(root, "x:hyperlinks");
  for (const { attributes } of all ? inner(all, "x:hyperlink") : []) {
    const found = relations.find(({ id, outside }) => outside && id === attributes["r:id"]);
    if (found) links.set(attributes.ref, found.target);
  }
  return links;
}

/** «C12» as 2. @param {string} ref */
function columnOf(ref) {
  let made = 0;
  for (const letter of /^[A-Z]{1,3}/.exec(ref)?.[0] ?? "A") {
    made = made * 26 + letter.charCodeAt(0) - 64;
  }
  return Math.min(made, MOST_COLUMNS) - 1;
}

/** Cells that are one hold what the first of them says, in every row and column of theirs.
 * @param {Element} root @param {Map<string, Cell>} all by row and column
 * @param {Map<string, Cell[]>} lines rows by number */
function merge(root, all, lines) {
  let left = MOST_MERGED;
  const merged = first(root, "x:mergeCells");
  for (const { attributes } of merged ? inner(merged, "x:mergeCell") : []) {
    const found = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(attributes.ref ?? "");
    if (!found) continue;
    const [from, to] = [columnOf(found[1]), columnOf(found[3]) + 1];
    const origin = all.get(`${found[2]} ${from}`);
    if (!origin) continue;
    origin.to = to;
    origin.merged = true;
    for (let line = Number(found[2]) + 1; line <= Number(found[4]) && left > 0; line += 1) {
      left -= 1;
      const below = all.get(`${line} ${from}`);
      if (below) Object.assign(below, { ...origin, from, to });
      else lines.get(String(line))?.push({ ...origin, from, to });
    }
  }
}
