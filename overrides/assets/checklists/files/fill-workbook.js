// Answers put into a workbook as it is given out: its cells, and the names of its overview. Pure.

import { escaped } from "../formats/xml.js";
import { sealOf } from "./before.js";
import { WRITTEN, wordOf } from "./filled.js";

/**
 * @typedef {import("../elements/words.js").Words} Words
 * @typedef {import("../formats/grid.js").Table} Table
 * @typedef {import("./filled.js").Values} Values
 * @typedef {import("./filled.js").Written} Written
 * @typedef {(style: string, inner: string) => string} Make gives a cell's rest: its facts after the
 *   place, and what is in it
 */

const CELL = /<c r="([A-Z]+)(\d+)"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs;
const STYLE = / s="\d+"/;
const DAY = 24 * 60 * 60 * 1000;
const EPOCH = Date.UTC(1899, 11, 30);
const OVER = ["done", "irrelevant"];
const MOST_NAMES = 12;
const LINE_HEIGHT = 15; // points
const MOST_HEIGHT = 400; // Excel takes no more than 409
/** What paper has where it is filled in, in the order of the columns. @type {Written[]} */
const LONGER = ["answer", "reason"];
const LETTERS = 27; // on a line of the narrowest column that is written in freely

/**
 * The sheet's text with answers in it.
 * @param {string} xml @param {Table} table what stands in it
 * @param {(item: string) => Values} valuesOf @param {string} today ISO 8601 @param {Words} t
 */
export function filledSheet(xml, table, valuesOf, today, t) {
  const [head = []] = table;
  const columns = new Map(head.map((cell) => [cell.text, letters(cell.from)]));
  const items = itemsIn(table, t);
  /** @type {Map<string, Make>} */
  const made = new Map();
  for (const [n, item] of items.entries()) {
    if (!item) continue;
    const values = valuesOf(item);
    const put = (/** @type {string} */ word, /** @type {Make} */ cell) => {
      const column = columns.get(word);
      if (column) made.set(`${column}${n + 2}`, cell);
    };
    for (const field of WRITTEN) {
      const value = values[field] ?? "";
      if (!value) continue;
      if (field === "due") put(wordOf(field, t), (style) => numbered(style, serial(value)));
      else if (field === "status") {
        put(wordOf(field, t), (style) => texted(style, t(`status.${value}`)));
      } else if (field === "priority") {
        put(wordOf(field, t), (style) => texted(style, t(`priority.${value}`)));
      } else put(wordOf(field, t), (style) => texted(style, value));
    }
    put(t("column.seal"), (style) => texted(style, sealOf(values)));
    const late = values.due && values.due < today && !OVER.includes(values.status ?? "");
    if (late) put(t("column.late"), (style, inner) => worked(style, inner, t("column.late")));
  }
  return heightened(replaced(xml, made), items, valuesOf);
}

/** The column that paper ends with: longer answers where there are any, else as it is, «».
 * @param {Table} table @param {(item: string) => Values} valuesOf @param {Words} t */
export function lastOnPaper(table, valuesOf, t) {
  const said = itemsIn(table, t).map((item) => (item ? valuesOf(item) : {}));
  const last = LONGER.findLast((field) => said.some((values) => values[field]));
  const cell = last && table[0]?.find(({ text }) => text === wordOf(last, t));
  return cell ? letters(cell.from) : "";
}

/** The ids of a table's items, row by row. @param {Table} table @param {Words} t */
export function itemsIn([head = [], ...rows], t) {
  const id = head.findIndex(({ text }) => text === t("column.id"));
  return rows.map((row) => row.find(({ from }) => from === id)?.text ?? "");
}

/**
 * Rows as high as what was written needs: not every program works it out itself.
 * @param {string} xml @param {string[]} items row by row
 * @param {(item: string) => Values} valuesOf
 */
function heightened(xml, items, valuesOf) {
  return xml.replace(/<row r="(\d+)"([^>]*?) ht="([\d.]+)"/g, (row, number, facts, height) => {
    const item = items[Number(number) - 2];
    const needed = Math.min(heightOf(item ? valuesOf(item) : {}), MOST_HEIGHT);
    return needed > Number(height) ? `<row r="${number}"${facts} ht="${needed}"` : row;
  });
}

/** In points. @param {Values} values */
const heightOf = ({ note = "", answer = "", reason = "" }) =>
  LINE_HEIGHT * Math.max(...[note, answer, reason].map(linesOf));

/** Whether a row is higher than a program makes one: paper then lacks the end of it.
 * @param {Values} values */
export const isCut = (values) => heightOf(values) > MOST_HEIGHT;

/** @param {string} text */
const linesOf = (text) =>
  text.split("\n").reduce((all, line) => all + Math.max(1, Math.ceil(line.length / LETTERS)), 0);

/**
 * The overview's text: who is responsible, and no numbers that were worked out before.
 * @param {string} xml @param {Table} table @param {string[]} names @param {Words} t
 */
export function filledOverview(xml, table, names, t) {
  const start = rowOf(xml, table, t("sheet.nobody"));
  /** @type {Map<string, Make>} */
  const made = new Map();
  for (const [n, name] of names.slice(0, MOST_NAMES).entries()) {
    if (start) made.set(`A${start + 1 + n}`, (style) => texted(style, name));
  }
  // Without a number beside it a formula is worked out by whoever opens the file.
  return replaced(xml, made).replace(/(?<=<\/f>)<v>[^<]*<\/v>/g, "");
}

/** The number of the row that begins with a word. @param {string} xml @param {Table} table
 * @param {string} word */
function rowOf(xml, table, word) {
  const at = table.findIndex(([first]) => first?.text === word);
  return at < 0 ? 0 : Number([...xml.matchAll(/<row r="(\d+)"/g)][at]?.[1] ?? 0);
}

/** @param {string} xml @param {Map<string, Make>} made */
const replaced = (xml, made) =>
  xml.replace(CELL, (cell, column, row, facts, inner) => {
    const make = made.get(`${column}${row}`);
    if (!make) return cell;
    return `<c r="${column}${row}"${make(STYLE.exec(facts)?.[0] ?? "", inner ?? "")}</c>`;
  });

/** @param {string} style @param {string} text */
const texted = (style, text) =>
  `${style} t="inlineStr"><is><t xml:space="preserve">${escaped(plain(text))}</t></is>`;

/** @param {string} style @param {number} number */
const numbered = (style, number) => `${style}><v>${number}</v>`;

/** A formula with what it gives.
 * @param {string} style @param {string} inner @param {string} word */
const worked = (style, inner, word) => {
  const formula = /<f>.*?<\/f>/s.exec(inner)?.[0] ?? "";
  return `${style} t="str">${formula}<v>${escaped(word)}</v>`;
};

/** What Excel would read as a sign of its own stays what it is. @param {string} text */
const plain = (text) => text.replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_");

/** A day as Excel counts. @param {string} iso */
const serial = (iso) => Math.round((Date.parse(iso) - EPOCH) / DAY);

/** The letters of a column, from 0. @param {number} column @returns {string} */
function letters(column) {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}
