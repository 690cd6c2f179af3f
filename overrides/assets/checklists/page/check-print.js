// Prints the page as chosen: how much of each item, and with or without the reader's ticks.
// Fetched when its fold is opened.

import { find, findAll } from "../elements/find.js";
import { GONE } from "../elements/gone.js";
import { node } from "../elements/node.js";

/** The choice stands on the root element, where the style sheet for paper reads it. */
export class CheckPrint extends HTMLElement {
  #listening = new AbortController();
  #touched = false; // the reader has chosen, also what stood there

  connectedCallback() {
    const form = find(this, "form", HTMLFormElement);
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    form.addEventListener("submit", (event) => this.#print(event, form), { signal });
    form.addEventListener("click", () => void (this.#touched = true), { signal });
    // Printed in another way, the page is what is chosen here.
    form.addEventListener("change", () => this.#choose(form), { signal });
    form.closest("details")?.addEventListener("toggle", () => this.#offer(form), { signal });
    this.#offer(form);
    const lists = document.querySelector("[data-item]:not(check-plan *)") !== null;
    for (const choice of findAll(form, ".guide-print__lists", HTMLElement)) choice.hidden = !lists;
    form.hidden = false;
  }

  disconnectedCallback() {
    this.#listening.abort(GONE);
    // Another page begins without choices; what is removed with the page needs no care.
    delete document.documentElement.dataset.printLevel;
    delete document.documentElement.dataset.printBoxes;
  }

  /** Before anything is chosen the page prints as it stands: with what is answered.
   * @param {HTMLFormElement} form */
  #offer(form) {
    const ticked = form.querySelector("[value=ticked]");
    const answers = "[data-item] [type=checkbox]:checked, .checklist__said:not(:empty)";
    const some = document.querySelector(answers);
    const chosen = this.#touched || document.documentElement.dataset.printBoxes;
    if (!chosen && some && ticked instanceof HTMLInputElement) ticked.checked = true;
  }

  /** @param {HTMLFormElement} form */
  #choose(form) {
    const chosen = new FormData(form);
    const root = document.documentElement;
    root.dataset.printLevel = String(chosen.get("level"));
    root.dataset.printBoxes = String(chosen.get("boxes"));
    if (root.dataset.printLevel === "work") this.#rule();
  }

  /** @param {Event} event @param {HTMLFormElement} form */
  #print(event, form) {
    event.preventDefault();
    this.#choose(form);
    window.print();
  }

  /** Lines to write on under each item: made when they are asked for, seen on paper only. */
  #rule() {
    const { responsible, due, notes } = this.dataset;
    const unruled = "[data-item]:not(:has(> .checklist__lines))";
    for (const item of findAll(document, unruled, HTMLElement)) {
      const lines = Object.entries({ responsible, due, note: notes }).map(([name, word]) =>
        node("p", { "data-line": name }, `${word}:`),
      );
      item.append(node("div", { class: "checklist__lines" }, ...lines));
    }
  }
}
