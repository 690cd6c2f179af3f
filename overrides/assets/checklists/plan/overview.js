// Over the plan: what is next, how many items are hers, how far she is by each priority.

import { ahead } from "../answers/ahead.js";
import { progress } from "../answers/answered.js";
import { PRIORITIES } from "../answers/fields.js";
import { find } from "../elements/find.js";
import { node } from "../elements/node.js";
import { addressOf } from "./left.js";
import { hers } from "./rows.js";

/**
 * @typedef {import("../answers/state.js").Project} Project
 * @typedef {import("../elements/catalog.js").Catalog} Catalog
 * @typedef {import("../elements/catalog.js").Item} Item
 * @typedef {import("../elements/tool.js").Tool} Tool
 */

const FIRST = 3;

export class Overview {
  #plan;
  #catalog;
  /** The ids of the first things, when they were shown last. */
  #first = "";

  /** @param {Tool} plan @param {Catalog} catalog */
  constructor(plan, catalog) {
    this.#plan = plan;
    this.#catalog = catalog;
  }

  /** @param {Project} project @param {Item[]} items those that the plan is about */
  show(project, items) {
    this.#showNext(project, items);
    this.#showFit(project);
    this.#showCounts(project, items);
  }

  /** Shows every item, or the reader's own again. */
  turn() {
    const { store } = this.#plan;
    store.everything = !store.everything;
    store.dispatchEvent(new Event("change"));
  }

  /** The three things to begin with. @param {Project} project @param {Item[]} items */
  #showNext(project, items) {
    const { t, way } = this.#plan;
    const phases = (this.#catalog.facets.phase ?? []).map(({ id }) => id);
    const first = ahead(items, project, phases).slice(0, FIRST);
    const section = this.#plan.part("next");
    section.hidden = !first.length;
    const made = JSON.stringify(first.map(({ id }) => id));
    if (made === this.#first) return;
    this.#first = made;
    const lines = first.map(({ id, text, minutes }) => {
      const link = node("a", { href: addressOf(this.#catalog, way, id) }, text);
      const time = minutes ? [node("span", {}, ` ${t("minutes", { n: minutes })}`)] : [];
      return node("li", {}, link, ...time);
    });
    find(section, "ol", HTMLElement).replaceChildren(...lines);
  }

  /** Said where some items are left out. @param {Project} project */
  #showFit(project) {
    const { store, t } = this.#plan;
    const total = this.#catalog.items.length;
    const n = hers(this.#catalog, project).length;
    const line = this.#plan.part("fit");
    line.hidden = n === total;
    find(line, "span", HTMLElement).textContent = t("fit.shown", { n, total });
    const way = store.everything ? t("fit.less") : t("fit.all");
    find(line, "button", HTMLElement).textContent = way;
  }

  /** @param {Project} project @param {Item[]} items */
  #showCounts(project, items) {
    const { t } = this.#plan;
    const made = progress(project, items);
    const parts = PRIORITIES.filter((name) => made[name]?.total).map((name) =>
      t("counts", { priority: t(`priority.${name}`), ...made[name] }),
    );
    this.#plan.part("counts").textContent = parts.join(" · ");
  }
}
