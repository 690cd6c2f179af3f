// Which numbers may stand: what is one, what makes sense, and the rules between two. Pure.

import { NUMBER } from "./parameters.js";

/**
 * @typedef {{minutes?: string, least: string, most: string}} Bounds
 * @typedef {{first: string, then: string, text: string}} Rule `first` is never more than `then`
 */

/** A number that a reader has written, as it is kept: «4,50» is «4.5»; «» when it is none.
 * @param {string} text */
export function numberIn(text) {
  const [, whole = "", part = ""] = /^0*(\d+)(?:[.,](\d*?)0*)?$/.exec(text.trim()) ?? [];
  const made = part ? `${whole}.${part}` : whole;
  return NUMBER.test(made) ? made : "";
}

/** True for a number within what makes sense. @param {string} value @param {Bounds} bounds */
export const within = (value, { least, most }) =>
  Number(value) >= Number(least) && Number(value) <= Number(most);

/** The rules that do not hold. @param {Rule[]} rules
 * @param {(id: string) => number | undefined} size a number in minutes, or in its own unit
 * @returns {Rule[]} */
export const broken = (rules, size) =>
  rules.filter(({ first, then }) => {
    const [small, large] = [size(first), size(then)];
    return small !== undefined && large !== undefined && small > large;
  });
