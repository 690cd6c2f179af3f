// The rows of the plan that are made: each is made once and stays the same element, so that whoever
// writes in one keeps her place and her words.

import { answered } from "../answers/answered.js";
import { inOrder } from "../elements/in-order.js";
import { rowElement, showRow } from "./row.js";

/**
 * @typedef {import("../answers/state.js").Project} Project
 * @typedef {import("./row.js").Around} Around
 * @typedef {import("./rows.js").Row} Row
 */

export class MadeRows {
  /** @type {Map<string, HTMLElement>} by item */
  #rows = new Map();
  /** @type {WeakMap<HTMLElement, Row>} what a row shows */
  #drawn = new WeakMap();
  /** @type {WeakMap<HTMLElement, Row[]>} what a list was filled with */
  #filled = new WeakMap();
  /** @type {Around | null} */
  #around = null;

  /** Rows are shown with this around them from now on. @param {Around} around */
  within(around) {
    const { today, writable } = this.#around ?? around;
    if (today !== around.today || writable !== around.writable) this.#drawn = new WeakMap();
    this.#around = around;
  }

  /** The items in whose row something is written just now. */
  get written() {
    return [...this.#rows].filter(([, row]) => row.querySelector("form")).map(([id]) => id);
  }

  /** Rows are made anew but for these. @param {string[]} ids */
  keep(ids) {
    this.#rows = new Map([...this.#rows].filter(([id]) => ids.includes(id)));
  }

  /** What is written about some, as it is now. @param {Iterable<string>} ids
   * @param {Project} project */
  refresh(ids, project) {
    for (const id of ids) {
      const made = this.#rows.get(id);
      const row = made && this.#drawn.get(made);
      if (!row) continue;
      const found = answered(project, id, row.item.was);
      if (found !== row.found) this.#draw(made, { ...row, found });
    }
  }

  /**
   * Has a list hold its rows: those that stand there, and as many more as there is room for.
   * @param {HTMLElement} list @param {Row[]} rows @param {() => boolean} room
   * @returns {boolean} true when it holds them all
   */
  fill(list, rows, room) {
    // The same rows as before: those that are there need no second look.
    const there = this.#filled.get(list) === rows ? list.childElementCount : 0;
    const last = rows[there - 1];
    const start = last && list.lastElementChild === this.#rows.get(last.item.id) ? there : 0;
    this.#filled.set(list, rows);
    /** @type {HTMLElement[]} */
    const shown = [];
    for (const row of rows.slice(start)) {
      const stands = this.#rows.get(row.item.id)?.parentNode === list;
      if (stands || room()) shown.push(this.#row(row));
    }
    if (start) list.append(...shown);
    else inOrder(list, shown);
    list.hidden = !list.firstElementChild;
    return start + shown.length === rows.length;
  }

  /** The element of a row, with what is written about it now. @param {Row} row */
  #row(row) {
    const { id } = row.item;
    const made = this.#rows.get(id) ?? rowElement(row, /** @type {Around} */ (this.#around));
    this.#rows.set(id, made);
    if (this.#drawn.get(made)?.found !== row.found) this.#draw(made, row);
    return made;
  }

  /** @param {HTMLElement} made @param {Row} row */
  #draw(made, row) {
    showRow(made, row, /** @type {Around} */ (this.#around));
    this.#drawn.set(made, row);
  }
}
