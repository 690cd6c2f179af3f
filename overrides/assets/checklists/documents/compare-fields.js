// The fields of an evaluation: what each of them keeps, or that it cannot be kept. Pure.

import * as evaluated from "./evaluated.js";

/** @typedef {import("./kept.js").Pair} Pair */

/**
 * What a changed field keeps: null for what it may not hold, undefined when it is none of these.
 * @param {Record<string, string | undefined>} marks of the field @param {string} words in it
 * @param {string} id the document's
 * @param {(supplier: string) => evaluated.Own} ownOf what we have said that a supplier costs
 * @returns {Pair | null | undefined}
 */
export function pairOf(marks, words, id, ownOf) {
  const { setting, unit, total, totalNote, lift, decision, number = "" } = marks;
  if (setting) return evaluated.setting(id, setting, words);
  if (unit) return evaluated.amount(id, unit, words);
  if (total) return evaluated.priced(id, total, words, ownOf(total).note);
  if (totalNote) {
    const { total: before } = ownOf(totalNote);
    return evaluated.priced(id, totalNote, before === null ? "" : String(before), words);
  }
  if (lift) return evaluated.lift(id, lift, number, words);
  return decision ? evaluated.decided(id, decision, words) : undefined;
}
