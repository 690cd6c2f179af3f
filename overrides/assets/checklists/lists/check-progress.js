// «3 av 14 krysset av» beside a link to a list.

import { answered } from "../answers/answered.js";
import { storeOf } from "../answers/store.js";

export class CheckProgress extends HTMLElement {
  #listening;

  connectedCallback() {
    const store = storeOf(this.dataset.site);
    this.#listening = new AbortController();
    store.addEventListener("change", () => this.#show(store.project), { signal: this.#listening.signal });
    this.#show(store.project);
  }

  disconnectedCallback() {
    this.#listening?.abort();
  }

  #show(project) {
    const ids = this.dataset.items.trim().split(" ");
    const found = ids.map((id) => answered(project, id).status);
    const done = found.filter((status) => status === "done").length;
    const total = found.filter((status) => status !== "irrelevant").length;
    this.textContent = this.dataset.words.replace("{done}", done).replace("{total}", total);
    this.hidden = done === 0;
  }
}
