// «Fortsett med»: the list on this page that was ticked last, with how far it is.

import { answered } from "../answers/answered.js";
import { storeOf } from "../answers/store.js";

export class CheckContinue extends HTMLElement {
  connectedCallback() {
    const { project } = storeOf(this.dataset.site);
    const last = Object.keys(project.items)
      .map((id) => [id, answered(project, id)])
      .filter(([, found]) => found.status === "done")
      .sort(([, a], [, b]) => b.when.localeCompare(a.when));
    for (const [item] of last) {
      const card = this.#cardOf(item);
      if (card) {
        this.#show(card);
        return;
      }
    }
  }

  /** The card of a list that owns the item, among those on the page. */
  #cardOf(item) {
    const cards = document.querySelectorAll("[data-filter-item]:has(check-progress)");
    return [...cards].find((card) => itemsOf(card).includes(item));
  }

  #show(card) {
    const link = card.querySelector("a");
    this.querySelector("a").href = link.href;
    this.querySelector(".guide-continue__title").textContent = link.textContent;
    this.querySelector(".guide-continue__done").textContent = card.querySelector("check-progress").textContent;
    this.hidden = false;
  }
}

const itemsOf = (card) => card.querySelector("check-progress").dataset.items.trim().split(" ");
