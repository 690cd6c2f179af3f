// What is left, on the page: rows under their headings. Each row is made when its heading is
// opened, and stays the same element, so that whoever writes in one keeps her place and her words.

import { find, findAll } from "../elements/find.js";
import { node } from "../elements/node.js";
import { grouped } from "./groups.js";
import { rowElement, showRow } from "./row.js";
import { chosenRows } from "./rows.js";

/**
 * @typedef {import("../elements/catalog.js").Catalog} Catalog
 * @typedef {import("./groups.js").Group} Group
 * @typedef {import("./row.js").Around} Around
 * @typedef {import("./rows.js").Chosen} Chosen
 * @typedef {import("./rows.js").Row} Row
 */

const FEW = 40; // so many rows are shown without folding
const AT_ONCE = 30; // rows made in one go: a phone makes these in less than a blink

/** The address of an item in the register. @param {Catalog} catalog @param {string} way to the root
 * @param {string} id */
export const addressOf = (catalog, way, id) => `${way}/${catalog.register}#${id}`;

export class Left {
  #holder;
  #titles;
  /** @type {Around | null} */
  #around = null;
  /** @type {Map<string, HTMLElement>} rows that are made, by item */
  #rows = new Map();
  /** @type {WeakMap<HTMLElement, Row>} what a row shows */
  #drawn = new WeakMap();
  /** @type {Map<string, Group>} what stands under each heading now */
  #groups = new Map();
  /** @type {Map<string, HTMLDetailsElement>} headings that are made */
  #folds = new Map();
  /** @type {Map<string, Row>} what is being worked with, as it was: it keeps its place */
  #held = new Map();
  #order = "";
  #first = 0;
  /** @type {Set<string>} keys of headings that were open */
  #opened = new Set();
  /** @type {number | undefined} */
  #waiting;
  /** Fills more into a heading that is made.
   * @type {(fold: HTMLElement, around: Around) => void} */
  made = () => {};

  /** @param {HTMLElement} holder @param {Catalog} catalog */
  constructor(holder, catalog) {
    this.#holder = holder;
    this.#titles = new Map(catalog.lists.map(({ id, code, title }) => [id, `${code} ${title}`]));
  }

  /** @param {AbortSignal} signal */
  listen(signal) {
    // A fold tells of itself only where it stands.
    this.#holder.addEventListener("toggle", () => this.#fill(), { signal, capture: true });
    window.addEventListener("beforeprint", () => this.#fill(Infinity, true), { signal });
    signal.addEventListener("abort", () => clearTimeout(this.#waiting));
  }

  /** The keys of the headings that are open. */
  get open() {
    return [...this.#folds].filter(([, fold]) => fold.open).map(([key]) => key);
  }

  /** These headings are open from the start. @param {string[]} keys */
  reopen(keys) {
    this.#opened = new Set(keys);
    this.#first = Infinity;
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
    const open = [...this.#rows].filter(([, row]) => anew && row.querySelector("form"));
    this.#held = new Map([...this.#held].filter(([id]) => open.some(([one]) => one === id)));
    this.#opened = new Set(this.open);
    this.#folds.clear();
    if (anew) this.#rows = new Map(open);
  }

  /**
   * Shows the rows that are chosen; gives them. What is held is chosen as it was.
   * @param {Row[]} all @param {Chosen} chosen @param {Around} around
   */
  show(all, chosen, around) {
    const { today, writable } = this.#around ?? around;
    if (today !== around.today || writable !== around.writable) this.#drawn = new WeakMap();
    this.#around = around;
    const now = new Map(all.map((row) => [row.item.id, row]));
    const as = all.map((row) => this.#held.get(row.item.id) ?? row);
    const rows = chosenRows(as, chosen, around);
    const groups = grouped(rows, chosen.order, { ...around, titles: this.#titles });
    for (const group of groups) {
      group.rows = group.rows.map((row) => now.get(row.item.id) ?? row);
    }
    this.#groups = new Map(groups.map((group) => [group.key, group]));
    this.#order = chosen.order;
    this.#fold(groups, rows.length <= FEW);
    this.#fill();
    return groups.flatMap((group) => group.rows);
  }

  /** The headings, in their order; all open when there are `few` rows.
   * @param {Group[]} groups @param {boolean} few */
  #fold(groups, few) {
    const folds = groups.map(({ key, title, rows }, at) => {
      const open = few || this.#opened.has(key) || (this.#order !== "" && at === 0);
      const fold = this.#folds.get(key) ?? this.#made(key, open);
      find(fold, "summary", HTMLElement).textContent = `${title} (${rows.length})`;
      return fold;
    });
    inOrder(this.#holder, folds);
  }

  /** @param {string} key @param {boolean} open */
  #made(key, open) {
    const about = {
      class: "guide-plan__list",
      "data-list": key,
      "data-group": this.#order || "list",
      open,
    };
    const list = node("ul", { class: "guide-plan__items" });
    const fold = node("details", about, node("summary"), list);
    this.#folds.set(key, fold);
    this.made(fold, /** @type {Around} */ (this.#around));
    return fold;
  }

  /** The rows of what is open, so many at once; the rest a moment later.
   * @param {number} [most] @param {boolean} [closed] those of what is closed too */
  #fill(most = AT_ONCE, closed = false) {
    clearTimeout(this.#waiting);
    let left = Math.max(most, this.#first); // whoever comes back finds every row there
    this.#first = 0;
    for (const [key, { rows }] of this.#groups) {
      const fold = this.#folds.get(key);
      if (!fold || !(fold.open || closed)) continue;
      const some = rows.filter(({ item }) => this.#rows.has(item.id) || left-- > 0);
      inOrder(find(fold, "ul", HTMLElement), some.map((row) => this.#row(row)));
    }
    if (left < 0) this.#waiting = setTimeout(() => this.#fill());
  }

  /** The element of a row, with what is written about it now. @param {Row} row */
  #row(row) {
    const around = /** @type {Around} */ (this.#around);
    const { id } = row.item;
    const made = this.#rows.get(id) ?? rowElement(row, around);
    this.#rows.set(id, made);
    if (this.#drawn.get(made)?.found !== row.found) showRow(made, row, around);
    this.#drawn.set(made, row);
    return made;
  }
}

/** Has an element hold these and no others, moving as little as may be: what is moved loses the
 * focus. @param {HTMLElement} holder @param {HTMLElement[]} wanted */
function inOrder(holder, wanted) {
  const stays = new Set(wanted);
  for (const child of findAll(holder, ":scope > *", HTMLElement)) {
    if (!stays.has(child)) child.remove();
  }
  let next = holder.firstElementChild;
  for (const element of wanted) {
    if (element === next) next = next.nextElementSibling;
    else holder.insertBefore(element, next);
  }
}
