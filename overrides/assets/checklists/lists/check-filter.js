// Narrows the items of a page by the choices made; the choices stand in the address.

import { choices, place } from "../elements/address.js";
import { fill } from "../elements/fill.js";
import { find, findAll, isField, outer } from "../elements/find.js";
import { openAround } from "../elements/fold.js";
import { GONE } from "../elements/gone.js";
import { matches } from "./filter.js";

export class CheckFilter extends HTMLElement {
  #listening = new AbortController();
  /** @type {HTMLDetailsElement[]} lists that were folded until a choice was made */
  #opened = [];

  connectedCallback() {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    this.addEventListener("change", () => this.#choose(), { signal });
    this.addEventListener("input", (event) => this.#typed(event.target), { signal });
    // The form's own reset has not happened yet when the event comes.
    this.addEventListener("reset", () => setTimeout(() => this.#choose()), { signal });
    this.addEventListener("submit", (event) => event.preventDefault(), { signal });
    window.addEventListener("popstate", () => this.#read(), { signal });
    this.hidden = false;
    this.#read();
  }

  disconnectedCallback() {
    this.#listening.abort(GONE);
  }

  get #fields() {
    return [...this.querySelectorAll("select, input")].filter(isField);
  }

  /** @param {EventTarget | null} target */
  #typed(target) {
    if (isField(target) && target.type === "search") this.#choose();
  }

  #read() {
    const chosen = choices(location.search, this.#fields.map((field) => field.name));
    for (const field of this.#fields) {
      const value = chosen[field.name];
      if (field instanceof HTMLInputElement && field.type === "checkbox") {
        field.checked = value === field.value;
      } else field.value = value;
    }
    this.#show();
  }

  #choose() {
    place(this.#chosen());
    this.#show(true);
  }

  /** @returns {Record<string, string>} */
  #chosen() {
    return Object.fromEntries(
      this.#fields.map((field) => {
        const box = field instanceof HTMLInputElement && field.type === "checkbox";
        return [field.name, box && !field.checked ? "" : field.value];
      }),
    );
  }

  /** @param {boolean} [said] someone has just chosen, who hears that all are shown again too */
  #show(said = false) {
    const scope = this.closest("article") ?? document;
    const items = findAll(scope, "[data-item], [data-filter-item]", HTMLElement);
    const chosen = applied(this.#chosen(), items);
    const narrowed = Object.values(chosen).some(Boolean);
    if (narrowed) openAround(find(this, "form", HTMLFormElement));
    for (const field of this.#fields) {
      const holder = outer(field, ".checklist-filter__choice", HTMLElement);
      if (holder) holder.hidden = !(field.name in chosen);
    }
    for (const item of items) {
      item.hidden = !matches(item.dataset, chosen, () => item.textContent);
    }
    for (const holder of findAll(scope, "[data-filter-group], .checklist__group", HTMLElement)) {
      holder.hidden = !holder.querySelector(":is([data-item], [data-filter-item]):not([hidden])");
    }
    this.#unfold(narrowed);
    const here = items.filter((item) => !item.matches("[data-unfit]"));
    const shown = here.filter((item) => !item.hidden).length;
    const words = fill(this.dataset.words ?? "", { shown, total: here.length });
    find(this, "[role=status]", HTMLElement).textContent = narrowed || said ? words : "";
  }

  /** What is chosen is seen; lists are folded again when nothing is. @param {boolean} narrowed */
  #unfold(narrowed) {
    for (const fold of this.#opened) fold.open = false;
    const scope = this.closest("article") ?? document;
    const folded = ".checklist__fold:not([open]):has([data-item]:not([hidden]))";
    this.#opened = narrowed ? findAll(scope, folded, HTMLDetailsElement) : [];
    for (const fold of this.#opened) fold.open = true;
  }
}

/**
 * The choices that mean something for what is on the page: lists have no status, points have.
 * @param {Record<string, string>} chosen @param {HTMLElement[]} items
 */
function applied(chosen, items) {
  const tells = (/** @type {string} */ name) =>
    items.some(({ dataset }) => name in dataset || (name === "status" && "item" in dataset));
  const kept = Object.entries(chosen).filter(([name]) => name === "text" || tells(name));
  return Object.fromEntries(kept);
}
