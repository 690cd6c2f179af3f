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
 * overruled by what came later.
 * @param {Store} store @param {State} theirs @param {(project: Project) => string} nameOf
 */
export function besides(store, theirs, nameOf) {
  for (const [id, project] of projects(theirs)) {
    const own = `${id.slice(0, MOST_ID)}-${randomId(ID_LETTERS)}`;
    const name = nameOf(project);
    store.change((state, now, stamp) => use(copy(state, project, own, name, stamp), own));
  }
}

/** Merged with the project in use. @param {Store} store @param {State} theirs */
export function merged(store, theirs) {
  const mine = current(store.state);
  const ids = Object.keys(theirs.projects);
  if (!mine || ids.length !== 1 || ids[0] === mine) {
    store.take(theirs);
    return;
  }
  const theirOnly = { ...theirs.projects[ids[0]], name: [], gone: [] };
  store.take({ ...theirs, projects: { [mine]: theirOnly } });
}
