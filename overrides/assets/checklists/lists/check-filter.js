// Narrows the items of a page by the choices made; the choices stand in the address.

import { address, choices } from "../elements/address.js";
import { matches } from "./filter.js";

export class CheckFilter extends HTMLElement {
  #listening;

  connectedCallback() {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    this.addEventListener("change", () => this.#choose(), { signal });
    this.addEventListener("input", (event) => event.target.type === "search" && this.#choose(), { signal });
    // The form's own reset has not happened yet when the event comes.
    this.addEventListener("reset", () => setTimeout(() => this.#choose()), { signal });
    this.addEventListener("submit", (event) => event.preventDefault(), { signal });
    window.addEventListener("popstate", () => this.#read(), { signal });
    this.hidden = false;
    this.#read();
  }

  disconnectedCallback() {
    this.#listening?.abort();
  }

  get #fields() {
    return [...this.querySelectorAll("select, input")];
  }

  #read() {
    const chosen = choices(location.search, this.#fields.map((field) => field.name));
    for (const field of this.#fields) {
      if (field.type === "checkbox") field.checked = chosen[field.name] === field.value;
      else field.value = chosen[field.name];
    }
    this.#show();
  }

  #choose() {
    const query = address(location.search, this.#chosen());
    history.replaceState(history.state, "", `${location.pathname}${query}${location.hash}`);
    this.#show();
  }

  #chosen() {
    const value = (field) => (field.type !== "checkbox" || field.checked ? field.value : "");
    return Object.fromEntries(this.#fields.map((field) => [field.name, value(field)]));
  }

  #show() {
    const chosen = this.#chosen();
    const narrowed = Object.values(chosen).some(Boolean);
    const fold = this.querySelector("details");
    if (narrowed && fold) fold.open = true;
    const scope = this.closest("article") ?? document;
    const items = [...scope.querySelectorAll("[data-item], [data-filter-item]")];
    let shown = 0;
    for (const item of items) {
      item.hidden = !matches(item.dataset, chosen, () => item.textContent);
      if (!item.hidden) shown += 1;
    }
    for (const holder of scope.querySelectorAll("[data-filter-group], .checklist__group")) {
      holder.hidden = !holder.querySelector(":is([data-item], [data-filter-item]):not([hidden])");
    }
    const words = this.dataset.words.replace("{shown}", shown).replace("{total}", items.length);
    this.querySelector("[role=status]").textContent = narrowed ? words : "";
  }
}
