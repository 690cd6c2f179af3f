// A copy that was opened, taken into what is here: merged, or beside it.

import { randomId } from "../answers/ids.js";
import { covers, merge } from "../answers/merge.js";
import { settled } from "../answers/renumbered.js";
import { value } from "../answers/register.js";
import { adopt, beside, current, projects, rename, rootOf } from "../answers/state.js";

/**
 * @typedef {import("../answers/state.js").Project} Project
 * @typedef {import("../answers/state.js").Stamp} Stamp
 * @typedef {import("../answers/state.js").State} State
 * @typedef {import("../answers/store.js").Store} Store
 */

const ID_LETTERS = 6;

/**
 * As projects of their own, under ids of their own, so that an older copy is not overruled by what
 * came later. All or none; false when none.
 * @param {Store} store @param {State} theirs @param {(project: Project) => string} nameOf
 */
export function besides(store, theirs, nameOf) {
  const all = projects(theirs).map(([from, project]) => ({
    called: { from, rest: randomId(ID_LETTERS), name: nameOf(project) },
    project,
  }));
  return store.change(
    (before, now, stamp) =>
      all.reduce((state, { called, project }) => beside(state, project, called, stamp), before),
    true,
  );
}

/**
 * Merged with the project in use, each requirement of a document with a number of its own: the
 * state after it.
 * @param {State} state @param {State} theirs @param {Stamp} stamp
 */
export const joined = (state, theirs, stamp) =>
  settled(state, together(state, theirs, stamp));

/**
 * Another project's answers are written anew; those of a copy that was opened beside merge as what
 * they are.
 * @param {State} state @param {State} theirs @param {Stamp} stamp @returns {State}
 */
function together(state, theirs, stamp) {
  const mine = current(state);
  const ids = Object.keys(theirs.projects);
  if (!mine || ids.length !== 1 || ids[0] === mine) return merge(state, theirs);
  const their = theirs.projects[ids[0]];
  if (rootOf(ids[0]) !== rootOf(mine)) return adopt(state, mine, their, stamp);
  const named = { ...theirs, projects: { [mine]: their } };
  const both = merge(state, { ...theirs, projects: { [mine]: { ...their, name: [], gone: [] } } });
  if (covers(state, named)) return both;
  // The name stays, written anew: the copy may have seen what others called the project, and where
  // each has seen the other's name and shows another, both would go.
  return rename(both, mine, value(both.projects[mine].name), stamp);
}

/**
 * Merged with the project in use: the states before and after; null when nothing was changed.
 * @param {Store} store @param {State} theirs @returns {{before: State, after: State} | null}
 */
export function taken(store, theirs) {
  let made = null;
  const done = store.take(theirs, (before, file, stamp) => {
    const after = joined(before, file, stamp);
    made = { before, after };
    return after;
  });
  return done ? made : null;
}

/** True when it was merged, false when nothing was changed. @param {Store} store
 * @param {State} theirs */
export const merged = (store, theirs) => taken(store, theirs) !== null;
