// Reading what is a browser's own beside the answers: never a reason to refuse them. Pure.

import { LIMITS, isCount, isName, isTime, isWriter } from "./fields.js";
import { map } from "./register.js";

/**
 * @typedef {import("./cuts.js").Cut} Cut
 * @typedef {import("./cuts.js").Ranges} Ranges
 * @typedef {import("./cuts.js").Writes} Writes
 */

/** @param {unknown} thing @returns {thing is Record<string, unknown>} */
export const isMap = (thing) =>
  typeof thing === "object" && thing !== null && !Array.isArray(thing);

/** @param {Record<string, unknown>} local @returns {import("./state.js").State["local"]} */
export function cleanLocal(local) {
  const { current, saved, changes, label } = local;
  const counted = typeof changes === "number" && Number.isInteger(changes) && changes >= 0;
  const id = typeof current === "string" ? current : "";
  const cuts = Array.isArray(local.cuts) ? local.cuts.flatMap(cutOf) : [];
  return {
    current: isName(id) ? id : "",
    saved: isTime(saved) ? saved : "",
    changes: counted ? changes : 0,
    label: typeof label === "string" ? label.slice(0, LIMITS.by) : "",
    ...(cuts.length ? { cuts } : {}),
  };
}

/** @param {unknown} raw @returns {Cut[]} none when it is no cut */
function cutOf(raw) {
  if (!isMap(raw) || typeof raw.id !== "string" || !isName(raw.id) || !isMap(raw.ranges)) return [];
  /** @type {Ranges} */
  const ranges = map();
  for (const [id, writes] of Object.entries(raw.ranges)) {
    if (isName(id) && isMap(writes)) ranges[id] = writesOf(writes);
  }
  return [{ id: raw.id, ranges }];
}

/** @param {Record<string, unknown>} raw */
function writesOf(raw) {
  /** @type {Writes} */
  const made = map();
  for (const [writer, all] of Object.entries(raw)) {
    if (isWriter(writer) && Array.isArray(all)) made[writer] = all.filter(isRange);
  }
  return made;
}

/** @param {unknown} range @returns {range is [from: number, to: number]} */
const isRange = (range) =>
  Array.isArray(range) && range.length === 2 && isCount(range[1]) && Number.isInteger(range[0]) &&
  range[0] >= 0;
