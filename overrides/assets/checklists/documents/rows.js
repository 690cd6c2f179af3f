// Replies out of tables that a supplier has filled in, in Word or a spreadsheet. Pure.
//
// What cannot be read for certain is never guessed: it is left empty or marked, and told.

import { fromTexts } from "../formats/grid.js";
import { seen } from "../formats/seen.js";
import { LONGEST, reply } from "./files.js";
import { headOf, numberIn } from "./heads.js";
import { under } from "./price.js";

const MOST_SHOWN = 60;
const MOST_DOUBTS = 200;
const FIELDS = ["number", "reply", "text", "link", "price"];
/** @type {Record<string, string[]>} */
const WORDS = {
  yes: [
    ...["ja", "oppfylt", "oppfylles", "yes", "x", "ok"],
    ...["met", "fully met", "fulfilled", "compliant"],
  ],
  partly: [
    ...["delvis", "delvis oppfylt", "partly"],
    ...["partially", "partial", "partly met", "partially met"],
  ],
  no: [
    ...["nei", "ikke oppfylt", "ikkje oppfylt", "no"],
    ...["not met", "not fulfilled", "not compliant", "non-compliant"],
  ],
};
// What Excel makes of «1-2», «10-20» and «1,2E+05» before anybody sees it; «####» is a narrow cell.
const MONTH = "(?:jan|feb|mars?|apr|ma[iy]|juni?|juli?|aug|sept?|o[kc]t|nov|de[sc])\\.?";
const DAYS = [
  new RegExp(`^\\d{1,2}\\.?[ -]?${MONTH}(?:[ .-]?\\d{2,4})?$`, "i"),
  new RegExp(`^${MONTH}[ .-]?\\d{2,4}$`, "i"),
  /^(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d\d-\d\d)$/,
];
const POWER = /^(?:-?\d+(?:[.,]\d+)?e[+-]?\d+|#+|#\p{L}+[?!]?)$/iu;
const SWALLOWED = /\n\s*"?K[1-9]\d{0,3}"?[;,\t]/;

/**
 * @typedef {import("../formats/grid.js").Cell} Cell
 * @typedef {import("../formats/grid.js").Table} Table
 * @typedef {import("./files.js").Reply} Reply
 * @typedef {import("./heads.js").Head} Head
 * @typedef {[number: string, why: string, words: string, field: string]} Doubt `number`: «» when it
 *   is of no requirement; `why`: a key of the words; `field`: of a reply, «» when it is of none
 * @typedef {{answers: Record<string, Reply>, unread: [number: string, text: string][],
 *   doubts: Doubt[]}} Rows
 */

/**
 * What a supplier has written in a reply column, as one of the three; «» when it is none.
 * @param {string} text @param {Record<string, string>} [offered] the words that the document offers
 */
export function understood(text, offered = {}) {
  const word = seen(text).toLowerCase().replace(/[.!]$/, "");
  const own = Object.entries(offered).find(([, said]) => said.toLowerCase() === word);
  if (own) return own[0];
  return Object.entries(WORDS).find(([, words]) => words.includes(word))?.[0] ?? "";
}

/**
 * Rows of texts with a head as answers. @param {string[][]} rows
 * @param {string[]} heads the words of our columns: number, reply, text, link, price
 */
export const fromRows = (rows, heads) => fromTables([fromTexts(rows)], heads);

/**
 * Tables as answers, each read by its own head; null when none has a row of ours.
 * @param {Table[]} tables @param {string[]} heads
 * @param {Record<string, string>} [offered] the words of a reply that the document offers
 * @returns {Rows | null}
 */
export function fromTables(tables, heads, offered = {}) {
  const reading = new Reading(heads, offered);
  for (const table of tables) reading.table(table);
  return reading.rows();
}

/** How many of the columns a table names at most.
 * @param {Table[]} tables @param {string[]} heads */
export const named = (tables, heads) =>
  Math.max(
    0,
    ...tables.flat().map((row) => headOf(row, heads)?.at.filter((at) => at >= 0).length ?? 0),
  );

class Reading {
  /** @type {Record<string, Reply>} */
  #answers = Object.create(null);
  /** @type {Map<string, string>} by number */
  #unread = new Map();
  /** @type {Map<string, string>} what stood as reply, by number */
  #said = new Map();
  /** @type {Doubt[]} */
  #doubts = [];
  /** @type {Head | null} */
  #last = null;

  /** @param {string[]} heads @param {Record<string, string>} offered */
  constructor(heads, offered) {
    this.heads = heads;
    this.offered = offered;
  }

  /** @returns {Rows | null} */
  rows() {
    if (!Object.keys(this.#answers).length) return null;
    return { answers: this.#answers, unread: [...this.#unread], doubts: this.#doubts };
  }

  /** @param {string} number @param {string} why @param {string} [words] @param {string} [field] */
  #doubt(number, why, words = "", field = "") {
    if (this.#doubts.length >= MOST_DOUBTS) return;
    this.#doubts.push([number, why, seen(words).slice(0, MOST_SHOWN), field]);
  }

  /** @param {Table} table */
  table(table) {
    const own = table.some((row) => headOf(row, this.heads));
    const width = Math.max(0, ...table.slice(0, 100).map((row) => row.at(-1)?.to ?? 0));
    // A table that was cut in two has a head in its first half only.
    const lent = !own && this.#last?.width === width ? this.#last : null;
    let head = lent;
    for (const row of table) {
      const found = headOf(row, this.heads);
      // A table that only says what is asked, as annex 1 does, is nobody's answer.
      if (found && found.at.slice(1).every((column) => column < 0)) return;
      if (found) {
        head = found;
        this.#last = found;
        for (const n of found.doubled) this.#doubt("", "doubled", this.heads[n]);
      } else if (head) this.#row(row, head, head === lent);
      else if (numberIn(row[0]?.text ?? "")) this.#doubt("", "headless", row[0].text);
    }
  }

  /** @param {Cell[]} row @param {Head} head @param {boolean} lent */
  #row(row, head, lent) {
    const cells = head.at.map((column) =>
      column < 0 ? undefined : row.find(({ from, to }) => from <= column && column < to),
    );
    const own = cells.map((cell, n) => (cells.indexOf(cell) === n ? cell : undefined));
    const number = numberIn(own[0]?.text ?? "");
    if (!number) return this.#unplaced(own);
    if (lent) this.#doubt(number, "headless");
    /** @type {Record<string, string>} */
    const values = Object.fromEntries(FIELDS.map((field, n) => [field, valueOf(own[n], field)]));
    const doubted = own.map((cell, n) => {
      const why = doubtsOf(cell, n, cells, head);
      for (const one of why) this.#doubt(number, one, cell?.text, FIELDS[n]);
      return why.length > 0;
    });
    const notes = own.flatMap((cell) => cell?.notes ?? []).join("\n");
    values.price = under(values.price, head.beside[4] ?? "");
    for (const [field, most] of Object.entries(LONGEST)) {
      const left = values[field].slice(most);
      if (left) this.#doubt(number, "cut", left, field);
    }
    const found = doubted[0] || doubted[1] ? "" : understood(values.reply, this.offered);
    this.#put(number, reply({ ...values, reply: found, notes }), seen(values.reply));
  }

  /** Something stands in our columns of a row that names no requirement. @param {(Cell |
   * undefined)[]} cells */
  #unplaced(cells) {
    const said = cells.slice(1).map((cell) => seen(cell?.text ?? "")).filter(Boolean);
    if (said.length) this.#doubt("", "unplaced", [seen(cells[0]?.text ?? ""), ...said].join(" · "));
  }

  /** @param {string} number @param {Reply} made @param {string} said */
  #put(number, made, said) {
    const before = this.#answers[number];
    if (before) this.#twice(number, before, made, said);
    else {
      if (!made.reply) this.#unread.set(number, said.slice(0, MOST_SHOWN));
      this.#answers[number] = made;
      this.#said.set(number, said);
    }
  }

  /**
   * A requirement that stands there twice: what the two do not agree on is nobody's answer.
   * @param {string} number @param {Reply} before @param {Reply} made @param {string} said
   */
  #twice(number, before, made, said) {
    const both = [this.#said.get(number), said].filter(Boolean).join(" / ");
    const differ = before.reply !== made.reply;
    this.#doubt(number, "twice", both, differ ? "reply" : "text");
    if (differ) {
      before.reply = "";
      this.#unread.set(number, both.slice(0, MOST_SHOWN));
    }
    if (before.price !== made.price) this.#doubt(number, "twice", made.price, "price");
    for (const field of /** @type {const} */ (["text", "link", "price", "notes"])) {
      const parts = new Set([before[field], made[field]].filter(Boolean));
      Object.assign(before, reply({ ...before, [field]: [...parts].join(" / ") }));
    }
  }
}

/** @param {Cell | undefined} cell @param {string} field */
function valueOf(cell, field) {
  const text = cell?.text.trim() ?? "";
  const [link, ...others] = cell?.links ?? [];
  if (field !== "link" || !link || others.length) return text;
  const [words, address] = link;
  return [words, address, `${words} (${address})`].includes(text) ? address : text;
}

/**
 * Why what a cell says is not for certain.
 * @param {Cell | undefined} cell @param {number} n the column of ours
 * @param {(Cell | undefined)[]} cells of all our columns @param {Head} head
 */
function doubtsOf(cell, n, cells, head) {
  if (!cell) return [];
  const text = cell.text.trim();
  if (!text) return [...cell.doubts];
  const why = [...cell.doubts];
  if (cells.filter((one) => one === cell).length > 1) why.push("merged");
  if (head.doubled.includes(n)) why.push("doubled");
  if (n && !why.length) why.push(...spoiled(text));
  if (SWALLOWED.test(text)) why.push("quote");
  return why;
}

/** What a spreadsheet may have made of a text. @param {string} text @returns {string[]} */
function spoiled(text) {
  if (DAYS.some((pattern) => pattern.test(text))) return ["day"];
  return POWER.test(text) ? ["power"] : [];
}

/** Why a cell by itself is not for certain. @param {Cell | undefined} cell @returns {string[]} */
export function cellDoubts(cell) {
  const why = [...(cell?.doubts ?? [])];
  return why.length ? why : spoiled(cell?.text.trim() ?? "");
}
