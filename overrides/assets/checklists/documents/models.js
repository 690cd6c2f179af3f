// The models that weigh price against quality, and the ranking under each. Pure.
//
// DFØ, «Veileder i evaluering av tilbud» (anskaffelser.no, updated 24 April 2023; a copy read on
// 26 November 2026), gives lineær, forholdsmessig and prissetting av kvalitet as they stand here.
// The copy ends before the hybrid's formula: ours is linear up to a bend, proportional behind it.

export const MODELS = ["linear", "proportional", "hybrid", "priced"];
export const FULL = 10; // points: DFØ's scale
const SAME = 1e-9;

/**
 * @typedef {{id: string, quality: number, cost: number | null, unmet: number}} Offer `quality`: 0
 *   to 10; `cost`: of the whole contract, null when it is not known; `unmet`: absolute requirements
 *   neither met nor lifted
 * @typedef {{quality: number, price: number, bend: number, value: number | null}} Terms `quality`,
 *   `price`: what each weighs; `bend`: per cent above the lowest price; `value`: what full quality
 *   is worth, in kroner
 * @typedef {Offer & {points: number | null, result: number | null, place: number | null}} Line
 *   `points`: the price's; `result`: points, or the evaluated price
 * @typedef {{model: string, problem: string, lines: Line[]}} Judged `problem`: a key of the words
 */

/**
 * Points for a price, given the lowest one. Linear ones may be negative, as DFØ says they may.
 * @param {string} model @param {number} price @param {number} best @param {number} bend
 */
export function pricePoints(model, price, best, bend) {
  if (price === best) return FULL;
  const linear = FULL - (FULL * (price - best)) / best;
  const turn = 1 + bend / 100;
  if (model === "proportional") return Math.min(FULL, (FULL * best) / price);
  if (model === "hybrid" && price > best * turn) {
    return ((FULL - (FULL * bend) / 100) * best * turn) / price;
  }
  return Math.min(FULL, linear);
}

/** The lowest price among those that meet what is absolute; of all when none does.
 * @param {Offer[]} offers */
export function lowest(offers) {
  const priced = offers.filter(({ cost }) => cost !== null);
  const good = priced.filter(({ unmet }) => !unmet);
  const costs = (good.length ? good : priced).map(({ cost }) => Number(cost));
  return costs.length ? Math.min(...costs) : null;
}

/** What quality and price count of the whole, per cent. @param {Terms} terms
 * @returns {[quality: number, price: number]} */
export const shares = ({ quality, price }) => {
  const all = quality + price;
  return [(100 * quality) / all, (100 * price) / all];
};

/** Why a model says nothing; «» when it does. @param {string} model @param {Offer[]} offers
 * @param {Terms} terms */
function problemOf(model, offers, { quality, price, bend, value }) {
  if (model === "priced") return value !== null && value >= 0 ? "" : "value";
  if (!(quality >= 0 && price >= 0 && quality + price > 0)) return "weights";
  if (!(bend > 0 && bend < 100)) return "bend";
  const best = lowest(offers);
  const some = offers.some(({ cost }) => Number(cost) > 0);
  return price > 0 && best === 0 && some ? "zero" : "";
}

/** @param {string} model @param {Offer} offer @param {number | null} best @param {Terms} terms */
function resultOf(model, { quality, cost }, best, terms) {
  if (model === "priced") {
    const worth = ((terms.value ?? 0) * quality) / FULL;
    return { points: null, result: cost === null ? null : cost - worth };
  }
  const known = cost !== null && best !== null;
  const points = known ? pricePoints(model, cost, best, terms.bend) : null;
  if (!terms.price) return { points, result: quality };
  if (points === null) return { points, result: null };
  const all = terms.quality + terms.price;
  return { points, result: (terms.quality * quality + terms.price * points) / all };
}

/** How much better one line is than another: less than nothing when it is.
 * @param {string} model @param {Line} a @param {Line} b */
function compare(model, a, b) {
  if (a.unmet !== b.unmet) return a.unmet - b.unmet;
  if (a.result === null || b.result === null) {
    return Number(a.result === null) - Number(b.result === null);
  }
  const less = model === "priced" ? a.result - b.result : b.result - a.result;
  return Math.abs(less) < SAME * Math.max(1, Math.abs(a.result)) ? 0 : less;
}

/**
 * Offers under one model, best first: fewest unmet absolute requirements, then the result. Those
 * that are equal share a place; who has no price has none.
 * @param {string} model @param {Offer[]} offers @param {Terms} terms @returns {Judged}
 */
export function judged(model, offers, terms) {
  const problem = problemOf(model, offers, terms);
  const best = lowest(offers);
  const made = offers.map((offer) => ({
    ...offer,
    ...(problem ? { points: null, result: null } : resultOf(model, offer, best, terms)),
    place: /** @type {number | null} */ (null),
  }));
  made.sort((a, b) => compare(model, a, b) || (a.id < b.id ? -1 : 1));
  made.forEach((line, n) => {
    const before = made[n - 1];
    if (line.result === null) return;
    line.place = before && compare(model, before, line) === 0 ? before.place : n + 1;
  });
  return { model, problem, lines: made };
}

/** The ids of those that lead: one, several that are equal, or nobody. @param {Judged} one */
export const leaders = ({ lines }) =>
  lines.filter(({ place }) => place === 1).map(({ id }) => id);

/** The ranking under every model. @param {Offer[]} offers @param {Terms} terms */
export const underAll = (offers, terms) => MODELS.map((model) => judged(model, offers, terms));

/**
 * What full quality is worth where pricing quality ranks as the linear model does: a point of
 * quality then weighs as much as the difference in price that takes a point of price.
 * @param {Offer[]} offers @param {Terms} terms
 */
export function sameAsLinear(offers, { quality, price }) {
  const best = lowest(offers);
  return best && price > 0 ? (best * quality) / price : null;
}
