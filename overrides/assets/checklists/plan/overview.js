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

export class Overview {
  #plan;
  #catalog;

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
