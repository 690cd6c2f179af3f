// «9 av 17 punkter gjelder dere», and the way to see them all.

import { storeOf } from "../answers/store.js";
import { fill } from "../elements/fill.js";
import { find, findAll, outer } from "../elements/find.js";
import { itemOf } from "./item.js";
import { fitsHere, noneFits } from "./unfit.js";

/** @typedef {import("./item.js").Item} Item */

export class CheckFit extends HTMLElement {
  #listening = new AbortController();
  /** @type {Item[]} */
  #items = [];

  connectedCallback() {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const scope = outer(this, "check-list", HTMLElement) ?? outer(this, "article", HTMLElement);
    this.#items = findAll(scope ?? document, "[data-item]", HTMLElement).map(itemOf);
    this.#store.addEventListener("change", () => this.#show(), { signal });
    const turn = () => {
      this.#store.everything = !this.#store.everything;
      this.#store.dispatchEvent(new Event("change"));
    };
    find(this, "button", HTMLButtonElement).addEventListener("click", turn, { signal });
    this.#show();
  }

  disconnectedCallback() {
    this.#listening.abort();
  }

  get #store() {
    return storeOf(this.dataset.site);
  }

  #show() {
    const n = this.#items.filter(fitsHere(this.#store)).length;
    const total = this.#items.length;
    const { words = "", none = words, all = "", less = "" } = this.dataset;
    const whole = noneFits(this.#items, this.#store);
    this.hidden = n === total;
    find(this, "span", HTMLElement).textContent = fill(whole ? none : words, { n, total });
    const turn = find(this, "button", HTMLButtonElement);
    turn.textContent = this.#store.everything ? less : all;
    turn.hidden = whole;
  }
}
