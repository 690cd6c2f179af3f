// «Fortsett med»: the list on this page that was ticked last, with how far it is.

import { isTicked } from "./state.js";
import { storeOf } from "./store.js";

export class CheckContinue extends HTMLElement {
  connectedCallback() {
    const { state } = storeOf(this.dataset.site);
    const last = Object.entries(state.ticks).sort(([, a], [, b]) => b.localeCompare(a));
    for (const [item] of last) {
      const card = this.#cardOf(item);
      if (card) {
        this.#show(card, state);
        return;
      }
    }
  }

  /** The card of a list that owns the item, among those on the page. */
  #cardOf(item) {
    const cards = document.querySelectorAll("[data-filter-item]:has(check-progress)");
    return [...cards].find((card) => itemsOf(card).includes(item));
  }

  #show(card, state) {
    const link = card.querySelector("a");
    const items = itemsOf(card);
    const done = items.filter((item) => isTicked(state, item)).length;
    const words = card.querySelector("check-progress").dataset.words;
    this.querySelector("a").href = link.href;
    this.querySelector(".guide-continue__title").textContent = link.textContent;
    const said = words.replace("{done}", done).replace("{total}", items.length);
    this.querySelector(".guide-continue__done").textContent = said;
    this.hidden = false;
  }
}

const itemsOf = (card) => card.querySelector("check-progress").dataset.items.trim().split(" ");
