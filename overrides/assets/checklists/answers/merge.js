// Two states as one: commutative, associative and idempotent, whatever the clocks say. Pure.

import { knows, map, sorted } from "./register.js";

/**
 * @typedef {import("./register.js").Entry} Entry
 * @typedef {import("./register.js").Fields} Fields
 * @typedef {import("./register.js").Seen} Seen
 * @typedef {import("./state.js").Project} Project
 * @typedef {import("./state.js").State} State
 */

/**
 * Whoever has replaced a value shows another: a field that one side does not show at all was never
 * seen by it, whatever it says of itself, and stays.
 * @param {Entry[] | undefined} a @param {Entry[] | undefined} b
 * @param {Seen} seenA @param {Seen} seenB
 */
function mergeField(a = [], b = [], seenA, seenB) {
  if (!a.length || !b.length) return a.length ? a : b;
  const inB = new Set(b.map((entry) => entry[2]));
  const inA = new Set(a.map((entry) => entry[2]));
  const made = sorted([
    ...a.filter((entry) => inB.has(entry[2]) || !knows(seenB, entry[2])),
    ...b.filter((entry) => !inA.has(entry[2]) && !knows(seenA, entry[2])),
  ]);
  // What is as it was is the same list: it was found good, and its text is made.
  return made.length === a.length && made.every(([, , dot], n) => dot === a[n][2]) ? a : made;
}

/**
 * @param {Fields | undefined} a @param {Fields | undefined} b
 * @param {Seen} seenA @param {Seen} seenB
 */
function mergeFields(a = map(), b = map(), seenA, seenB) {
  /** @type {Fields} */
  const made = map();
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const entries = mergeField(a[key], b[key], seenA, seenB);
    if (entries.length) made[key] = entries;
  }
  const keys = Object.keys(made);
  const same = keys.length === Object.keys(a).length && keys.every((key) => made[key] === a[key]);
  return same ? a : made;
}

/** Two states of one project as one. @param {Project} a @param {Project} b @returns {Project} */
export function mergeProject(a, b) {
  const seen = map(a.seen);
  for (const [writer, number] of Object.entries(b.seen)) {
    seen[writer] = Math.max(seen[writer] ?? 0, number);
  }
  /** @type {Record<string, Fields>} */
  const items = map();
  for (const key of new Set([...Object.keys(a.items), ...Object.keys(b.items)])) {
    const fields = mergeFields(a.items[key], b.items[key], a.seen, b.seen);
    if (Object.keys(fields).length) items[key] = fields;
  }
  return {
    seen,
    items,
    name: mergeField(a.name, b.name, a.seen, b.seen),
    gone: mergeField(a.gone, b.gone, a.seen, b.seen),
    profile: mergeFields(a.profile, b.profile, a.seen, b.seen),
    documents: mergeFields(a.documents, b.documents, a.seen, b.seen),
  };
}

/**
 * All projects of both. What is this browser's own (`local`) is `a`'s.
 * @param {State} a @param {State} b @returns {State}
 */
export function merge(a, b) {
  const made = map(a.projects);
  for (const [id, theirs] of Object.entries(b.projects)) {
    made[id] = made[id] ? mergeProject(made[id], theirs) : theirs;
  }
  return { ...a, projects: made };
}

/**
 * True when `a` has seen all that `b` has: then merging b into a changes nothing.
 * @param {State} a @param {State} b
 */
export const covers = (a, b) =>
  Object.entries(b.projects).every(([id, theirs]) => {
    const seen = a.projects[id]?.seen ?? {};
    return Object.entries(theirs.seen).every(([writer, number]) => (seen[writer] ?? 0) >= number);
  });
