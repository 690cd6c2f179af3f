// What a page with a tool has: its element, words, answers, and listening that ends with it.

import { LIMITS } from "../answers/fields.js";
import { storeOf } from "../answers/store.js";
import { find } from "./find.js";
import { GONE } from "./gone.js";
import { tellLost } from "./lost.js";
import { tellWhich } from "./which.js";
import { wordsOf } from "./words.js";

export class Tool {
  #listening = new AbortController();

  /** @param {HTMLElement} root the element with the site's id and the words in it */
  constructor(root) {
    this.root = root;
    this.site = root.dataset.site ?? "";
    this.store = storeOf(this.site);
    this.t = wordsOf(root.dataset.words);
    const lost = (/** @type {string} */ why) => this.t(`lost.${why}`, { n: LIMITS.live });
    tellLost(root, this.store, lost, this.signal);
    tellWhich(root, this.store, this.signal);
  }

  /** What is listened for with this ends when the element goes. */
  get signal() {
    return this.#listening.signal;
  }

  /** The way from the page to the site's root. */
  get way() {
    return this.root.dataset.root ?? "";
  }

  /** The part of the page that is marked so. @param {string} name */
  part(name) {
    return find(this.root, `[data-${name}]`, HTMLElement);
  }

  /**
   * As `part`, of a type.
   * @template {HTMLElement} T @param {string} name @param {new () => T} type
   */
  typed(name, type) {
    return find(this.root, `[data-${name}]`, type);
  }

  end() {
    this.#listening.abort(GONE);
  }
}
