// «3 av 14 krysset av» beside a link to a list.

import { answered } from "../answers/answered.js";
import { storeOf } from "../answers/store.js";
import { fill } from "../elements/fill.js";
import { GONE } from "../elements/gone.js";

/** @typedef {import("../answers/state.js").Project} Project */

export class CheckProgress extends HTMLElement {
  #listening = new AbortController();

  connectedCallback() {
    const store = storeOf(this.dataset.site);
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    store.addEventListener("change", () => this.#show(store.project), { signal });
    this.#show(store.project);
  }

  disconnectedCallback() {
    this.#listening.abort(GONE);
  }

  /** @param {Project} project */
  #show(project) {
    const ids = (this.dataset.items ?? "").trim().split(" ");
    // What an item took over from others counts as its own: «new:old,older new2:old2».
    const pairs = (this.dataset.was ?? "").trim().split(" ");
    const was = new Map(pairs.map((pair) => [pair.split(":")[0], pair.split(":")[1]?.split(",")]));
    const found = ids.map((id) => answered(project, id, was.get(id)).status);
    const done = found.filter((status) => status === "done").length;
    const total = found.filter((status) => status !== "irrelevant").length;
    this.textContent = fill(this.dataset.words ?? "", { done, total });
    this.hidden = done === 0;
  }
}
