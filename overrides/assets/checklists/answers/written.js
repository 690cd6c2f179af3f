// A state as the text that is stored. Pure.

import { VERSION } from "./state.js";

/** @typedef {import("./state.js").State} State */

// Fields are never changed in place, so their text is made once: a tick among a thousand answers
// writes one anew.
/** @type {WeakMap<object, string>} */
const texts = new WeakMap();

/** @param {object} thing */
function textOf(thing) {
  const before = texts.get(thing);
  if (before !== undefined) return before;
  const made = JSON.stringify(thing);
  texts.set(thing, made);
  return made;
}

/**
 * A state as it is stored: JSON, with the text of what has not changed reused.
 * @param {State} state
 */
export function text(state) {
  const all = Object.entries(state.projects).map(([id, { items, ...rest }]) => {
    const parts = [];
    for (const item in items) parts.push(`"${item}":${textOf(items[item])}`);
    return `"${id}":${JSON.stringify(rest).slice(0, -1)},"items":{${parts.join(",")}}}`;
  });
  const local = JSON.stringify(state.local);
  return `{"version":${VERSION},"projects":{${all.join(",")}},"local":${local}}`;
}
