// The words of the index that differ least from one that is not in it. Pure.

import { distance } from "./distance.js";

/** @typedef {import("./pieces.js").List} List */

/**
 * Words with their numbers, the best guess first, and by how many letters they differ.
 * @param {string} word folded @param {string} stem its own @param {number} most letters that differ
 * @param {Iterable<List>} lists @param {string[]} endings that stems are without
 */
export function nearest(word, stem, most, lists, endings) {
  let best = most;
  /** @type {[number: number, stem: string][]} */
  let found = [];
  for (const { words, start } of lists) {
    for (let i = 0; i < words.length; i += 1) {
      const one = words[i];
      // Long words only for long ones; the first letter is seldom wrong when two are.
      const far = Math.min(distance(stem, one, best), slipInEnding(word, one, endings));
      if (far > best || (far > 1 && one[0] !== stem[0])) continue;
      if (far < best) found = [];
      best = far;
      found.push([start + i, one]);
    }
  }
  const same = (/** @type {string} */ one) => Number(one[0] === stem[0]);
  found.sort(([, a], [, b]) => same(b) - same(a) || b.length - a.length);
  return { best, found };
}

/**
 * 1 when the slip is in the ending that the stem is without («innovasjn»), else many.
 * @param {string} word @param {string} stem @param {string[]} endings
 */
function slipInEnding(word, stem, endings) {
  if (stem.length < 5 || !word.startsWith(stem)) return Infinity;
  const left = word.slice(stem.length);
  return endings.some((one) => one.length > 2 && distance(left, one, 1) < 2) ? 1 : Infinity;
}
