// Excel workbooks, written from rows of texts and numbers: one value a cell, and sums. Pure.

import * as logos from "./xlsx-picture.js";
import { HEADED, SHEETS, look, styles } from "./xlsx-styles.js";
import { HEAD, escaped, tag } from "./xml.js";
import * as zip from "./zip.js";

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const MOST_CELL = 32767; // letters that Excel takes
const MOST_NAME = 31;
const NARROW = 10;
const WIDE = 60;
const LINE = 15; // points
const MOST_LINES = 27; // Excel takes 409 points
const PAGE = 130; // letters across A4 on its side as they are; half as large they can still be read
const SMALLEST = 0.5;

/**
 * @typedef {string | number | null | {formula: string}} Value null is an empty cell; a formula is
 *   worked out where it is opened
 * @typedef {{name: string, head: string[], rows: Value[][]}} Sheet
 * @typedef {{logo?: Uint8Array, by?: string}} Whose `logo`: a PNG under each table, and `by` whose
 *   it is
 * @typedef {[name: string, content: string | Uint8Array][]} Parts
 */

/** «A», «Z», «AA». @param {number} n from nought @returns {string} */
const column = (n) =>
  (n >= 26 ? column(Math.floor(n / 26) - 1) : "") + String.fromCharCode(65 + (n % 26));

/** @param {Value} value @param {string} place @param {number} style */
function cell(value, place, style) {
  if (value === null || value === "") return "";
  if (typeof value === "object") {
    return tag("c", { r: place, s: style }, tag("f", {}, escaped(value.formula)));
  }
  if (typeof value === "number") {
    return tag("c", { r: place, s: style }, tag("v", {}, String(value)));
  }
  const text = tag("t", { "xml:space": "preserve" }, escaped(value.slice(0, MOST_CELL)));
  return tag("c", { r: place, s: style, t: "inlineStr" }, tag("is", {}, text));
}

/** What a cell is thought to show. @param {Value} value */
function shown(value) {
  if (value === null || typeof value === "object") return "";
  return typeof value === "number" && !Number.isInteger(value) ? value.toFixed(2) : `${value}`;
}

/** A row as high as its texts, broken within their columns, ask for: not every program works that
 * out. @param {Value[]} values @param {number} at from one @param {(value: Value) => number} style
 * @param {number[]} widths */
function row(values, at, style, widths) {
  const lines = values.map((one, n) => Math.ceil(shown(one).length / widths[n]));
  const height = LINE * Math.min(MOST_LINES, Math.max(1, ...lines));
  const cells = values.map((one, n) => cell(one, `${column(n)}${at}`, style(one)));
  return tag("row", { r: at, ht: height, customHeight: 1 }, ...cells);
}

/** How wide a column is: as its longest line, within bounds. @param {Value[]} values */
function width(values) {
  const longest = Math.max(...values.map((one) => shown(one).length));
  return Math.min(WIDE, Math.max(NARROW, longest + 2));
}

/** @param {Sheet} sheet */
const widthsOf = ({ head, rows }) =>
  head.map((title, n) => width([title, ...rows.map((one) => one[n])]));

/** How many pages a table is wide: none is printed so small that nobody reads it.
 * @param {number[]} widths */
const across = (widths) =>
  Math.ceil((SMALLEST * widths.reduce((sum, one) => sum + one, 0)) / PAGE) || 1;

/** What each page repeats: the heads, and the first column where a table is wider than a page.
 * @param {Sheet} sheet @param {number} n from nought */
function repeated(sheet, n) {
  const own = `'${sheetName(sheet.name).replaceAll("'", "''")}'!`;
  const columns = across(widthsOf(sheet)) > 1 ? `${own}$A:$A,` : "";
  const about = { name: "_xlnm.Print_Titles", localSheetId: n };
  return tag("definedName", about, escaped(`${columns}${own}$1:$1`));
}

/** @param {Sheet} sheet @param {string} [drawing] the relation that leads to what is drawn on it */
function sheetXml(sheet, drawing) {
  const { head, rows } = sheet;
  const all = `A1:${column(head.length - 1)}${rows.length + 1}`;
  const pane = { ySplit: 1, topLeftCell: "A2", activePane: "bottomLeft", state: "frozen" };
  const view = tag("sheetView", { workbookViewId: 0 }, tag("pane", pane));
  const widths = widthsOf(sheet);
  const paper = { paperSize: 9, orientation: "landscape" };
  const columns = widths.map((wide, n) =>
    tag("col", { min: n + 1, max: n + 1, customWidth: 1, width: wide }),
  );
  return tag(
    "worksheet",
    { xmlns: SHEETS, "xmlns:r": OFFICE },
    tag("sheetPr", {}, tag("pageSetUpPr", { fitToPage: 1 })), // else no program asks what fits
    tag("sheetViews", {}, view),
    tag("cols", {}, ...columns),
    tag(
      "sheetData",
      {},
      row(head, 1, () => HEADED, widths),
      ...rows.map((one, n) => row(one, n + 2, look, widths)),
    ),
    tag("autoFilter", { ref: all }),
    tag("pageSetup", { ...paper, fitToWidth: across(widths), fitToHeight: 0 }),
    tag("headerFooter", {}, tag("oddFooter", {}, escaped("&L&A&R&P / &N"))),
    ...(drawing ? [tag("drawing", { "r:id": drawing })] : []),
  );
}

