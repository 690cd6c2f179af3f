// A state as the text that is stored. Pure.

import { VERSION } from "./state.js";

// Fields are never changed in place, so their text is made once: a tick among a thousand answers
// writes one anew.
const texts = new WeakMap();
function textOf(thing) {
  let made = texts.get(thing);
  if (made === undefined) texts.set(thing, (made = JSON.stringify(thing)));
  return made;
}

/** A state as it is stored: JSON, with the text of what has not changed reused. */
export function text(state) {
  const all = Object.entries(state.projects).map(([id, { items, ...rest }]) => {
    const parts = [];
    for (const item in items) parts.push(`"${item}":${textOf(items[item])}`);
    return `"${id}":${JSON.stringify(rest).slice(0, -1)},"items":{${parts.join(",")}}}`;
  });
  return `{"version":${VERSION},"projects":{${all.join(",")}},"local":${JSON.stringify(state.local)}}`;
}
