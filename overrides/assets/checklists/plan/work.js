// Work in the rows of the plan: ticking, and the panel that opens in place.

import { answered, carried } from "../answers/answered.js";
import { outer } from "../elements/find.js";
import { panel } from "../lists/answer-panel.js";
import { itemOf } from "../lists/item.js";
import { wordingOf } from "../lists/wording.js";

/**
 * @typedef {import("../elements/catalog.js").Catalog} Catalog
 * @typedef {import("../elements/tool.js").Tool} Tool
 * @typedef {import("./left.js").Left} Left
 */

export class Work {
  #plan;
  #catalog;
  #left;

  /** @param {Tool} plan @param {Catalog} catalog @param {Left} left */
  constructor(plan, catalog, left) {
    this.#plan = plan;
    this.#catalog = catalog;
    this.#left = left;
  }

  /** Opens the panel in a row, or closes it. @param {HTMLButtonElement} button */
  write(button) {
    const holder = this.#held(button);
    if (holder) panel(itemOf(holder), button, this.#plan.store);
  }

  /** @param {HTMLInputElement} box */
  ticked(box) {
    const holder = this.#held(box);
    if (!holder) return;
    const { id, was } = itemOf(holder);
    const { store } = this.#plan;
    const status = box.checked ? "done" : "";
    const own = carried(store.project, id, was);
    store.answer(id, { ...own, status, wording: wordingOf(holder) });
  }

  /** The row that something stands in; its item keeps its place from now on.
   * @param {Element} inner */
  #held(inner) {
    const holder = outer(inner, "[data-item]", HTMLElement);
    const item = this.#catalog.byId.get(holder?.dataset.item ?? "");
    if (!item) return null;
    const found = answered(this.#plan.store.project, item.id, item.was);
    this.#left.hold({ item, found });
    return holder;
  }
}
