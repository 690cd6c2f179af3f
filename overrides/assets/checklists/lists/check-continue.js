// «Fortsett med»: the list that was ticked last, with how far it is.

import { answered, progress } from "../answers/answered.js";
import { fitting } from "../answers/fit.js";
import { storeOf } from "../answers/store.js";
import { catalogOf } from "../elements/catalog.js";
import { fill } from "../elements/fill.js";
import { find } from "../elements/find.js";

/**
 * @typedef {import("../elements/catalog.js").Catalog} Catalog
 * @typedef {import("../elements/catalog.js").List} List
 */

export class CheckContinue extends HTMLElement {
  async connectedCallback() {
    try {
      const catalog = await catalogOf(this.dataset.root ?? "");
      const list = lastOf(catalog, storeOf(this.dataset.site).project);
      if (list) this.#show(catalog, list);
    } catch {
      // No net just now: nothing is said.
    }
  }

  /** @param {Catalog} catalog @param {List} list */
  #show({ byId, levels }, { title, page, items }) {
    const { project } = storeOf(this.dataset.site);
    const known = items.flatMap((id) => byId.get(id) ?? []);
    const { done, total } = progress(project, known.filter(fitting(levels, project))).all;
    find(this, "a", HTMLAnchorElement).href = `${this.dataset.root}/${page}`;
    find(this, ".guide-continue__title", HTMLElement).textContent = title;
    const how = find(this, ".guide-continue__done", HTMLElement);
    how.textContent = total ? fill(this.dataset.words ?? "", { done, total }) : "";
    this.hidden = false;
  }
}

/** The list in which an item was ticked last.
 * @param {Catalog} catalog @param {import("../answers/state.js").Project} project */
function lastOf({ lists }, project) {
  const done = Object.keys(project.items)
    .map((id) => ({ id, found: answered(project, id) }))
    .filter(({ found }) => found.status === "done")
    .sort((a, b) => b.found.when.localeCompare(a.found.when));
  for (const { id } of done) {
    const list = lists.find(({ items }) => items.includes(id));
    if (list) return list;
  }
  return undefined;
}
