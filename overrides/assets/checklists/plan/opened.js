// A copy that was opened, taken into what is here: merged, or beside it.

import { randomId } from "../answers/ids.js";
import { adopt, beside, current, projects, rootOf } from "../answers/state.js";

/**
 * @typedef {import("../answers/state.js").Project} Project
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
 * Merged with the project in use; false when nothing was changed. Another project's answers are
 * written anew; those of a copy that was opened beside merge as what they are.
 * @param {Store} store @param {State} theirs
 */
export function merged(store, theirs) {
  const mine = current(store.state);
  const ids = Object.keys(theirs.projects);
  if (!mine || ids.length !== 1 || ids[0] === mine) return store.take(theirs);
  const their = theirs.projects[ids[0]];
  if (rootOf(ids[0]) !== rootOf(mine)) {
    return store.change((state, now, stamp) => adopt(state, mine, their, stamp), true);
  }
  const theirOnly = { ...their, name: [], gone: [] };
  return store.take({ ...theirs, projects: { [mine]: theirOnly } });
}
