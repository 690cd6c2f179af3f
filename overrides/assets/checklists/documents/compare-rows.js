// The table of the comparison: a row a requirement, a column a supplier. What each cell shows is
// noted, so that only what has changed is made anew, and many rows are made some at a time.

import { drawnIn } from "../elements/drawn-in.js";
import { isField } from "../elements/find.js";
import { inOrder } from "../elements/in-order.js";
import { button, node } from "../elements/node.js";
import { put } from "../elements/put.js";
import { redrawn } from "../elements/redrawn.js";
import * as compare from "./compare.js";
import { cell, own } from "./compare-cell.js";
import { parts } from "./verdict-view.js";

/**
 * @typedef {import("../elements/words.js").Words} Words
 * @typedef {import("./compared.js").Compared} Compared
 * @typedef {import("./document.js").Numbered} Numbered
 * @typedef {{row: HTMLTableRowElement, shown: unknown[][]}} Made a row, and what each of its cells
 *   rests on: as long as that is the same, so is the cell
 * @typedef {{holder: HTMLElement, head: HTMLElement, body: HTMLElement}} Table
 * @typedef {{ids: string[], tables: Table[], rows: Map<string, Made>}} Side some suppliers; rows by
 *   the requirement's number
 */

const AT_ONCE = 60; // cells
const FEW = 60; // rows of one table: of more the browser measures only those that are looked at
const EACH = 20; // rows of each table where there are more

/** What a supplier's cell rests on. @param {string} number @param {Compared} one
 * @returns {unknown[]} */
const shownOf = (number, one) => [
  one.id,
  one.supplier,
  one.answers[number],
  one.own(number),
  one.doubts,
];

/** @param {unknown[] | undefined} a @param {unknown[]} b */
const same = (a, b) => a !== undefined && b.every((one, n) => one === a[n]);

export class CompareRows {
  #root;
  #holder;
  #t;
  /** @type {Side[]} as many as the suppliers need to stand side by side */
  #sides = [];
  #drawing = {}; // another for each drawing: what is left of an earlier one is not done

  /** @param {HTMLElement} root the tool's element @param {HTMLElement} holder @param {Words} t */
  constructor(root, holder, t) {
    this.#root = root;
    this.#holder = holder;
    this.#t = t;
  }

  /**
   * What there is to do for the tables to show this, in its order.
   * @param {Numbered[]} requirements @param {Compared[]} suppliers
   * @returns {[name: string, piece: () => void][]}
   */
  pieces(requirements, suppliers) {
    const all = parts(suppliers);
    const now = {};
    this.#drawing = now;
    const rows = compare.ordered(requirements, suppliers);
    const each = rows.length > FEW ? EACH : rows.length;
    return [
      ["tables", () => this.#begin(rows, all, each)],
      ...all.flatMap((some, side) => {
        const few = Math.max(1, Math.min(each, Math.floor(AT_ONCE / some.length)));
        return starts(rows.length, each).flatMap((first, table) => {
          const here = rows.slice(first, first + each);
          return starts(here.length, few).map((start) => {
            const wanted = here.slice(start, start + few);
            const fill = () =>
              this.#drawing === now && this.#fill([side, table], wanted, start, [some, suppliers]);
            return /** @type {[string, () => void]} */ ([`table ${side} ${table} ${start}`, fill]);
          });
        });
      }),
    ];
  }

  /** Tables that are there, without rows that are asked for no more.
   * @param {Numbered[]} rows @param {Compared[][]} all @param {number} each rows of a table */
  #begin(rows, all, each) {
    const asked = new Set(rows.map(({ number }) => number));
    this.#sides = all.map((some, n) => {
      const side = this.#sides[n] ?? { ids: [], tables: [], rows: new Map() };
      side.ids = some.map(({ id }) => id);
      side.tables = starts(rows.length, each).map((_, at) => {
        const table = side.tables[at] ?? this.#table();
        const names = some.map(({ supplier }) => node("th", { scope: "col" }, own(supplier)));
        const first = node("th", { scope: "col" }, this.#t("requirement"));
        table.head.replaceChildren(node("tr", {}, first, ...names));
        table.holder.className = rows.length > FEW ? "guide-compare__many" : "";
        return table;
      });
      for (const [number, { row }] of side.rows) {
        if (asked.has(number)) continue;
        row.remove();
        side.rows.delete(number);
      }
      return side;
    });
    const wanted = this.#sides.flatMap(({ tables }) => tables.map(({ holder }) => holder));
    inOrder(this.#holder, wanted);
  }

