// Keeping texts in a project, with a way to tell one's own changes from others'.

import { keep } from "../answers/state.js";

/** @typedef {import("../answers/store.js").Store} Store */

export class Keeper {
  #store;
  #within;
  /** True while what is kept stands on the page already: nothing need be drawn anew. */
  quiet = false;

  /**
   * @param {Store} store @param {() => string} [within] the project that is written in; the one in
   *   use when it is not there
   */
  constructor(store, within = () => "") {
    this.#store = store;
    this.#within = within;
  }

  /**
   * Keeps [key, text] pairs among the project's documents.
   * @param {[key: string, text: string][]} pairs @param {boolean} [quiet]
   * @param {string} [within] the project
   */
  keep(pairs, quiet = false, within = this.#within()) {
    this.quiet = quiet;
    this.#store.change((state, now, stamp) => {
      const id = state.projects[within] ? within : now;
      return pairs.reduce(
        (made, [key, text]) => keep(made, id, "documents", key, text, stamp),
        state,
      );
    });
    this.quiet = false;
  }
}
