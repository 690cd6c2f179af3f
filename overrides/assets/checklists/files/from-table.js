// Filled-in rows out of tables: a workbook or CSV, whatever was sorted, hidden or added. Pure.

import { seen } from "../formats/seen.js";
import { WRITTEN, understood, wordOf } from "./filled.js";

/**
 * @typedef {import("../elements/words.js").Words} Words
 * @typedef {import("../formats/grid.js").Cell} Cell
 * @typedef {import("../formats/grid.js").Table} Table
 * @typedef {import("./filled.js").Doubts} Doubts
 * @typedef {import("./filled.js").Filled} Filled
 * @typedef {import("./filled.js").Values} Values
 * @typedef {import("./filled.js").Written} Written
 * @typedef {Map<string, number>} Head the column of each word of ours
 */

const KNOWN_BY = ["id", "address", "code", "text", "seal"];
const PLAIN = ["day"]; // what a day's own cell may be

/**
 * Rows of the tables that have a head of ours; null when none has. `problem` says that there is a
 * head without a place for answers.
 * @param {Table[]} tables @param {Doubts} doubts @param {Words} t
 * @returns {{rows: Filled[], problem?: string} | null}
 */
export function fromTables(tables, doubts, t) {
  let rows = null;
  for (const table of tables) {
    const start = table.findIndex((row) => headOf(row, t));
    if (start < 0) continue;
    const head = headOf(table[start], t);
    if (!head) continue;
    tellOf(head, table[start], doubts, t);
    const answers = WRITTEN.some((field) => field !== "priority" && head.has(field));
    if (!answers) return { rows: [], problem: "no_columns" };
    const reading = new Reading(head, doubts, t);
    const found = table.slice(start + 1).flatMap((row) => reading.row(row) ?? []);
    rows = [...(rows ?? []), ...found];
  }
  return rows && { rows };
}

/**
 * A row as a head of ours: it says what rows are known by, and something besides.
 * @param {Cell[]} row @param {Words} t @returns {Head | null}
 */
function headOf(row, t) {
  const words = row.map(({ text }) => seen(text).toLowerCase());
  /** @type {Head} */
  const head = new Map();
  for (const name of KNOWN_BY) {
    const at = words.indexOf(t(`column.${name}`).toLowerCase());
    if (at >= 0) head.set(name, row[at].from);
  }
  for (const field of WRITTEN) {
    const at = words.indexOf(wordOf(field, t).toLowerCase());
    if (at >= 0) head.set(field, row[at].from);
  }
  const known = ["id", "address", "code"].some((name) => head.has(name));
  return known && head.size > 1 ? head : null;
}

/** What a head lacks or has twice. @param {Head} head @param {Cell[]} row @param {Doubts} doubts
 * @param {Words} t */
function tellOf(head, row, doubts, t) {
  if (!head.has("id")) doubts.add("", "no_id", t("column.id"));
  const words = row.map(({ text }) => seen(text).toLowerCase()).filter(Boolean);
  for (const field of WRITTEN) {
    const word = wordOf(field, t);
    const times = words.filter((one) => one === word.toLowerCase()).length;
    if (times > 1) doubts.add("", "doubled", word);
    if (!times && field !== "priority") doubts.add("", "no_column", word);
  }
}

class Reading {
  /** @param {Head} head @param {Doubts} doubts @param {Words} t */
  constructor(head, doubts, t) {
    this.head = head;
    this.doubts = doubts;
    this.t = t;
  }

  /** @param {Cell[]} row @param {string} name */
  #cell(row, name) {
    const column = this.head.get(name);
    if (column === undefined) return undefined;
    return row.find(({ from, to }) => from <= column && column < to);
  }

  /** A row; null for one that nothing stands in. @param {Cell[]} row @returns {Filled | null} */
  row(row) {
    const code = this.#cell(row, "code");
    const [link] = code?.links ?? [];
    const words = (/** @type {string} */ name) => seen(this.#cell(row, name)?.text ?? "");
    const shown = link ? seen(link[0]) : words("code");
    const address = words("address");
    /** @type {Values} */
    const values = {};
    for (const field of WRITTEN) {
      const made = this.#value(row, field, shown || words("id"));
      if (made !== undefined) values[field] = made;
    }
    const empty = ![words("id"), shown, address, words("text"), ...Object.values(values)].join("");
    if (empty) return null;
    const links = [...(link ? [link[1]] : []), ...(address ? [address] : [])];
    const seal = words("seal");
    return { id: words("id"), marks: [], links, code: shown, text: words("text"), seal, values };
  }

  /** @param {Cell[]} row @param {Written} field @param {string} code */
  #value(row, field, code) {
    const cell = this.#cell(row, field);
    if (!cell) return this.head.has(field) ? "" : undefined;
    const { doubts, t } = this;
    const word = wordOf(field, t);
    if (cell.text && cell.merged) {
      doubts.add(code, "merged", `${word}: ${cell.text}`);
      return undefined;
    }
    const lost = cell.doubts.includes("unclear"); // then nothing of the formula was read
    if (cell.formula && !lost) doubts.add(code, "formula", `${word}: ${cell.text}`);
    for (const why of cell.doubts) {
      if (field === "due" && PLAIN.includes(why)) continue;
      doubts.add(code, why === "unclear" ? "unclear" : "remade", `${word}: ${cell.text}`);
      if (why === "unclear") return undefined;
    }
    if (field === "note" || field === "answer") this.#noted(cell, code);
    return understood(field, cell.text, code, doubts, t);
  }

  /** Comments beside a cell are told, not taken. @param {Cell} cell @param {string} code */
  #noted(cell, code) {
    for (const note of cell.notes) this.doubts.add(code, "comment", note);
  }
}
