// Where an answer is kept beside a document: by who has answered. Pure.
//
// Two who open the same suppliers' answers in another order, in browsers of their own, speak of the
// same ones. Answers that were opened before places had names have a number, by the order in which
// they came («s1»), and keep it.

import { order } from "../answers/key.js";
import { markOf } from "../answers/hash.js";
import { folded } from "./again.js";

/** @typedef {import("./kept.js").Supplier} Supplier */

const MOST = 99;
const NUMBERED = /^s[1-9]\d?$/;
const NAMED = /^sx[a-z0-9]{1,7}$/;

/** True for what may be the place of an answer. @param {string} id */
export const isPlace = (id) => NUMBERED.test(id) || NAMED.test(id);

/**
 * The places of a supplier's answers to a document: the first, and those of further answers by the
 * same one.
 * @param {string} document its id @param {string} supplier as it calls itself
 */
export const placesOf = (document, supplier) =>
  Array.from(
    { length: MOST },
    (_, n) => `sx${markOf([document, folded(supplier), n].join("\n"))}`,
  );

/** By what came first where that is known, then by name: alike in every browser.
 * @param {[id: string, made: Supplier]} a @param {[id: string, made: Supplier]} b */
export function byPlace([a, one], [b, other]) {
  const numbered = (/** @type {string} */ id) =>
    NUMBERED.test(id) ? Number(id.slice(1)) : MOST + 1;
  const names = () => folded(one.supplier).localeCompare(folded(other.supplier), order());
  return numbered(a) - numbered(b) || names() || (a < b ? -1 : 1);
}
