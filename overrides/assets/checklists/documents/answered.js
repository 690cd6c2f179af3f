// The answer that a supplier is at, how it is kept, and what other tabs have written meanwhile.

import { keyFor } from "../answers/key.js";
import { keep, kept, setAside } from "../answers/stored.js";
import { today } from "../elements/day.js";
import { begunOf, empty, joined, keyOf } from "./begun.js";
import { MOST } from "./document.js";
import { reply } from "./files.js";

/**
 * @typedef {import("./begun.js").Answer} Answer
 * @typedef {import("./begun.js").Begun} Begun
 * @typedef {import("./files.js").Opened} Opened
 * @typedef {import("./files.js").Reply} Reply
 */

export class Answered {
  #site;
  /** @type {Opened | null} */
  #document = null;
  #answer = empty();
  /** Numbers and posts that were answered here since they were saved, and «supplier».
   * @type {Set<string>} */
  #changes = new Set();

  /** @param {string} site */
  constructor(site) {
    this.#site = site;
  }

  get document() {
    return this.#document;
  }

  get answer() {
    return this.#answer;
  }

  /** What is kept under a name; null when it cannot be read. @param {string} name
   * @returns {Begun | null} */
  kept(name) {
    return begunOf(kept(this.#site, name) ?? "null");
  }

  /** A document that came, with what has been answered of it here. Gives it as it was here before,
   * where that said something else. @param {Opened} document @returns {Opened | null} */
  open(document) {
    const there = this.kept(keyOf(document));
    this.#document = document;
    this.#answer = there?.answer ?? empty();
    // The same may come in another language, or with another deadline.
    const isSame = JSON.stringify(there?.document) === JSON.stringify(document);
    if (!isSame) this.#changes.add("opened");
    return there && !isSame ? there.document : null;
  }

  /** None is open. */
  close() {
    this.save();
    this.#document = null;
    this.#answer = empty();
  }

  /** One that was begun here; false when it cannot be read. @param {string} name */
  again(name) {
    const made = this.kept(name);
    if (!made) return false;
    this.#document = made.document;
    this.#answer = made.answer;
    return true;
  }

  /** @param {string} number @param {Partial<Reply>} values */
  set(number, values) {
    const { answers } = this.#answer;
    answers[number] = reply({ ...answers[number], ...values });
    this.#changes.add(number);
  }

  /** @param {string} post @param {string} price */
  price(post, price) {
    this.#answer.form[post] = { price };
    this.#changes.add(post);
  }

  /** Answers and prices that come from elsewhere. @param {import("./earlier.js").Some} some */
  take({ answers, form }) {
    for (const [number, made] of Object.entries(answers)) this.set(number, made);
    for (const [post, price] of Object.entries(form)) this.price(post, price);
  }

  /** @param {string} name */
  name(name) {
    this.#answer.supplier = name.slice(0, MOST.name);
    this.#changes.add("supplier");
  }

  /** Takes what another tab has written, where a stored key is that of the document; false where
   * it is not. @param {string | null} key */
  follow(key) {
    const document = this.#document;
    if (!document || key !== `${keyFor(this.#site)}:${keyOf(document)}`) return false;
    const there = this.kept(keyOf(document));
    if (there) this.#answer = joined(there.answer, this.#answer, this.#changes);
    return Boolean(there);
  }

  /** False when it cannot be kept; null where nothing was to be. A tab that has changed nothing has
   * nothing to say over what another one wrote. */
  save() {
    if (!this.#document || !this.#changes.size) return null;
    const name = keyOf(this.#document);
    const before = this.kept(name);
    const there = before?.answer;
    this.#answer = joined(there, this.#answer, this.#changes);
    const opened = before?.opened || today();
    const made = JSON.stringify({ document: this.#document, answer: this.#answer, opened });
    const safe = there || setAside(this.#site, name);
    const fine = Boolean(safe) && keep(this.#site, name, made);
    if (fine) this.#changes.clear();
    return fine;
  }
}
