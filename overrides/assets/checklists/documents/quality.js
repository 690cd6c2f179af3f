// What suppliers' answers are worth: each requirement by whoever has judged it, and together. Pure.

/**
 * @typedef {Record<string, number>} Weights by priority
 * @typedef {{number: string, priority: string, group: string}} Weighed
 * @typedef {(number: string) => number} Worth of a requirement's answer, 0 to 1
 * @typedef {{group: string, points: number | null, must: number | null}} Topic points of 10 for
 *   what is not absolute, and for what is; null where nothing of it weighs anything
 */

/** @type {Record<string, number>} */
const REPLY = { yes: 1, partly: 0.5, no: 0, "": 0 };
export const MOST_SCORE = 4;
const FULL = 10;

/**
 * What one answer is worth: what was agreed on, else the mean of the evaluators, else what the
 * reply says.
 * @param {number | undefined} agreed @param {number[]} scores @param {string} reply
 */
export function worth(agreed, scores, reply) {
  if (agreed !== undefined) return agreed / MOST_SCORE;
  if (!scores.length) return REPLY[reply] ?? 0;
  return mean(scores) / MOST_SCORE;
}

/** @param {number[]} all */
export const mean = (all) => all.reduce((sum, one) => sum + one, 0) / all.length;

/**
 * Points of 10; null when nothing weighs anything.
 * @param {Weighed[]} requirements @param {Weights} weights @param {Worth} worthOf
 */
export function points(requirements, weights, worthOf) {
  let met = 0;
  let all = 0;
  for (const { number, priority } of requirements) {
    const weight = weights[priority];
    if (!weight) continue;
    all += weight;
    met += weight * worthOf(number);
  }
  return all ? (FULL * met) / all : null;
}

/**
 * Points by topic, in the order of the requirements; what is absolute apart.
 * @param {Weighed[]} requirements @param {Weights} weights @param {Worth} worthOf
 * @returns {Topic[]}
 */
export const byTopic = (requirements, weights, worthOf) =>
  [...Map.groupBy(requirements, ({ group }) => group)].map(([group, rows]) => ({
    group,
    points: points(rows.filter((one) => one.priority !== "must"), weights, worthOf),
    must: points(rows.filter((one) => one.priority === "must"), weights, worthOf),
  }));
