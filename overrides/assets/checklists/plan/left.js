// What is left, on the page: rows under their headings, made when their heading is opened. What is
// worked with keeps its place until something else is asked for.

import { inOrder } from "../elements/in-order.js";
import { node } from "../elements/node.js";
import { grouped } from "./groups.js";
import { MadeRows } from "./made-rows.js";
import { chosenRows } from "./rows.js";

/**
 * @typedef {import("../answers/state.js").Project} Project
 * @typedef {import("../elements/catalog.js").Catalog} Catalog
 * @typedef {import("./groups.js").Group} Group
 * @typedef {import("./row.js").Around} Around
 * @typedef {import("./rows.js").Chosen} Chosen
 * @typedef {import("./rows.js").Row} Row
 * @typedef {{fold: HTMLDetailsElement, head: HTMLElement, list: HTMLElement}} Fold
 */

const FEW = 40; // so many rows are shown without folding
const MANY = 100; // headings; of more the browser measures those that are looked at
const AT_ONCE = 30; // rows made in one go: a phone makes these in less than a blink
const LATER = 200; // rows of each go after the first, if there is time
const BUDGET = 10; // ms

/** The address of an item in the register. @param {Catalog} catalog @param {string} way to the root
 * @param {string} id */
export const addressOf = (catalog, way, id) => `${way}/${catalog.register}#${id}`;

export class Left {
  #holder;
  #titles;
  #made = new MadeRows();
  /** @type {Map<string, Group>} what stands under each heading now */
  #groups = new Map();
  /** @type {Map<string, Fold>} headings that are made */
  #folds = new Map();
  /** @type {WeakSet<HTMLElement>} headings that hold what `opening` fills in */
  #begun = new WeakSet();
  /** @type {Map<string, Row>} what is being worked with, as it was: it keeps its place */
  #held = new Map();
  #order = "";
  #first = AT_ONCE;
  /** @type {Set<string>} keys of headings that were open */
  #opened = new Set();
  #anew = false;
  /** @type {number | undefined} */
  #waiting;
  /** Fills more into a heading that is open; true once it has. @type {(fold: HTMLElement) =>
   * boolean} */
  opening = () => true;

  /** @param {HTMLElement} holder @param {Catalog} catalog */
  constructor(holder, catalog) {
    this.#holder = holder;
    this.#titles = new Map(catalog.lists.map(({ id, code, title }) => [id, `${code} ${title}`]));
  }

