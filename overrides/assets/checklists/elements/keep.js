// Keeping texts in a project, with a way to tell one's own changes from others'.

import { keepAll } from "../answers/state.js";

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
   * Keeps [key, text] pairs among the project's documents, or its answers about the firm.
   * @param {[key: string, text: string][]} pairs @param {boolean} [quiet]
   * @param {string} [within] the project @param {"documents" | "profile"} [part]
   */
  keep(pairs, quiet = false, within = this.#within(), part = "documents") {
    this.quiet = quiet;
    this.#store.change((state, now, stamp) => {
      const id = state.projects[within] ? within : now;
      return keepAll(state, id, part, pairs, stamp);
    });
    this.quiet = false;
  }
}
