// Keeping texts in a project, with a way to tell one's own changes from others'.

import { keepAll } from "../answers/state.js";
import { stored } from "./put.js";

/** @typedef {import("../answers/store.js").Store} Store */

export class Keeper {
  #store;
  #within;
  /** True while what is kept stands on the page already: nothing need be drawn anew. */
  quiet = false;
  /** Where what is kept quietly is stored in a task of its own: what begins that, and then calls
   * `store`. @type {{start: () => void} | undefined} */
  soon;

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
   * @returns {boolean} whether it stands: else a newer guide has written here, or it is too much
   */
  keep(pairs, quiet = false, within = this.#within(), part = "documents") {
    const soon = quiet ? this.soon : undefined;
    this.quiet = quiet;
    /** @type {import("../answers/store.js").Change} */
    const change = (state, now, stamp) =>
      keepAll(state, state.projects[within] ? within : now, part, pairs, stamp);
    this.#store.change(change, false, Boolean(soon));
    if (quiet) stored();
    this.quiet = false;
    soon?.start();
    return this.#store.writable && !this.#store.refused;
  }

  /** Stores what was put off. */
  store() {
    this.quiet = true;
    this.#store.save();
    this.quiet = false;
  }

}
