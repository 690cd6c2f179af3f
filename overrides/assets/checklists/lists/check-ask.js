// A question that is asked where it matters: over a list, once the reader has begun to answer.

import { CHOSEN, said } from "../answers/fit.js";
import { keep } from "../answers/state.js";
import { storeOf } from "../answers/store.js";
import { find, findAll, outer } from "../elements/find.js";
import { GONE } from "../elements/gone.js";

/** Questions that were put aside in this visit. @type {Set<string>} */
const skipped = new Set();

export class CheckAsk extends HTMLElement {
  #listening = new AbortController();
  #last = ""; // the question that was answered last, which can be taken back

  connectedCallback() {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    this.#store.addEventListener("change", () => this.#show(), { signal });
    this.addEventListener("click", (event) => this.#clicked(event.target), { signal });
    this.#show();
  }

  disconnectedCallback() {
    this.#listening.abort(GONE);
  }

  get #store() {
    return storeOf(this.dataset.site);
  }

  get #rows() {
    return findAll(this, "[data-question]", HTMLElement);
  }

  /** True for a question that has no answer, or one that is none any more.
   * @param {HTMLElement} row */
  #open(row) {
    const answer = said(this.#store.project, row.dataset.question ?? "");
    return !findAll(row, "[data-answer]", HTMLElement).some((b) => b.dataset.answer === answer);
  }

  #show() {
    const { project, writable } = this.#store;
    const begun = Object.keys(project.profile).some((id) => id !== CHOSEN && said(project, id));
    const next = this.#rows.find(
      (row) => this.#open(row) && !skipped.has(row.dataset.question ?? ""),
    );
    for (const row of this.#rows) row.hidden = row !== next;
    find(this, "[data-thanks]", HTMLElement).hidden = !this.#last;
    this.hidden = !writable || !begun || !(next || this.#last);
  }

  /** @param {EventTarget | null} target */
  #clicked(target) {
    const button = outer(target, "button", HTMLButtonElement);
    const question = outer(button, "[data-question]", HTMLElement)?.dataset.question ?? "";
    if (button?.dataset.answer) this.#answer(question, button.dataset.answer);
    else if (button?.dataset.act === "skip") {
      skipped.add(question);
      this.#last = "";
      this.#show();
    } else if (button?.dataset.act === "undo") {
      const last = this.#last;
      this.#last = "";
      this.#keep(last, "");
    } else return;
    const shown = this.#rows.find((row) => !row.hidden);
    (shown ?? find(this, "[data-thanks]", HTMLElement)).focus();
  }

  /** @param {string} question @param {string} text */
  #answer(question, text) {
    this.#last = question;
    this.#keep(question, text);
  }

  /** @param {string} question @param {string} text */
  #keep(question, text) {
    this.#store.change((state, id, stamp) => keep(state, id, "profile", question, text, stamp));
  }
}
