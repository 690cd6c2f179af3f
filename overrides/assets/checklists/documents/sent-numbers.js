// Numbers of a document that has been made into files: they stay hers.

import { keyOf } from "../answers/parameters.js";

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
