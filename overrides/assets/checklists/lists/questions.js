// Questions about the firm on the page, one at a time: an answer that is tapped leads on.

import { said } from "../answers/fit.js";
import { keep } from "../answers/state.js";
import { fill } from "../elements/fill.js";
import { find, findAll, outer } from "../elements/find.js";

/**
 * @typedef {import("../answers/store.js").Store} Store
 * @typedef {"back" | "skip" | "end"} Act
 */

const RADIO = "input[type=radio]";

export class Questions {
  #form;
  #store;
  #over;
  /** @type {HTMLFieldSetElement[]} */
  #asked = [];
  #at = 0;
  #pointed = false;

  /**
   * @param {HTMLFormElement} form @param {Store} store
   * @param {() => void} over what follows when the last has been asked
   * @param {AbortSignal} signal
   */
  constructor(form, store, over, signal) {
    this.#form = form;
    this.#store = store;
    this.#over = over;
    /** @param {string} type @param {(event: Event) => void} act */
    const hear = (type, act) => form.addEventListener(type, act, { signal });
    // Arrow keys choose on their way past an answer: only a finger or a mouse means it at once.
    hear("pointerdown", () => (this.#pointed = true));
    hear("keydown", () => (this.#pointed = false));
    hear("click", (event) => this.#clicked(event.target));
    hear("change", (event) => this.#chosen(event.target));
    hear("submit", (event) => {
      event.preventDefault();
      this.#step(1);
    });
  }

  get #all() {
    return findAll(this.#form, "fieldset", HTMLFieldSetElement);
  }

  /** The words in a summary for what has been answered, in order. An answer that is none any more
   * counts as not given. */
  get given() {
    const chosen = this.#all.map((one) => this.#radio(one));
    return chosen.flatMap((radio) => (radio ? [radio.dataset.short ?? ""] : []));
  }

  /** How many of the first questions are not answered. */
  get left() {
    return this.#first.filter((one) => !this.#radio(one)).length;
  }

  get #first() {
    return this.#all.filter(({ dataset }) => dataset.later === undefined);
  }

  /** Asks from the first question; with `rest`, from the first that is not answered.
   * @param {boolean} [rest] */
  ask(rest = false) {
    const first = this.#first;
    this.#asked = this.#all.filter((one) => first.includes(one) || this.#radio(one));
    this.#at = rest ? Math.max(0, this.#asked.findIndex((one) => !this.#radio(one))) : 0;
    this.show();
  }

  /** Puts the reader at the question that is asked. */
  focus() {
    find(this.#asked[this.#at], "legend", HTMLElement).focus();
  }

  /** The answer that the store holds to a question. @param {HTMLFieldSetElement} question */
  #radio(question) {
    const answer = said(this.#store.project, question.dataset.question ?? "");
    return findAll(question, RADIO, HTMLInputElement).find(({ value }) => value === answer);
  }

  show() {
    const now = this.#asked[this.#at];
    for (const one of this.#all) {
      one.hidden = one !== now;
      const answer = this.#radio(one);
      for (const radio of findAll(one, RADIO, HTMLInputElement)) radio.checked = radio === answer;
    }
    const step = find(this.#form, "[data-step]", HTMLElement);
    const { step: words = "" } = step.dataset;
    step.textContent = fill(words, { n: this.#at + 1, total: this.#asked.length });
    const answer = this.#radio(now);
    const skip = find(this.#form, "[data-act=skip]", HTMLElement);
    const { skip: over = "", clear = "" } = skip.dataset;
    skip.textContent = answer ? clear : over;
    find(this.#form, "[data-go]", HTMLElement).hidden = !answer;
    find(this.#form, "[data-act=back]", HTMLElement).hidden = this.#at === 0;
    find(this.#form, "[data-act=end]", HTMLElement).hidden = this.given.length === 0;
  }

  /** @param {EventTarget | null} target */
  #clicked(target) {
    const act = outer(target, "[data-act]", HTMLElement)?.dataset.act;
    if (act === "back") this.#step(-1);
    else if (act === "end") this.#over();
    else if (act === "skip") {
      this.#answer("");
      this.#step(1);
    } else if (target === this.#radio(this.#asked[this.#at])) {
      // The answer that stands already: no change will be told.
      if (this.#pointed) this.#step(1);
    }
  }

  /** @param {EventTarget | null} target */
  #chosen(target) {
    if (!(target instanceof HTMLInputElement)) return;
    this.#answer(target.value);
    if (this.#pointed) this.#step(1);
  }

  /** @param {string} text */
  #answer(text) {
    const { question = "" } = this.#asked[this.#at].dataset;
    this.#store.change((state, id, stamp) => keep(state, id, "profile", question, text, stamp));
  }

  /** @param {1 | -1} by */
  #step(by) {
    this.#at += by;
    if (this.#at >= this.#asked.length) {
      this.#at = 0;
      this.#over();
    } else {
      this.show();
      this.focus();
    }
  }
}
