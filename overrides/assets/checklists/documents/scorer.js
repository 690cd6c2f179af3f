// Who scores in this browser: kept here alone, for it says who sits at the machine.

import { keyFor } from "../answers/key.js";

export class Scorer {
  #key;
  /** @type {Record<string, string>} where nothing can be kept */
  #here = {};

  /** @param {string} site */
  constructor(site) {
    // Under the site's own name, so that «Slett alt» takes it too.
    this.#key = `${keyFor(site)}:scoring`;
  }

  /** @returns {Record<string, unknown>} evaluator by document */
  get #all() {
    try {
      const found = JSON.parse(window.localStorage.getItem(this.#key) ?? "{}");
      return typeof found === "object" && found !== null ? { ...found, ...this.#here } : this.#here;
    } catch {
      return this.#here;
    }
  }

  /** Who scores a document; «» when nobody does. @param {string} document */
  of(document) {
    const all = this.#all;
    return Object.hasOwn(all, document) ? String(all[document]) : "";
  }

  /** @param {string} document @param {string} who */
  begin(document, who) {
    this.#here[document] = who;
    try {
      window.localStorage.setItem(this.#key, JSON.stringify(this.#all));
    } catch {
      // It holds as long as the page does.
    }
  }
}
