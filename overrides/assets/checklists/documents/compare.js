// Comparing suppliers: scores, whether the winner holds, and what to ask about. Pure.

const VALUE = { yes: 1, partly: 0.5, no: 0, "": 0 };

/** What counts for a requirement: our own assessment where there is one, else the claim. */
export const counted = (claim, own) => own?.reply || claim?.reply || "";

/**
 * Points from 0 to 100: the share of all weight that is met. Unmet absolute requirements are
 * counted by themselves: no points make up for them.
 * @param {{number: string, priority: string}[]} requirements
 * @param {(number: string) => string} replyOf «yes», «partly», «no» or «»
 * @param {Record<string, number>} weights by priority
 * @returns {{points: number, unmet: string[], missing: string[]}}
 */
export function score(requirements, replyOf, weights) {
  let met = 0;
  let all = 0;
  const unmet = [];
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

/** Suppliers, best first: fewest unmet absolute requirements, then most points.
 * @param {{id: string, replyOf: (number: string) => string}[]} suppliers */
export const ranked = (requirements, suppliers, weights) =>
  suppliers
    .map((one) => ({ ...one, ...score(requirements, one.replyOf, weights) }))
    .sort((a, b) => a.unmet.length - b.unmet.length || b.points - a.points || (a.id < b.id ? -1 : 1));

/** For each weight, up and down by a fifth: who would win, and who wins now. */
export function sensitivity(requirements, suppliers, weights, by = 0.2) {
  const now = ranked(requirements, suppliers, weights)[0]?.id;
  return Object.keys(weights).flatMap((priority) =>
    [1 - by, 1 + by].map((factor) => {
      const winner = ranked(requirements, suppliers, { ...weights, [priority]: weights[priority] * factor })[0]?.id;
      return { priority, factor, winner, changed: winner !== now };
    }),
  );
}

/** Requirements by how far the answers are apart, weighed; those where all agree are left out. */
export function apart(requirements, suppliers, weights) {
  return requirements
    .map((made) => {
      const values = suppliers.map(({ replyOf }) => VALUE[replyOf(made.number)]);
      return { ...made, spread: (Math.max(...values) - Math.min(...values)) * weights[made.priority] };
    })
    .filter(({ spread }) => spread > 0)
    .sort((a, b) => b.spread - a.spread);
}

/** Rows in the order in which they must be read: absolute ones that somebody does not meet first. */
export function ordered(requirements, suppliers) {
  const rank = ({ number, priority }) => {
    const unmet = suppliers.some(({ replyOf }) => replyOf(number) !== "yes");
    return priority === "must" && unmet ? 0 : { must: 1, should: 2, could: 3 }[priority];
  };
  return requirements.toSorted((a, b) => rank(a) - rank(b));
}

/** A price as a number: «1 200,50 kr» → 1200.5; null when it is none. */
export function amount(text) {
  const cleaned = text.replace(/kr\.?|nok|,-/gi, "").replace(/[\s\u00a0\u202f]/g, "");
  if (!/^\d{1,12}([.,]\d{1,2})?$/.test(cleaned) && !/^\d{1,3}(\.\d{3})+(,\d{1,2})?$/.test(cleaned)) return null;
  return Number(/^\d{1,3}(\.\d{3})+/.test(cleaned) ? cleaned.replaceAll(".", "").replace(",", ".") : cleaned.replace(",", "."));
}
