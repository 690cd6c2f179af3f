// Which documents are best: a score for each from the ways to what was asked. Pure.

import { WEIGHTS } from "./weights.js";

/**
 * @typedef {import("./pieces.js").Head} Head
 * @typedef {import("./ways.js").Way} Way
 * @typedef {Map<number, number[]>} Rows where each stem occurs: document and weight in one number
 * @typedef {{number: number, kind: string, score: number}} Found
 * @typedef {{kinds?: string[], phase?: string}} Only
 */

const STEPS = 16;
const KEPT = 200;
const FULLY = 5; // of a word's weights: from here on a document is about it
const SEVERAL = 3; // parts that speak for the whole
const AGAIN = new Set(["page", "section", "item"]);
const ENOUGH = 0.12; // of the best score: what is worth showing

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

/**
 * The documents worth showing, best first. @param {Float32Array} scores @param {Head} head
 * @param {Only} only @param {number} words that were asked for @returns {Found[]}
 */
export function ranked(scores, head, only, words) {
  const kinds = only.kinds?.length ? new Set(only.kinds) : null;
  const phase = head.phases.findIndex(([id]) => id === only.phase);
  const inPhase = phase < 0 ? () => true : phaseTester(head, phase);
  const parents = parentsIn(head, scores.length);
  const worth = related(weighed(scores, head, words), parents);
  /** @type {Found[]} */
  const made = [];
  let number = 0;
  for (const [kind, count] of head.kinds) {
    const asked = !kinds || kinds.has(kind);
    for (let i = 0; i < count; i += 1, number += 1) {
      if (!scores[number] || !asked || !inPhase(number)) continue;
      made.push({ number, kind, score: worth[number] });
    }
  }
  made.sort(better);
  const enough = made.length ? made[0].score * ENOUGH : 0;
  const kept = made.slice(0, KEPT).filter((one) => one.score >= enough);
  return varied(kept, parents);
}

/** @param {Found} a @param {Found} b */
const better = (a, b) => b.score - a.score || a.number - b.number;

/** Scores with what a kind of document is worth: a single word asks for what explains it, many
 * words for what is to be done. @param {Float32Array} scores @param {Head} head
 * @param {number} words */
function weighed(scores, head, words) {
  const many = Math.min(1, (words - 1) / WEIGHTS.words);
  const made = scores.slice();
  let number = 0;
  for (const [kind, count] of head.kinds) {
    const [few, long] = WEIGHTS.prior[kind] ?? [1, 1];
    const prior = few + (long - few) * many;
    for (const end = number + count; number < end; number += 1) made[number] *= prior;
  }
  return made;
}

/** The page that each section stands in, and the list that each item does: -1 for all else.
 * @param {Head} head @param {number} size */
function parentsIn(head, size) {
  const made = new Int32Array(size).fill(-1);
  /** @param {number} whole @param {number} part @param {number[]} counts */
  const fill = (whole, part, counts) => {
    for (const [i, count] of counts.entries()) {
      made.fill(whole + i, part, part + count);
      part += count;
    }
  };
  fill(rangeOf(head, "page")[0], rangeOf(head, "section")[0], head.sections);
  fill(rangeOf(head, "list")[0], rangeOf(head, "item")[0], head.items);
  return made;
}

/** A list is worth more when several of its items answer, and a page when its sections do.
 * @param {Float32Array} scores @param {Int32Array} parents */
function related(scores, parents) {
  /** @type {Map<number, number[]>} */
  const parts = new Map();
  const made = scores.slice();
  for (const [number, parent] of parents.entries()) {
    if (parent < 0 || !scores[number]) continue;
    parts.set(parent, [...(parts.get(parent) ?? []), scores[number]]);
  }
  for (const [parent, all] of parts) {
    const best = all.sort((a, b) => b - a).slice(0, SEVERAL);
    made[parent] += (WEIGHTS.up * best.reduce((sum, one) => sum + one, 0)) / SEVERAL;
  }
  return made;
}

/**
 * Whether a document belongs to a phase; asked with rising numbers.
 * @param {Head} head @param {number} phase
 */
function phaseTester(head, phase) {
  let run = 0;
  let end = head.phase[0]?.[1] ?? 0; // the first number after the run
  return (/** @type {number} */ number) => {
    while (number >= end && run < head.phase.length - 1) {
      run += 1;
      end += head.phase[run][1];
    }
    return head.phase[run][0].includes(phase);
  };
}

/** A page that has been shown once lets others come before its next sections, and a list whose
 * item has been shown before its next items. A list itself is shown whatever of it is.
 * @param {Found[]} found @param {Int32Array} parents */
function varied(found, parents) {
  /** @type {Map<number, number>} */
  const times = new Map();
  for (const one of found) {
    if (!AGAIN.has(one.kind)) continue;
    const whole = parents[one.number] < 0 ? one.number : parents[one.number];
    const before = times.get(whole) ?? 0;
    times.set(whole, before + 1);
    const again = one.kind === "item" ? WEIGHTS.againItem : WEIGHTS.again;
    one.score *= again ** Math.min(before, 2);
  }
  return found.sort(better);
}

/** The number of a kind's first document, and how many there are. @param {Head} head
 * @param {string} kind */
export function rangeOf(head, kind) {
  let start = 0;
  for (const [name, count] of head.kinds) {
    if (name === kind) return [start, count];
    start += count;
  }
  return [0, 0];
}
