// «3 av 14 krysset av» beside a link to a list.

import { isTicked } from "./state.js";
import { storeOf } from "./store.js";

export class CheckProgress extends HTMLElement {
  #listening;

  connectedCallback() {
    const store = storeOf(this.dataset.site);
    this.#listening = new AbortController();
    store.addEventListener("change", () => this.#show(store.state), { signal: this.#listening.signal });
    this.#show(store.state);
  }

  disconnectedCallback() {
    this.#listening?.abort();
  }

  #show(state) {
    const ids = this.dataset.items.trim().split(" ");
    const done = ids.filter((id) => isTicked(state, id)).length;
    this.hidden = done === 0;
    this.textContent = this.dataset.words.replace("{done}", done).replace("{total}", ids.length);
  }
}
