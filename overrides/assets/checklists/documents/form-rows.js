// A price form out of tables that a supplier has filled in, in Word or a workbook. Pure.
//
// What the supplier asks to be paid for and we did not ask about is told: it is never left out of
// a sum in silence.

import { seen } from "../formats/seen.js";
import { formOf, isFilled, longest } from "./form.js";
import { headOf, numberIn } from "./heads.js";
import { IN_WORDS, codeIn, postOf } from "./posts.js";
import { under } from "./price.js";
import { cellDoubts } from "./rows.js";

/**
 * @typedef {import("../formats/grid.js").Cell} Cell
 * @typedef {import("../formats/grid.js").Table} Table
 * @typedef {import("./heads.js").Head} Head
 * @typedef {import("./posts.js").Form} Form
 * @typedef {import("./rows.js").Doubt} Doubt
 * @typedef {{form: Form, doubts: Doubt[]}} Found
 */

/** What else people call the row that adds up. */
const TOTALS = [
  ...["sum", "total", "totalt", "totalsum", "totalpris", "sum totalt", "sum alt", "i alt"],
  ...["grand total", "sum total"],
];
const MOST_SHOWN = 60;
const MOST_DOUBTS = 40;

/** A row as the head of a form. @param {Cell[]} row @param {string[]} heads
 * @returns {Head | null} */
function headIn(row, heads) {
  const head = headOf(row, heads);
  // «Post» alone is the head of many a list.
  return head && head.at[1] >= 0 ? head : null;
}

class Reading {
  /** @type {Map<string, {price: string, amount: string, sum: string}>} by post */
  #posts = new Map();
  /** @type {Doubt[]} */
  #doubts = [];

  /** @param {string[]} heads code, price, amount, sum @param {string[]} totals what the row that
   * adds up is called */
  constructor(heads, totals) {
    this.heads = heads;
    this.totals = [...TOTALS, ...totals.map((one) => one.toLowerCase())];
  }

  /** @returns {Found | null} */
  found() {
    const form = formOf(Object.fromEntries(this.#posts));
    if (!isFilled(form) && !this.#doubts.length) return null;
    return { form, doubts: this.#doubts };
  }

  /** @param {string} code @param {string} why @param {string} words @param {string} [field] */
  #doubt(code, why, words, field = "price") {
    if (this.#doubts.length >= MOST_DOUBTS) return;
    this.#doubts.push([code, why, seen(words).slice(0, MOST_SHOWN), field]);
  }

  /** @param {Table} table */
  table(table) {
    /** @type {Head | null} */
    let head = null;
    for (const row of table) {
      const found = headIn(row, this.heads);
      if (found) head = found;
      else if (row.some(({ text }) => numberIn(text))) head = null; // the answers begin
      else if (head) this.#row(row, head);
    }
  }

  /** @param {Cell[]} row @param {Head} head */
  #row(row, head) {
    const [first, price, amount, sum] = head.at.map((column) =>
      row.find(({ from, to }) => column >= 0 && from <= column && column < to),
    );
    const said = (/** @type {Cell | undefined} */ one) => seen(one?.text ?? "");
    const code = codeIn(said(first));
    const id = code && postOf(code);
    if (!id) return this.#unasked(row, [said(price), said(sum)]);
    const words = id === IN_WORDS ? said(price) : under(said(price), head.beside[1]);
    const made = { price: words, amount: said(amount), sum: said(sum) };
    const before = this.#posts.get(id);
    if (before && before.price !== made.price) {
      this.#doubt(code, "twice_post", `${before.price || "–"} / ${made.price || "–"}`);
    }
    if (price && price === first) this.#doubt(code, "merged", price.text);
    else for (const why of cellDoubts(price)) this.#doubt(code, why, price?.text ?? "");
    if (words.length > longest(id)) this.#doubt(code, "cut", words.slice(longest(id)));
    this.#posts.set(id, before?.price ? before : made);
  }

  /** A row that is no post of ours: nothing, the sum of all, or something more to be paid for.
   * @param {Cell[]} row @param {string[]} said price and sum */
  #unasked(row, said) {
    const words = row.map(({ text }) => seen(text)).filter(Boolean);
    const isTotal = words.some((one) => this.totals.includes(one.toLowerCase().replace(/:$/, "")));
    if (isTotal || !said.some(Boolean)) return;
    this.#doubt("", "extra", words.join(" · "));
  }
}

/**
 * Null when no table is a price form, or nothing is filled in.
 * @param {Table[]} tables @param {string[]} heads code, price, amount, sum
 * @param {string[]} totals @returns {Found | null}
 */
export function fromForm(tables, heads, totals) {
  const reading = new Reading(heads, totals);
  for (const table of tables) reading.table(table);
  return reading.found();
}

/** How many of the form's heads are found. @param {Table[]} tables @param {string[]} heads */
export const formHeadsIn = (tables, heads) =>
  Math.max(
    0,
    ...tables.flat().map((row) => headIn(row, heads)?.at.filter((at) => at >= 0).length ?? 0),
  );
