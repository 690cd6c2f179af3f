// In the register of a guide too large for one page: an address of an item leads to its list.

import { catalogOf } from "../elements/catalog.js";
import { targetOf } from "../elements/address.js";
import { GONE } from "../elements/gone.js";

export class CheckLead extends HTMLElement {
  #listening = new AbortController();

  connectedCallback() {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    window.addEventListener("hashchange", () => this.#lead(signal), { signal });
    void this.#lead(signal);
  }

  disconnectedCallback() {
    this.#listening.abort(GONE);
  }

  /** @param {AbortSignal} signal */
  async #lead(signal) {
    const { hash } = location;
    if (!hash || targetOf(hash)) return;
    const { root = "" } = this.dataset;
    const catalog = await catalogOf(root).catch(() => undefined);
    if (!catalog || signal.aborted || hash !== location.hash) return;
    const name = hash.slice(1);
    const item = catalog.byId.get(name) ?? catalog.items.find(({ was }) => was.includes(name));
    const page = catalog.lists.find(({ id }) => id === item?.list)?.page;
    if (!item || !page) return;
    // No step of its own in the history: «back» would lead here again.
    const instead = location.replace.bind(location);
    instead(`${root}/${page}#${item.id}`);
  }
}
