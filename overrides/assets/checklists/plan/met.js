// What a set of answers says of a framework's points: met, begun, open, or not asked here. Pure.

import { answered } from "../answers/answered.js";

/**
 * @typedef {import("../answers/answered.js").Answered} Answered
 * @typedef {import("../answers/state.js").Project} Project
 * @typedef {{id: string, was: string[], how: string, code: string, text: string}} Mention an item
 *   at a point; `how` is «covers» or «touches»
 * @typedef {{number: string, title: string, mentions: Mention[]}} Point
 * @typedef {"met" | "begun" | "open" | "apart" | "none"} Verdict
 */

export const VERDICTS = /** @type {const} */ (["met", "begun", "open", "apart", "none"]);

/**
 * A point is met when every item that covers it and is relevant is done; begun when some item about
 * it is done or being done; apart when all its items are said not to be relevant.
 * @param {Project} project @param {Point} point @returns {Verdict}
 */
export function verdict(project, { mentions }) {
  if (!mentions.length) return "none";
  const all = mentions.map(({ id, was, how }) => ({ how, ...answered(project, id, was) }));
  const mine = all.filter(({ status }) => status !== "irrelevant");
  if (!mine.length) return "apart";
  const covering = mine.filter(({ how }) => how === "covers");
  if (covering.length && covering.every(({ status }) => status === "done")) return "met";
  return mine.some(({ status }) => status === "done" || status === "doing") ? "begun" : "open";
}

/** How many points there are of each verdict. @param {Project} project @param {Point[]} points */
export function counts(project, points) {
  const made = { met: 0, begun: 0, open: 0, apart: 0, none: 0 };
  for (const point of points) made[verdict(project, point)] += 1;
  return made;
}
