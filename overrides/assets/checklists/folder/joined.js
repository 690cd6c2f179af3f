// Others' copies of a project taken into one's own answers. Pure.

import { mergeProject } from "../answers/merge.js";
import { inOrder } from "../answers/renumbered.js";
import { map } from "../answers/register.js";
import { writerIn } from "../answers/state.js";

/**
 * @typedef {import("../answers/register.js").Entry} Entry
 * @typedef {import("../answers/register.js").Fields} Fields
 * @typedef {import("../answers/register.js").Seen} Seen
 * @typedef {import("../answers/state.js").Project} Project
 * @typedef {import("../answers/state.js").Stamp} Stamp
 * @typedef {import("../answers/state.js").State} State
 */

/**
 * A state with others' copies of a project in it, each requirement with a number of its own; with
 * none what was written here alone is put in order.
 * @param {State} state @param {string} id @param {Project[]} all @returns {State}
 */
export function joined(state, id, all) {
  const mine = state.projects[id];
  const parts = [...(mine ? [mine] : []), ...all];
  if (!parts.length) return state;
  const both = inOrder(parts.reduce((a, b) => mergeProject(a, b)));
  return both === mine ? state : { ...state, projects: map({ ...state.projects, [id]: both }) };
}

/**
 * A project in which what was written without a name has one: all browsers are called the same.
 * @param {Project} project @param {string} nameless @param {string} name @returns {Project}
 */
export function named(project, nameless, name) {
  const fields = (/** @type {Fields} */ all) =>
    map(
      Object.fromEntries(
        Object.entries(all).map(([key, list]) => [
          key,
          list.map(
            /** @returns {Entry} */
            ([text, when, dot, by]) => [text, when, dot, by === nameless ? name : by],
          ),
        ]),
      ),
    );
  const items = Object.entries(project.items).map(([item, all]) => [item, fields(all)]);
  const { documents, profile } = project;
  return {
    ...project,
    items: map(Object.fromEntries(items)),
    profile: fields(profile),
    documents: fields(documents),
  };
}

/** True when a copy claims to have seen what nobody here has written yet: then a write under that
 * name would be taken for one that was replaced.
 * @param {Project[]} all @param {Seen} seen @param {string} id @param {Stamp} stamp */
export function ahead(all, seen, id, stamp) {
  const writer = writerIn(id, stamp);
  return all.some((one) => (one.seen[writer] ?? 0) > (seen[writer] ?? 0));
}