  /** @returns {Table} */
  #table() {
    const [head, body] = [node("thead"), node("tbody")];
    const title = node("caption", { class: "checklist__sr" }, this.#t("table"));
    const table = node("table", {}, title, head, body);
    return { holder: node("div", {}, table), head, body };
  }

  /** Some rows in their place, each with what it shows now.
   * @param {[side: number, table: number]} where @param {Numbered[]} rows
   * @param {number} start which row of the table the first is
   * @param {[some: Compared[], all: Compared[]]} suppliers of this side, and of all */
  #fill([side, table], rows, start, [some, all]) {
    const { tables, rows: made } = this.#sides[side];
    const { body } = tables[table];
    /** @type {Element | null} */
    let next = body.children[start] ?? null;
    for (const one of rows) {
      const { row } = this.#row(made, one, some);
      row.classList.toggle("guide-compare__unmet", compare.isUnmet(one, all));
      const before = next;
      if (row === next) next = next.nextElementSibling;
      else drawnIn(this.#root, row, () => body.insertBefore(row, before));
    }
  }

  /** What a supplier said to one requirement, and what we think of it, as it is now.
   * @param {string} number @param {Compared} one */
  renew(number, one) {
    for (const { ids, rows } of this.#sides) {
      const made = rows.get(number);
      const n = ids.indexOf(one.id) + 1;
      if (!made || !n || !made.row.children[n]) continue;
      made.shown[n] = shownOf(number, one);
      this.#replace(made.row.children[n], cell(number, one, this.#t));
    }
  }

  /** @param {Element} before @param {HTMLElement} fresh */
  #replace(before, fresh) {
    if (!before.contains(document.activeElement)) before.replaceWith(fresh);
    else if (!around(before, fresh)) redrawn(this.#root, () => before.replaceWith(fresh));
  }

  /** @param {Map<string, Made>} made @param {Numbered} one @param {Compared[]} some */
  #row(made, one, some) {
    const found = made.get(one.number) ?? { row: node("tr"), shown: [] };
    made.set(one.number, found);
    const wanted = [[one.priority, one.text], ...some.map((of) => shownOf(one.number, of))];
    const { row, shown } = found;
    wanted.forEach((shows, n) => {
      if (same(shown[n], shows)) return;
      if (!n) row.classList.remove("guide-compare__open"); // another requirement is folded
      const fresh = n ? cell(one.number, some[n - 1], this.#t) : title(one, this.#t);
      if (row.children[n]) this.#replace(row.children[n], fresh);
      else row.append(fresh);
    });
    for (const left of [...row.children].slice(wanted.length)) left.remove();
    found.shown = wanted;
    return found;
  }
}

/** A cell that the reader is in keeps its fields, and she her place: to take the focus away and
 * give it back has the browser look at every cell twice. False where there are no fields.
 * @param {Element} before @param {HTMLElement} fresh */
function around(before, fresh) {
  const [first, last] = [before, fresh].map((one) => one.querySelector(":scope > label"));
  if (!first || !last) return false;
  const wanted = [...fresh.querySelectorAll("select, input")];
  [...before.querySelectorAll("select, input")].forEach((field, n) => {
    const other = wanted[n];
    if (isField(field) && isField(other)) put(field, other.value);
  });
  while (before.firstChild && before.firstChild !== first) before.firstChild.remove();
  while (fresh.firstChild && fresh.firstChild !== last) first.before(fresh.firstChild);
  return true;
}

/** Where each of so many begins. @param {number} all @param {number} each */
const starts = (all, each) =>
  Array.from({ length: Math.ceil(all / Math.max(1, each)) }, (_, n) => n * each);

/** @param {Numbered} made @param {Words} t */
function title({ number, priority, text }, t) {
  const about = `${number} · ${t(`priority.${priority}`)}`;
  const code = node("span", { class: "checklist__code" }, about);
  return node("th", { scope: "row" }, code, node("br"), own(text), unfold(number, t));
}

/** What opens a requirement's answers where they are folded. @param {string} number
 * @param {Words} t */
const unfold = (number, t) =>
  button("unfold", t("judge.unfold"), {
    class: "guide-compare__unfold",
    "aria-expanded": "false",
    "aria-label": `${t("judge.unfold")} ${number}`,
  });
