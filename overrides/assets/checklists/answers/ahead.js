// What to do next: by what waits for what, phase, priority and time. Pure.

import { standing } from "./answered.js";
import { PRIORITIES } from "./fields.js";

/**
 * @typedef {import("./state.js").Project} Project
 * @typedef {{id: string, priority: string, kind: string, phase?: string[], minutes?: string,
 *   after?: string[], was?: string[]}} Item and other fields of the catalog's items
 */

// A requirement is ticked into the document when the time comes, and a pitfall is read.
const KINDS = ["task", "question", "requirement", "pitfall"];
const OPEN = ["", "doing"];
const STEP = 1000; // more than there are phases, kinds, priorities or minutes

/**
 * The items that are left and wait for nothing, those to begin with first.
 * @template {Item} T
 * @param {T[]} items those of the reader, in reading order @param {Project} project
 * @param {string[]} phases ids in their order @returns {T[]}
 */
export function ahead(items, project, phases) {
  const open = items.filter(({ id, was }) => OPEN.includes(standing(project, id, was).status));
  const waits = new Set(open.map(({ id }) => id));
  // Those of one rank stand together, in reading order: ten thousand need no sorting.
  /** @type {Map<number, T[]>} */
  const ranks = new Map();
  for (const item of open) {
    if (item.after?.some((id) => waits.has(id))) continue;
    const rank = rankOf(item, standing(project, item.id, item.was), phases);
    const same = ranks.get(rank);
    if (same) same.push(item);
    else ranks.set(rank, [item]);
  }
  return [...ranks].sort(([a], [b]) => a - b).flatMap(([, same]) => same);
}

/**
 * One number: what is begun is ended first; then by phase, kind, priority and time.
 * @param {Item} item @param {import("./answered.js").Answered} found @param {string[]} phases
 */
function rankOf(item, found, phases) {
  let rank = found.status === "doing" ? 0 : 1;
  rank = rank * STEP + Math.max(0, phases.indexOf(item.phase?.[0] ?? ""));
  rank = rank * STEP + KINDS.indexOf(item.kind) + 1;
  rank = rank * STEP + PRIORITIES.indexOf(found.priority || item.priority) + 1;
  return rank * STEP + Math.min(Number(item.minutes) || 0, STEP - 1);
}

/**
 * Of what is ahead, what there is time for: in order, each that still fits.
 * @template {Item} T
 * @param {T[]} items as `ahead` gives them @param {number} minutes @returns {T[]}
 */
export function within(items, minutes) {
  let left = minutes;
  return items.filter(({ minutes: takes }) => {
    const fits = Number(takes ?? 0) > 0 && Number(takes) <= left;
    if (fits) left -= Number(takes);
    return fits;
  });
}
