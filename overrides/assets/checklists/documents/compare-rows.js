// The table of the comparison: a row a requirement, a column a supplier. What each cell shows is
// noted, so that only what has changed is made anew, and many rows are made some at a time.

import { drawnIn } from "../elements/drawn-in.js";
import { inOrder } from "../elements/in-order.js";
import { button, node } from "../elements/node.js";
import * as compare from "./compare.js";
import { cell, own } from "./compare-cell.js";
import { parts } from "./verdict-view.js";

/**
 * @typedef {import("../elements/words.js").Words} Words
 * @typedef {import("./compared.js").Compared} Compared
 * @typedef {import("./document.js").Numbered} Numbered
 * @typedef {{row: HTMLTableRowElement, shown: unknown[][]}} Made a row, and what each of its cells
 *   rests on: as long as that is the same, so is the cell
 * @typedef {{table: HTMLTableElement, head: HTMLElement, body: HTMLElement, ids: string[],
 *   rows: Map<string, Made>}} Side a table of some suppliers; rows by the requirement's number
 */

const AT_ONCE = 60; // cells

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
  /** @type {Side[]} as many tables as the suppliers need to stand side by side */
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
    return [
      ["tables", () => this.#begin(rows, all)],
      ...all.flatMap((some, side) => {
        const few = Math.max(1, Math.floor(AT_ONCE / some.length));
        const starts = rows.map((_, n) => n).filter((n) => n % few === 0);
        return starts.map((start) => {
          const here = rows.slice(start, start + few);
          const fill = () =>
            this.#drawing === now && this.#fill(this.#sides[side], here, start, [some, suppliers]);
          return /** @type {[string, () => void]} */ ([`table ${side} ${start}`, fill]);
        });
      }),
    ];
  }

  /** Tables that are there, without rows that are asked for no more.
   * @param {Numbered[]} rows @param {Compared[][]} all */
  #begin(rows, all) {
    const asked = new Set(rows.map(({ number }) => number));
    this.#sides = all.map((some, n) => {
      const side = this.#sides[n] ?? this.#side();
      const names = some.map(({ supplier }) => node("th", { scope: "col" }, own(supplier)));
      const first = node("th", { scope: "col" }, this.#t("requirement"));
      side.head.replaceChildren(node("tr", {}, first, ...names));
      side.ids = some.map(({ id }) => id);
      for (const [number, { row }] of side.rows) {
        if (asked.has(number)) continue;
        row.remove();
        side.rows.delete(number);
      }
      return side;
    });
    inOrder(this.#holder, this.#sides.map(({ table }) => table));
  }

  /** @returns {Side} */
  #side() {
    const [head, body] = [node("thead"), node("tbody")];
    const title = node("caption", { class: "checklist__sr" }, this.#t("table"));
    const table = node("table", {}, title, head, body);
    return { table, head, body, ids: [], rows: new Map() };
  }

  /** Some rows in their place, each with what it shows now. @param {Side} side
   * @param {Numbered[]} rows @param {number} start which row the first is
   * @param {[some: Compared[], all: Compared[]]} suppliers of this table, and of all */
  #fill({ body, rows: made }, rows, start, [some, all]) {
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
    drawnIn(this.#root, before, () => before.replaceWith(fresh));
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
