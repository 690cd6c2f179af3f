// How much each document has of what was asked: a score by the ways to its words. Pure.

import { WEIGHTS } from "./weights.js";

/**
 * @typedef {import("./ways.js").Way} Way
 * @typedef {Map<number, number[]>} Rows where each stem occurs: document and weight in one number
 */

const STEPS = 16;
const FULLY = 5; // of a word's weights: from here on a document is about it

/**
 * The score of every document. @param {Way[][]} ways of each word that was asked for
 * @param {Rows} rows @param {number} size how many documents there are
 */
export function scores(ways, rows, size) {
  const total = new Float32Array(size);
  const covered = new Float32Array(size);
  let weight = 0;
  for (const some of ways) {
    const { best, most } = ofWord(some, rows, size);
    weight += most;
    for (let i = 0; i < size; i += 1) {
      if (!best[i]) continue;
      total[i] += best[i];
      covered[i] += most * Math.min(1, best[i] / most) ** WEIGHTS.soft;
    }
  }
  for (let i = 0; i < size; i += 1) {
    if (!total[i]) continue;
    const share = (covered[i] / weight) ** WEIGHTS.power;
    total[i] *= WEIGHTS.floor + (1 - WEIGHTS.floor) * share;
  }
  return total;
}

/** How many documents hold a word, those that hardly do counted as a part of one.
 * @param {number[]} row */
const held = (row) => row.reduce((sum, coded) => sum + Math.min(1, (coded & 15) / FULLY), 0);

/**
 * What each document has of one word, by the best way to it; and the most that it could have.
 * @param {Way[]} some @param {Rows} rows @param {number} size
 */
function ofWord(some, rows, size) {
  const rarity = (/** @type {number} */ number) =>
    Math.log(1 + size / (1 + held(rows.get(number) ?? []))) ** WEIGHTS.rare;
  // A rare word for the same is worth no more than the word that was typed.
  const typed = some.filter((way) => way.exact).map((way) => rarity(way.parts[0]));
  const own = Math.max(...typed, 0) || Infinity;
  const best = new Float32Array(size);
  let most = 0;
  for (const way of some) {
    const rare = way.parts.map((part) => (way.free ? rarity(part) : Math.min(rarity(part), own)));
    most = Math.max(most, ...rare.map((one) => way.worth * one));
    if (way.parts.length === 1) single(way, rare[0], rows, best);
    else compound(way, rare, rows, best);
  }
  return { best, most };
}

/** @param {Way} way @param {number} rare @param {Rows} rows @param {Float32Array} best */
function single(way, rare, rows, best) {
  const worth = (way.worth * rare) / (STEPS - 1);
  let document = 0;
  for (const coded of rows.get(way.parts[0]) ?? []) {
    document += coded >> 4;
    best[document] = Math.max(best[document], worth * (coded & 15));
  }
}

/** @param {Way} way @param {number[]} rare @param {Rows} rows @param {Float32Array} best */
function compound(way, rare, rows, best) {
  const sum = new Float32Array(best.length);
  const seen = new Uint8Array(best.length);
  const count = way.parts.length;
  for (const [place, part] of way.parts.entries()) {
    // The last part of a compound says what it is; the others say of which sort.
    const share = place === count - 1 ? WEIGHTS.last : 2 - WEIGHTS.last;
    const worth = (way.worth * rare[place] * share) / (STEPS - 1);
    let document = 0;
    for (const coded of rows.get(part) ?? []) {
      document += coded >> 4;
      sum[document] += worth * (coded & 15);
      seen[document] += 1;
    }
  }
  for (let i = 0; i < best.length; i += 1) {
    if (!seen[i]) continue;
    const all = seen[i] === count;
    const score = all ? (sum[i] / count) * WEIGHTS.whole : (sum[i] / count) * WEIGHTS.partly;
    best[i] = Math.max(best[i], score);
  }
}
