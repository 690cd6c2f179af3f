// How far the reader is in all: a ring for each priority with its numbers, and the way of phases.

import { progress } from "../answers/answered.js";
import { PRIORITIES } from "../answers/fields.js";
import { storeOf } from "../answers/store.js";
import { differs } from "../elements/differs.js";
import { fill } from "../elements/fill.js";
import { find } from "../elements/find.js";
import { GONE } from "../elements/gone.js";
import { node } from "../elements/node.js";
import { begun, farOf, hers, whereabouts } from "./meant.js";
import { ring, way } from "./pictures.js";
import { told } from "./told.js";

/** @typedef {import("../elements/catalog.js").Catalog} Catalog */

export class CheckOverview extends HTMLElement {
  #listening = new AbortController();
  #at = -1;
  #ringsDiffer = differs();
  #phasesDiffer = differs();

  async connectedCallback() {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    // Each takes a while in a large guide.
    const parts = [this.#show, this.#here, this.#where].map((part) => part.bind(this));
    await told(this, signal, ...parts);
  }

  disconnectedCallback() {
    this.#listening.abort(GONE);
  }

  /** @param {Catalog} catalog */
  #show(catalog) {
    const { project } = storeOf(this.dataset.site);
    const made = progress(project, hers(catalog, project));
    if (!this.#ringsDiffer(made)) return;
    find(this, "[data-ring]", HTMLElement).replaceChildren(ring(made));
    const { part = "", must = "", should = "", could = "" } = this.dataset;
    /** @type {Record<string, string>} */
    const names = { must, should, could };
    const lines = PRIORITIES.filter((name) => made[name]?.total).map((name) => {
      const words = fill(part, { priority: names[name], ...made[name] });
      return node("li", { class: `guide-overview__part guide-overview__part--${name}` }, words);
    });
    find(this, "[data-numbers]", HTMLElement).replaceChildren(...lines);
  }

  /** In words where the reader is. @param {Catalog} catalog */
  #here(catalog) {
    const order = this.#phases().map(([id]) => id);
    const { project } = storeOf(this.dataset.site);
    this.#at = whereabouts(catalog, project, order);
    const phase = catalog.facets.phase?.find(({ id }) => id === order[this.#at])?.title ?? "";
    const words = { n: this.#at + 1, total: order.length, phase };
    const line = find(this, "[data-here]", HTMLElement);
    line.textContent = phase ? fill(line.dataset.here ?? "", words) : "";
  }

  /** The way of phases. @param {Catalog} catalog */
  #where(catalog) {
    const { project } = storeOf(this.dataset.site);
    const phases = this.#phases().map(([, lists]) => farOf(catalog, project, lists));
    if (this.#phasesDiffer([phases, this.#at])) {
      const drawing = phases.length ? [way(phases, this.#at)] : [];
      find(this, "[data-way]", HTMLElement).replaceChildren(...drawing);
    }
    // Last: what is below is moved once.
    this.hidden = !begun(project);
  }

  /** The phases in their order, each with its lists, as the page has them: «drift:liste,to». */
  #phases() {
    const given = (this.dataset.phases ?? "").trim().split(" ").filter(Boolean);
    const parts = given.map((one) => one.split(":"));
    return parts.map(([id, lists]) => /** @type {[string, string[]]} */ ([id, lists.split(",")]));
  }
}
