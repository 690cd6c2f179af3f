// A state as the text that is stored. Pure.

import { VERSION } from "./state.js";

/** @typedef {import("./state.js").State} State */

// Fields are never changed in place, so their text is made once: a tick among a thousand answers
// writes one anew, and so does a word in a document of five hundred requirements.
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

/** @param {Record<string, object>} fields */
function textOfAll(fields) {
  const parts = [];
  for (const name in fields) parts.push(`"${name}":${textOf(fields[name])}`);
  return `{${parts.join(",")}}`;
}

/**
 * A state as it is stored: JSON, with the text of what has not changed reused.
 * @param {State} state
 */
export function text(state) {
  const all = Object.entries(state.projects).map(([id, { items, documents, ...rest }]) => {
    const parts = `"documents":${textOfAll(documents)},"items":${textOfAll(items)}`;
    return `"${id}":${JSON.stringify(rest).slice(0, -1)},${parts}}`;
  });
  const local = JSON.stringify(state.local);
  return `{"version":${VERSION},"projects":{${all.join(",")}},"local":${local}}`;
}
