// The parts of a page that stay where they are, each looked for once: behind a thousand rows that
// is a long way.

import { seek } from "./find.js";

export class Parts {
  #root;
  /** @type {Map<string, HTMLElement>} */
  #known = new Map();

  /** @param {HTMLElement} root */
  constructor(root) {
    this.#root = root;
  }

  /**
   * As `seek` of find.js, within the root.
   * @template {HTMLElement} T @param {string} selector @param {new () => T} type
   * @returns {T | null}
   */
  seek(selector, type) {
    const old = this.#known.get(selector);
    const stands = old instanceof type && old.matches(selector) && this.#root.contains(old);
    const found = stands ? old : seek(this.#root, selector, type);
    if (found) this.#known.set(selector, found);
    return found;
  }
}
