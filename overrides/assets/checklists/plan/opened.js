// A copy that was opened, taken into what is here: merged, or beside it.

import { randomId } from "../answers/ids.js";
import { copy, current, projects, use } from "../answers/state.js";

/**
 * @typedef {import("../answers/state.js").Project} Project
 * @typedef {import("../answers/state.js").State} State
 * @typedef {import("../answers/store.js").Store} Store
 */

const ID_LETTERS = 6;
const MOST_ID = 40; // so much is left of an id that another is made of

/**
 * As projects of their own: written anew under ids of their own, so that an older copy is not
 * overruled by what came later. All or none; false when none.
 * @param {Store} store @param {State} theirs @param {(project: Project) => string} nameOf
 */
export function besides(store, theirs, nameOf) {
  const all = projects(theirs).map(([id, project]) => ({
    own: `${id.slice(0, MOST_ID)}-${randomId(ID_LETTERS)}`,
    name: nameOf(project),
    project,
  }));
  return store.change(
    (before, now, stamp) =>
      all.reduce(
        (state, { own, name, project }) => use(copy(state, project, own, name, stamp), own),
        before,
      ),
    true,
  );
}

/** Merged with the project in use; false when nothing was changed.
 * @param {Store} store @param {State} theirs */
export function merged(store, theirs) {
  const mine = current(store.state);
  const ids = Object.keys(theirs.projects);
  if (!mine || ids.length !== 1 || ids[0] === mine) {
    return store.take(theirs);
  }
  const theirOnly = { ...theirs.projects[ids[0]], name: [], gone: [] };
  return store.take({ ...theirs, projects: { [mine]: theirOnly } });
}
