// Several who score: how far they are apart, what they must talk about, what they agree on. Pure.

import { mean } from "./quality.js";

const APART = 2; // steps of the scale that two must differ by to be on the agenda

/**
 * @typedef {{name: string, score: number, note: string}} Given by one evaluator
 * @typedef {{least: number, most: number, spread: number, mean: number, n: number}} Spread
 * @typedef {{number: string, supplier: string, given: Given[], spread: Spread}} Point
 */

/** How far scores are apart; null when there is none. @param {number[]} scores
 * @returns {Spread | null} */
export function spreadOf(scores) {
  if (!scores.length) return null;
  const [least, most] = [Math.min(...scores), Math.max(...scores)];
  return { least, most, spread: most - least, mean: mean(scores), n: scores.length };
}

/**
 * What evaluators disagree on, furthest apart first, then what weighs most.
 * @param {{number: string, priority: string}[]} requirements @param {string[]} suppliers ids
 * @param {(supplier: string, number: string) => Given[]} givenOf
 * @param {Record<string, number>} weights by priority
 * @returns {Point[]}
 */
export function agenda(requirements, suppliers, givenOf, weights) {
  const weight = new Map(requirements.map((one) => [one.number, weights[one.priority] ?? 0]));
  return requirements
    .flatMap(({ number }) =>
      suppliers.flatMap((supplier) => {
        const given = givenOf(supplier, number);
        const spread = spreadOf(given.map(({ score }) => score));
        return spread && spread.spread >= APART ? [{ number, supplier, given, spread }] : [];
      }),
    )
    .sort(
      (a, b) =>
        b.spread.spread - a.spread.spread ||
        Number(weight.get(b.number)) - Number(weight.get(a.number)),
    );
}

/**
 * How far the evaluators are apart all in all: the share of answers, of those that two or more have
 * scored, on which they differ by two steps or more. Null when nobody can differ.
 * @param {number[][]} all the scores of each answer
 */
export function disagreement(all) {
  const several = all.filter((scores) => scores.length > 1);
  if (!several.length) return null;
  const far = several.filter((scores) => (spreadOf(scores)?.spread ?? 0) >= APART).length;
  return { far, of: several.length };
}
