// Which items are meant for a reader, by what she has answered about the firm. Pure. A level only
// hides, and never what has been answered. macros/catalog/fit.py says the same; tests hold both to
// the same firms.

import { NAMES, isUnseen } from "./fields.js";
import { conflict, value } from "./register.js";

/**
 * @typedef {import("./state.js").Project} Project
 * @typedef {Record<string, Record<string, number>>} Levels question → answer → the level it asks
 *   for; empty in a guide without levels
 * @typedef {{id: string, level?: string, unless?: Record<string, string[]>, was?: string[]}} Item
 */

export const CHOSEN = "level"; // stands among the answers when a reader has chosen herself
export const LEVELS = [1, 2, 3];
export const EVERYTHING = 3;

/** What a reader has answered to a question; «» when nothing, or what is no answer any more.
 * @param {Project} project @param {string} question */
export const said = (project, question) => value(project.profile[question]);

/**
 * The level that follows from the answers alone: the highest that one asks for; everything where
 * none does.
 * @param {Levels} levels @param {Project} project
 */
export const derived = (levels, project) => asked(levels, project) || EVERYTHING;

/** The highest level that an answer asks for; 0 where none does.
 * @param {Levels} levels @param {Project} project */
const asked = (levels, project) =>
  Math.max(0, ...Object.entries(levels).map(([id, known]) => known[said(project, id)] ?? 0));

/** The level that a reader has chosen herself, or that her answers ask for; 0 where none does.
 * @param {Levels} levels @param {Project} project */
export function told(levels, project) {
  const chosen = Number(said(project, CHOSEN));
  return LEVELS.includes(chosen) ? chosen : asked(levels, project);
}

/** The level that holds: the one chosen, else the one that follows from the answers.
 * @param {Levels} levels @param {Project} project */
export const levelOf = (levels, project) => told(levels, project) || EVERYTHING;

/** The question whose answer rules an item out; «» when none does.
 * @param {Item} item @param {Project} project */
export const ruledOut = ({ unless }, project) =>
  Object.entries(unless ?? {}).find(([id, answers]) => answers.includes(said(project, id)))?.[0] ??
  "";

/** True when anything stands in an item's fields, also what two have answered differently.
 * @param {Project} project @param {Item} item */
export const touched = (project, { id, was = [] }) =>
  [id, ...was].some((name) =>
    NAMES.some((field) => {
      const entries = project.items[name]?.[field];
      return !isUnseen(field) && (value(entries) !== "" || conflict(entries).length > 0);
    }),
  );

/**
 * What gives for each item if it is shown to this reader: it is meant for her, or answered.
 * @param {Levels} levels @param {Project} project @returns {(item: Item) => boolean}
 */
export function fitting(levels, project) {
  const most = levelOf(levels, project);
  if (!Object.keys(levels).length) return () => true;
  return (item) =>
    (Number(item.level || 1) <= most && !ruledOut(item, project)) || touched(project, item);
}