  /** @param {AbortSignal} signal */
  listen(signal) {
    // A fold tells of itself only where it stands.
    this.#holder.addEventListener("toggle", () => this.#fill(), { signal, capture: true });
    window.addEventListener("beforeprint", () => this.#fill(Infinity, Infinity, true), { signal });
    signal.addEventListener("abort", () => clearTimeout(this.#waiting));
  }

  /** The keys of the headings that are open. */
  get open() {
    return [...this.#folds].filter(([, { fold }]) => fold.open).map(([key]) => key);
  }

  /** These headings are open from the start. @param {string[]} keys */
  reopen(keys) {
    this.#opened = new Set(keys);
    this.#first = Infinity; // whoever comes back finds every row there
  }

  /** What stands under a heading. @param {string} key @returns {Row[]} */
  under(key) {
    return this.#groups.get(key)?.rows ?? [];
  }

  /** From now on an item keeps its place, whatever becomes of it. @param {Row} row */
  hold(row) {
    if (!this.#held.has(row.item.id)) this.#held.set(row.item.id, row);
  }

  /** Everything finds its own place again; with `anew` each row is made again too.
   * @param {boolean} [anew] */
  release(anew = false) {
    // A panel stays open when another tab chooses another project: it knows whose it is.
    const written = anew ? this.#made.written : [];
    this.#held = new Map([...this.#held].filter(([id]) => written.includes(id)));
    this.#opened = new Set(this.open);
    this.#anew = true;
    // Hundreds of rows leave faster together. Where somebody stands, each finds its place.
    for (const { list } of this.#folds.values()) {
      if (list.contains(document.activeElement)) continue;
      list.replaceChildren();
      list.hidden = true;
    }
    if (!anew) return;
    this.#folds.clear();
    this.#made.keep(written);
  }

  /** What is being worked with, as it is now; the rest is not looked at.
   * @param {Project} project */
  refresh(project) {
    this.#made.refresh(this.#held.keys(), project);
  }

  /**
   * Finds the rows that are chosen. What is held is chosen as it was.
   * @param {Row[]} all @param {Chosen} chosen @param {Around} around
   */
  gather(all, chosen, around) {
    this.#made.within(around);
    const groups = this.#grouped(all, chosen, around);
    this.#groups = new Map(groups.map((group) => [group.key, group]));
    if (this.#order !== chosen.order) this.#folds.clear();
    this.#order = chosen.order;
  }

  /** Shows what was gathered; gives how many rows. */
  show() {
    const groups = [...this.#groups.values()];
    const n = groups.reduce((sum, { rows }) => sum + rows.length, 0);
    this.#fold(groups, n <= FEW);
    this.#fill();
    return n;
  }

  /** The rows that are chosen, under their headings. What is held stands where it stood, and is as
   * it is now. @param {Row[]} all @param {Chosen} chosen @param {Around} around */
  #grouped(all, chosen, around) {
    const held = this.#held;
    const as = held.size ? all.map((row) => held.get(row.item.id) ?? row) : all;
    const rows = chosenRows(as, chosen, around);
    const groups = grouped(rows, chosen.order, { ...around, titles: this.#titles });
    if (!held.size) return groups;
    const worked = all.filter(({ item }) => held.has(item.id));
    const now = new Map(worked.map((row) => [row.item.id, row]));
    return groups.map((group) => ({
      ...group,
      rows: group.rows.map((row) => now.get(row.item.id) ?? row),
    }));
  }

  /** The headings, in their order; all open when there are `few` rows.
   * @param {Group[]} groups @param {boolean} few */
  #fold(groups, few) {
    const folds = groups.map(({ key, title, rows }, at) => {
      const open = few || this.#opened.has(key) || (this.#order !== "" && at === 0);
      const before = this.#folds.get(key);
      const { fold, head } = before ?? this.#heading(key, open);
      if (before && this.#anew && fold.open !== open) fold.open = open;
      const words = `${title} (${rows.length})`;
      if (head.textContent !== words) head.textContent = words;
      return fold;
    });
    this.#anew = false;
    this.#holder.classList.toggle("guide-many", folds.length > MANY);
    inOrder(this.#holder, folds);
  }

  /** @param {string} key @param {boolean} open @returns {Fold} */
  #heading(key, open) {
    const about = {
      class: "guide-plan__list",
      "data-list": key,
      "data-group": this.#order || "list",
      open,
    };
    // A list without rows is none to a screen reader.
    const [head, rows] = [node("summary"), { class: "guide-plan__items", hidden: true }];
    const list = node("ul", rows);
    const made = { fold: node("details", about, head, list), head, list };
    this.#folds.set(key, made);
    return made;
  }

  /** The rows of what is open, so many at once; the rest a moment later.
   * @param {number} [most] @param {number} [ms] for all but one @param {boolean} [closed] those of
   *   what is closed too */
  #fill(most = AT_ONCE, ms = Infinity, closed = false) {
    clearTimeout(this.#waiting);
    const until = performance.now() + ms;
    let made = 0;
    const all = Math.max(most, this.#first);
    this.#first = 0;
    // One at least: each go comes further.
    const room = () => made < all && (!made || performance.now() < until) && (made += 1) > 0;
    let whole = true;
    for (const [key, { rows }] of this.#groups) {
      const one = this.#folds.get(key);
      if (!one || !(one.fold.open || closed)) continue;
      if (!this.#begun.has(one.fold) && this.opening(one.fold)) this.#begun.add(one.fold);
      whole = this.#made.fill(one.list, rows, room) && whole;
    }
    if (!whole) this.#waiting = setTimeout(() => this.#fill(LATER, BUDGET));
  }
}
