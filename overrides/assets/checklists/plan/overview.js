// Over the plan: how many items are hers, how far she is by each priority.

import { progress } from "../answers/answered.js";
import { PRIORITIES } from "../answers/fields.js";
import { find } from "../elements/find.js";
import { begun, hers } from "../lists/meant.js";

/**
 * @typedef {import("../answers/state.js").Project} Project
 * @typedef {import("../elements/catalog.js").Catalog} Catalog
 * @typedef {import("../elements/catalog.js").Item} Item
 * @typedef {import("../elements/tool.js").Tool} Tool
 */

const FIRST = 6; // lists; plan-row.css counts them too

export class Overview {
  #plan;
  #catalog;
  #all = false;

  /** @param {Tool} plan @param {Catalog} catalog */
  constructor(plan, catalog) {
    this.#plan = plan;
    this.#catalog = catalog;
  }

  /** Shows every item, or the reader's own again. */
  turn() {
    const { store } = this.#plan;
    store.everything = !store.everything;
    store.dispatchEvent(new Event("change"));
  }

  /** On a phone whoever has answered nothing sees the first lists, and asks for the rest.
   * @param {boolean} usual whether the plan shows her own, all that is left */
  showFirst(usual) {
    const { store, t } = this.#plan;
    const holder = this.#plan.part("left");
    const n = holder.childElementCount;
    const few = usual && !this.#all && n > FIRST && !begun(store.project);
    holder.toggleAttribute("data-first", few);
    const rest = this.#plan.part("rest");
    rest.hidden = !few;
    find(rest, "button", HTMLElement).textContent = t("all_lists", { n });
  }

  /** From now on every list is shown. */
  whole() {
    this.#all = true;
  }

  /** Shows the rest too, and goes there. */
  showRest() {
    this.whole();
    this.showFirst(true);
    const next = this.#plan.part("left").children[FIRST];
    if (next) find(next, "summary", HTMLElement).focus();
  }

  /** Said where some items are left out. @param {Project} project */
  showFit(project) {
    const { store, t } = this.#plan;
    const total = this.#catalog.items.length;
    const n = hers(this.#catalog, project).length;
    const line = this.#plan.part("fit");
    line.hidden = n === total;
    find(line, "span", HTMLElement).textContent = t("fit.shown", { n, total });
    const way = store.everything ? t("fit.less") : t("fit.all");
    find(line, "button", HTMLElement).textContent = way;
  }

  /** In numbers alone, where no picture tells it: before anything is answered, and over a copy.
   * @param {Project} project @param {Item[]} items those that the plan is about
   * @param {boolean} copy somebody else's */
  showCounts(project, items, copy) {
    const { t } = this.#plan;
    const made = progress(project, items);
    const parts = PRIORITIES.filter((name) => made[name]?.total).map((name) =>
      t("counts", { priority: t(`priority.${name}`), ...made[name] }),
    );
    const line = this.#plan.part("counts");
    line.textContent = parts.join(" · ");
    line.hidden = !copy && begun(project);
  }
}
