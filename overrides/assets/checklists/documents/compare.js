// Comparing suppliers: scores, whether the winner holds, and what to ask about. Pure.

import { priced } from "./price.js";

/**
 * @typedef {Record<string, number>} Weights by priority
 * @typedef {{number: string, priority: string}} Weighed
 * @typedef {{id: string, replyOf: (number: string) => string}} Replying
 *   `replyOf`: «yes», «partly», «no» or «»
 */

/** @type {Record<string, number>} */
const VALUE = { yes: 1, partly: 0.5, no: 0, "": 0 };
const NOTHING = 1e-9; // points that are only the machine's rounding

/**
 * What counts for a requirement: our own assessment where there is one, else the claim.
 * @param {{reply?: string} | undefined} claim @param {{reply?: string} | undefined} own
 */
export const counted = (claim, own) => own?.reply || claim?.reply || "";

/**
 * Points from 0 to 100: the share of all weight that is met. Unmet absolute requirements are
 * counted by themselves: no points make up for them.
 * @param {Weighed[]} requirements @param {(number: string) => string} replyOf
 * @param {Weights} weights
 * @returns {{points: number, unmet: string[], missing: string[]}}
 */
export function score(requirements, replyOf, weights) {
  let met = 0;
  let all = 0;
  /** @type {string[]} */
  const unmet = [];
  /** @type {string[]} */
  const missing = [];
  for (const { number, priority } of requirements) {
    const found = replyOf(number);
    all += weights[priority];
    met += weights[priority] * VALUE[found];
    if (!found) missing.push(number);
    if (priority === "must" && found !== "yes") unmet.push(number);
  }
  return { points: all ? (100 * met) / all : 0, unmet, missing };
}

/**
 * Suppliers, best first: fewest unmet absolute requirements, then most points.
 * @template {Replying} T
 * @param {Weighed[]} requirements @param {T[]} suppliers @param {Weights} weights
 */
export const ranked = (requirements, suppliers, weights) =>
  suppliers
    .map((one) => ({ ...one, ...score(requirements, one.replyOf, weights) }))
    .sort(
      (a, b) => a.unmet.length - b.unmet.length || b.points - a.points || (a.id < b.id ? -1 : 1),
    );

/**
 * The place of each that is ranked, from 1; those whom nothing tells apart share one.
 * @param {{points: number, unmet: string[]}[]} all as `ranked` gives them
 */
export const places = (all) =>
  all.map(
    ({ points, unmet }) =>
      1 +
      all.filter((other) => {
        const fewer = unmet.length - other.unmet.length;
        return fewer > 0 || (fewer === 0 && other.points - points > NOTHING);
      }).length,
  );

/** Who stands first: several where nothing tells them apart.
 * @param {{id: string, points: number, unmet: string[]}[]} all as `ranked` gives them */
export function first(all) {
  const place = places(all);
  return all.filter((_, n) => place[n] === 1).map(({ id }) => id);
}

/**
 * For each weight, up and down by a fifth: who would win, and whether others do now.
 * @param {Weighed[]} requirements @param {Replying[]} suppliers @param {Weights} weights
 */
export function sensitivity(requirements, suppliers, weights, by = 0.2) {
  const now = first(ranked(requirements, suppliers, weights)).join();
  return Object.keys(weights).flatMap((priority) =>
    [1 - by, 1 + by].map((factor) => {
      const other = { ...weights, [priority]: weights[priority] * factor };
      const winners = first(ranked(requirements, suppliers, other));
      return { priority, factor, winners, changed: winners.join() !== now };
    }),
  );
}

/**
 * Requirements by how far the answers are apart, weighed; those where all agree are left out. One
 * answer is held up against a yes.
 * @template {Weighed} T
 * @param {T[]} requirements @param {Replying[]} suppliers @param {Weights} weights
 */
export function apart(requirements, suppliers, weights) {
  return requirements
    .map((made) => {
      const values = suppliers.map(({ replyOf }) => VALUE[replyOf(made.number)]);
      if (values.length === 1) values.push(VALUE.yes);
      const spread = (Math.max(...values) - Math.min(...values)) * weights[made.priority];
      return { ...made, spread };
    })
    .filter(({ spread }) => spread > 0)
    .sort((a, b) => b.spread - a.spread);
}

/**
 * Rows in the order in which they must be read: absolute ones that somebody does not meet first.
 * @template {Weighed} T @param {T[]} requirements @param {Replying[]} suppliers
 */
export function ordered(requirements, suppliers) {
  /** @type {Record<string, number>} */
  const places = { must: 1, should: 2, could: 3 };
  const rank = (/** @type {T} */ made) => (isUnmet(made, suppliers) ? 0 : places[made.priority]);
  return requirements.toSorted((a, b) => rank(a) - rank(b));
}

/**
 * True for an absolute requirement that somebody does not meet.
 * @param {Weighed} made @param {Replying[]} suppliers
 */
export const isUnmet = ({ number, priority }, suppliers) =>
  priority === "must" && suppliers.some(({ replyOf }) => replyOf(number) !== "yes");

/** A price as a number: «1 200,50 kr» → 1200.5; null when it is none. @param {string} text */
export function amount(text) {
  const found = priced(text);
  return found.kind === "number" ? found.amount : null;
}
