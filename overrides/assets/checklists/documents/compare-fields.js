// The fields of an evaluation: what each of them keeps, or that it cannot be kept. Pure.

import * as evaluated from "./evaluated.js";
import * as supplied from "./supplied.js";

/** @typedef {import("./kept.js").Pair} Pair */

/**
 * What a changed field keeps: null for what it may not hold, undefined when it is none of these.
 * @param {Record<string, string | undefined>} marks of the field @param {string} words in it
 * @param {string} id the document's
 * @param {(supplier: string) => evaluated.Own} ownOf what we have said that a supplier costs
 * @param {Record<string, number>} weights by priority
 * @returns {Pair | null | undefined}
 */
export function pairOf(marks, words, id, ownOf, weights) {
  const { setting, unit, total, totalNote, lift, decision, weight, number = "" } = marks;
  if (setting) return evaluated.setting(id, setting, words);
  if (weight) return weighed(id, weight, words, weights);
  if (unit) return evaluated.amount(id, unit, words);
  if (total) return evaluated.priced(id, total, words, ownOf(total).note);
  if (totalNote) {
    const { total: before } = ownOf(totalNote);
    return evaluated.priced(id, totalNote, before === null ? "" : String(before), words);
  }
  if (lift) return evaluated.lift(id, lift, number, words);
  return decision ? evaluated.decided(id, decision, words) : undefined;
}

/** Null for what is no weight: nothing, less than nothing, a word.
 * @param {string} id @param {string} priority @param {string} words
 * @param {Record<string, number>} weights @returns {Pair | null} */
function weighed(id, priority, words, weights) {
  const found = evaluated.numberOf(words, 0, supplied.MOST_WEIGHT);
  return found === null ? null : supplied.weights(id, { ...weights, [priority]: found });
}
