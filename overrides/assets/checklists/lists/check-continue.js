// «Fortsett med»: the list on this page that was ticked last, with how far it is.

import { answered } from "../answers/answered.js";
import { storeOf } from "../answers/store.js";
import { find, findAll } from "../elements/find.js";

const PROGRESS = "check-progress";

export class CheckContinue extends HTMLElement {
  connectedCallback() {
    const { project } = storeOf(this.dataset.site);
    const done = Object.keys(project.items)
      .map((id) => ({ id, found: answered(project, id) }))
      .filter(({ found }) => found.status === "done")
      .sort((a, b) => b.found.when.localeCompare(a.found.when));
    const cards = findAll(document, `[data-filter-item]:has(${PROGRESS})`, HTMLElement);
    for (const { id } of done) {
      const card = cards.find((one) => itemsOf(one).includes(id));
      if (card) {
        this.#show(card);
        return;
      }
    }
  }

  /** @param {HTMLElement} card of a list */
  #show(card) {
    const link = find(card, "a", HTMLAnchorElement);
    const how = find(card, PROGRESS, HTMLElement);
    find(this, "a", HTMLAnchorElement).href = link.href;
    find(this, ".guide-continue__title", HTMLElement).textContent = link.textContent;
    find(this, ".guide-continue__done", HTMLElement).textContent = how.textContent;
    this.hidden = false;
  }
}

/** Ids of the items that a card counts. @param {HTMLElement} card */
const itemsOf = (card) =>
  (find(card, PROGRESS, HTMLElement).dataset.items ?? "").trim().split(" ");
