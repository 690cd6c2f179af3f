// How far the reader is beside a link to a list or a phase: a bar, and its numbers.

import { progress } from "../answers/answered.js";
import { storeOf } from "../answers/store.js";
import { differs } from "../elements/differs.js";
import { fill } from "../elements/fill.js";
import { GONE } from "../elements/gone.js";
import { node } from "../elements/node.js";
import { begun, itemsOf, meant } from "./meant.js";
import { bar, numbers } from "./pictures.js";
import { told } from "./told.js";

/** @typedef {import("../elements/catalog.js").Catalog} Catalog */

export class CheckProgress extends HTMLElement {
  #listening = new AbortController();
  #differs = differs(); // a page has dozens, and one tick changes one or two

  async connectedCallback() {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    await told(this, signal, (catalog) => this.#show(catalog));
  }

  disconnectedCallback() {
    this.#listening.abort(GONE);
  }

  /** @param {Catalog} catalog */
  #show(catalog) {
    const { project } = storeOf(this.dataset.site);
    const { lists = "", fits = "", part = "", must = "", should = "", could = "" } = this.dataset;
    const items = itemsOf(catalog, lists.trim().split(" "));
    const hers = meant(catalog, project, items);
    const [n, total] = [hers.length, items.length];
    const said = fits && n < total ? node("span", {}, fill(fits, { n, total })) : "";
    const made = progress(project, hers);
    this.hidden = !begun(project);
    if (!this.#differs([n, total, made])) return;
    const counts = node("span", {}, numbers(made, part, { must, should, could }));
    this.replaceChildren(said, ...(n ? [bar(made), counts] : []));
  }
}
