// Keeping texts in the project in use, with a way to tell one's own changes from others'.

import { keep } from "../answers/state.js";

/** @typedef {import("../answers/store.js").Store} Store */

export class Keeper {
  #store;
  /** True while what is kept stands on the page already: nothing need be drawn anew. */
  quiet = false;

  /** @param {Store} store */
  constructor(store) {
    this.#store = store;
  }

  /**
   * Keeps [key, text] pairs among the project's documents.
   * @param {[key: string, text: string][]} pairs @param {boolean} [quiet]
   */
  keep(pairs, quiet = false) {
    this.quiet = quiet;
    this.#store.change((state, id, stamp) =>
      pairs.reduce((made, [key, text]) => keep(made, id, "documents", key, text, stamp), state),
    );
    this.quiet = false;
  }
}
