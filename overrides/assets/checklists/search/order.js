// The order in which documents are shown, from how much each has of what was asked. Pure.

import { WEIGHTS } from "./weights.js";

/**
 * @typedef {import("./pieces.js").Head} Head
 * @typedef {{number: number, kind: string, score: number}} Found
 * @typedef {{kinds?: string[], phase?: string}} Only
 */

const KEPT = 200;
const SEVERAL = 3; // parts that speak for the whole
const AGAIN = new Set(["page", "section", "item"]);
const ENOUGH = 0.12; // of the best score: what is worth showing

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
  return mixed(varied(kept, parents));
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

/** Three answers of one kind are nearly one answer: one of another kind that is nearly as good as
 * the third takes its place. @param {Found[]} found */
function mixed(found) {
  const [first, second] = found;
  const worth = (/** @type {Found} */ { kind, score }) =>
    score * WEIGHTS.alike ** [first, second].filter((one) => one.kind === kind).length;
  const others = found.slice(2);
  if (!others.length) return found;
  const third = others.reduce((best, one) => (worth(one) > worth(best) ? one : best));
  return [first, second, third, ...others.filter((one) => one !== third)];
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