/** A name that Excel takes for a sheet. @param {string} name */
const sheetName = (name) => name.replace(/[\\/?*:[\]]/g, " ").slice(0, MOST_NAME);

/** @param {[type: string, target: string][]} all */
const led = (all) =>
  tag(
    "Relationships",
    { xmlns: `${PACKAGE}/relationships` },
    ...all.map(([type, target], n) =>
      tag("Relationship", { Id: `rId${n + 1}`, Type: `${OFFICE}/${type}`, Target: target }),
    ),
  );

/** The parts of a picture under the table of each sheet. @param {Sheet[]} sheets
 * @param {Whose} whose @returns {Parts} */
function drawn(sheets, { logo, by = "" }) {
  if (!logo) return [];
  const each = sheets.flatMap(({ rows }, n) => {
    const name = `drawing${n + 1}.xml`;
    /** @type {Parts} */
    const parts = [
      [`worksheets/_rels/sheet${n + 1}.xml.rels`, led([["drawing", `../drawings/${name}`]])],
      [`drawings/${name}`, logos.drawing(logo, "rId1", by, rows.length + 1)],
      [`drawings/_rels/${name}.rels`, led([["image", `../${logos.PLACE}`]])],
    ];
    return parts;
  });
  return [...each, [logos.PLACE, logo]];
}

/** @param {number} count @param {boolean} pictures stand on them */
function types(count, pictures) {
  const usual = (/** @type {string} */ extension, /** @type {string} */ type) =>
    tag("Default", { Extension: extension, ContentType: type });
  const part = (/** @type {string} */ name, /** @type {string} */ type) =>
    tag("Override", { PartName: `/xl/${name}`, ContentType: type });
  const own = (/** @type {string} */ name, /** @type {string} */ type) =>
    part(name, `${TYPE}.${type}+xml`);
  const each = Array.from({ length: count }, (_, n) => n + 1);
  return tag(
    "Types",
    { xmlns: `${PACKAGE}/content-types` },
    usual("rels", "application/vnd.openxmlformats-package.relationships+xml"),
    usual("xml", "application/xml"),
    ...(pictures ? [usual("png", "image/png")] : []),
    own("workbook.xml", "sheet.main"),
    own("styles.xml", "styles"),
    ...each.map((n) => own(`worksheets/sheet${n}.xml`, "worksheet")),
    ...(pictures ? each.map((n) => part(`drawings/drawing${n}.xml`, logos.TYPE)) : []),
  );
}

/** A workbook. @param {Sheet[]} sheets @param {Whose} [whose] @returns {Uint8Array} */
export function write(sheets, whose = {}) {
  const picture = whose.logo ? "rId1" : undefined;
  const named = sheets.map(({ name }, n) =>
    tag("sheet", { name: sheetName(name), sheetId: n + 1, "r:id": `rId${n + 1}` }),
  );
  const places = sheets.map(
    (_, n) => /** @type {[string, string]} */ (["worksheet", `worksheets/sheet${n + 1}.xml`]),
  );
  const book = tag(
    "workbook",
    { xmlns: SHEETS, "xmlns:r": OFFICE },
    tag("sheets", {}, ...named),
    tag("definedNames", {}, ...sheets.map(repeated)),
    tag("calcPr", { fullCalcOnLoad: 1 }),
  );
  /** @type {Parts} */
  const parts = [
    ["workbook.xml", book],
    ["_rels/workbook.xml.rels", led([...places, ["styles", "styles.xml"]])],
    ["styles.xml", styles()],
    .../** @type {Parts} */ (
      sheets.map((one, n) => [`worksheets/sheet${n + 1}.xml`, sheetXml(one, picture)])
    ),
    ...drawn(sheets, whose),
  ];
  return zip.write([
    ["[Content_Types].xml", HEAD + types(sheets.length, Boolean(picture))],
    ["_rels/.rels", HEAD + led([["officeDocument", "xl/workbook.xml"]])],
    .../** @type {Parts} */ (
      parts.map(([name, made]) => [`xl/${name}`, typeof made === "string" ? HEAD + made : made])
    ),
  ]);
}
