// What to do next: by what waits for what, phase, priority and time. Pure.

import { answered } from "./answered.js";
import { PRIORITIES } from "./fields.js";

/**
 * @typedef {import("./state.js").Project} Project
 * @typedef {{id: string, priority: string, kind: string, phase?: string[], minutes?: string,
 *   after?: string[], was?: string[]}} Item and other fields of the catalog's items
 */

// A requirement is ticked into the document when the time comes, and a pitfall is read.
const KINDS = ["task", "question", "requirement", "pitfall"];
const OPEN = ["", "doing"];

/**
 * The items that are left and wait for nothing, those to begin with first.
 * @template {Item} T
 * @param {T[]} items those of the reader, in reading order @param {Project} project
 * @param {string[]} phases ids in their order @returns {T[]}
 */
export function ahead(items, project, phases) {
  const found = new Map(items.map((item) => [item.id, answered(project, item.id, item.was)]));
  const open = (/** @type {string} */ id) => OPEN.includes(found.get(id)?.status ?? "done");
  const rank = (/** @type {T} */ item) => [
    found.get(item.id)?.status === "doing" ? 0 : 1, // what is begun is ended first
    Math.max(0, phases.indexOf(item.phase?.[0] ?? "")),
    KINDS.indexOf(item.kind),
    PRIORITIES.indexOf(found.get(item.id)?.priority || item.priority),
    Number(item.minutes ?? 0),
  ];
  return items
    .filter(({ id, after = [] }) => open(id) && !after.some(open))
    .map((item) => ({ item, by: rank(item) }))
    .sort((a, b) => a.by.map((n, at) => n - b.by[at]).find((n) => n !== 0) ?? 0)
    .map(({ item }) => item);
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
