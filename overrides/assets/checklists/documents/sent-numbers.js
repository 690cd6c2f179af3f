// Numbers of a document that has been made into files: they stay hers, and a change of one is told.

import { keyOf, namesIn } from "../answers/parameters.js";
import { numbered } from "./document.js";

/** @typedef {import("./document.js").Doc} Doc */

/**
 * The numbers that a document names become the reader's own: what has left the house does not
 * change because she answers another question about the firm.
 * @param {import("../elements/keep.js").Keeper} keeper @param {Doc} doc
 */
export function pin(keeper, { numbers }) {
  const loose = numbers.filter(({ own }) => !own);
  /** @type {[string, string][]} */
  const pairs = loose.map(({ id, value }) => [keyOf(id), value]);
  if (pairs.length) keeper.keep(pairs, false, undefined, "profile");
}

/** What a document said when it was looked at last. */
export class SentNumbers {
  #id = "";
  /** @type {Map<string, string>} */
  #before = new Map();

  /**
   * The requirements («K4», «K9») whose numbers are others than when this was asked last; none of
   * a document that has not left the house, or when another one was looked at.
   * @param {Doc} doc @returns {string[]}
   */
  changed(doc) {
    const before = doc.id === this.#id ? this.#before : new Map();
    this.#id = doc.id;
    this.#before = new Map(doc.numbers.map(({ id, shown }) => [id, shown]));
    const other = doc.numbers.filter(({ id, shown }) => (before.get(id) ?? shown) !== shown);
    const names = new Set(other.map(({ id }) => id));
    if (!doc.last || !names.size) return [];
    return numbered(doc)
      .filter(({ form = "" }) => namesIn(form).some((id) => names.has(id)))
      .map(({ number }) => number);
  }
}
