// Where the winner changes: what quality weighs, a price, what quality is worth. In numbers. Pure.

import { FULL, judged, leaders, lowest } from "./models.js";

const STEPS = 60; // halvings: closer than a number shows
const MOST = 20; // times its price
const LEAST = 0.01;

/**
 * @typedef {import("./models.js").Line} Line
 * @typedef {import("./models.js").Offer} Offer
 * @typedef {import("./models.js").Terms} Terms
 * @typedef {{share: number, id: string}} Turn `share`: what quality counts, in per cent
 * @typedef {{id: string, by: number, cost: number}} PriceTurn `by`: per cent
 */

/** Who leads alone, and who could. @param {string} model @param {Offer[]} offers
 * @param {Terms} terms @returns {{first: Line, rivals: Line[]} | null} */
function contest(model, offers, terms) {
  const all = judged(model, offers, terms);
  const [first, ...others] = all.lines;
  if (!first || first.result === null || leaders(all).length > 1) return null;
  const rivals = others.filter((one) => one.unmet === first.unmet && one.result !== null);
  return { first, rivals };
}

/**
 * What quality must count for somebody else to lead, nearest below and above what it counts now.
 * @param {string} model @param {Offer[]} offers @param {Terms} terms
 * @returns {{below: Turn | null, above: Turn | null}}
 */
export function byWeight(model, offers, terms) {
  const found = model === "priced" ? null : contest(model, offers, terms);
  /** @type {{below: Turn | null, above: Turn | null}} */
  const made = { below: null, above: null };
  if (!found) return made;
  const now = (100 * terms.quality) / (terms.quality + terms.price);
  for (const { id, quality, points } of found.rivals) {
    const { first } = found;
    if (points === null || first.points === null) continue;
    const ofQuality = first.quality - quality;
    const ofPrice = first.points - points;
    // Ahead by ofPrice + share · (ofQuality − ofPrice): nothing where the two are equal.
    const share = (100 * ofPrice) / (ofPrice - ofQuality);
    if (!(share > 0 && share < 100)) continue; // nobody can count less than nothing
    const turn = { share, id };
    if (share < now && (!made.below || share > made.below.share)) made.below = turn;
    if (share > now && (!made.above || share < made.above.share)) made.above = turn;
  }
  return made;
}

/** The edge between where something holds and where it does not, from a factor where it holds to
 * one where it does not. @param {number} holds @param {number} not
 * @param {(factor: number) => boolean} test */
function edge(holds, not, test) {
  let [here, there] = [holds, not];
  for (let n = 0; n < STEPS; n += 1) {
    const middle = (here + there) / 2;
    if (test(middle)) here = middle;
    else there = middle;
  }
  return there;
}

/** @param {Offer[]} offers @param {string} id @param {number} factor */
const repriced = (offers, id, factor) =>
  offers.map((one) =>
    one.id === id && one.cost !== null ? { ...one, cost: one.cost * factor } : one,
  );

/**
 * How much dearer the one that leads can be before it no longer leads alone; null when no price
 * does it. @param {string} model @param {Offer[]} offers @param {Terms} terms
 * @returns {PriceTurn | null}
 */
export function dearer(model, offers, terms) {
  const { first, rivals } = contest(model, offers, terms) ?? {};
  if (!first?.cost || !rivals?.length) return null;
  const leads = (/** @type {number} */ factor) => {
    const who = leaders(judged(model, repriced(offers, first.id, factor), terms));
    return who.length === 1 && who[0] === first.id;
  };
  if (leads(MOST)) return null;
  const factor = edge(1, MOST, leads);
  return { id: first.id, by: 100 * (factor - 1), cost: first.cost * factor };
}

/**
 * How much cheaper each of the others must be to lead too: the least change first; who cannot lead
 * by price alone is left out. @param {string} model @param {Offer[]} offers @param {Terms} terms
 * @returns {PriceTurn[]}
 */
export function cheaper(model, offers, terms) {
  const { first, rivals = [] } = contest(model, offers, terms) ?? {};
  if (!first) return [];
  return rivals
    .flatMap(({ id, cost }) => {
      const behind = (/** @type {number} */ factor) =>
        !leaders(judged(model, repriced(offers, id, factor), terms)).includes(id);
      if (!cost || behind(LEAST)) return [];
      const factor = edge(1, LEAST, behind);
      return [{ id, by: 100 * (1 - factor), cost: cost * factor }];
    })
    .sort((a, b) => a.by - b.by);
}

/**
 * What full quality must be worth for somebody else to lead when quality is priced.
 * @param {Offer[]} offers @param {Terms} terms
 * @returns {{below: {value: number, id: string} | null, above: {value: number, id: string} | null}}
 */
export function byValue(offers, terms) {
  const found = contest("priced", offers, terms);
  /** @type {ReturnType<typeof byValue>} */
  const made = { below: null, above: null };
  for (const { id, quality, cost } of found?.rivals ?? []) {
    const first = /** @type {Line} */ (found?.first);
    const value = (FULL * (Number(cost) - Number(first.cost))) / (quality - first.quality);
    if (!(value >= 0 && Number.isFinite(value))) continue;
    const now = terms.value ?? 0;
    if (value < now && (!made.below || value > made.below.value)) made.below = { value, id };
    if (value > now && (!made.above || value < made.above.value)) made.above = { value, id };
  }
  return made;
}

/**
 * Each offer's result as what quality counts goes from nothing to everything, for a picture: the
 * results at both ends, between which a straight line runs.
 * @param {string} model a model of points @param {Offer[]} offers @param {Terms} terms
 */
export const lines = (model, offers, terms) =>
  lowest(offers) === null
    ? []
    : judged(model, offers, terms).lines.flatMap(({ id, quality, points }) =>
        points === null ? [] : [{ id, none: points, all: quality }],
      );
