// One field's values: those that nobody has replaced yet, and what has been seen. Pure.
//
// A field holds one value as a rule, several when two browsers changed it without knowing of each
// other. Each value has a dot, «writer:number», and a project knows which dots it has seen; so a
// merge can tell «replaced» from «never heard of», whatever the clocks of the machines say.

/**
 * @typedef {[value: string, when: string, dot: string, by: string]} Entry
 * @typedef {Record<string, Entry[]>} Fields entries by the name of a field
 * @typedef {Record<string, number>} Seen the last number that was seen of each writer
 */

/**
 * A map without a prototype, so that no key of anybody's can mean something else.
 * @template T @param {Record<string, T>} [from] @returns {Record<string, T>}
 */
export const map = (from = {}) => Object.assign(Object.create(null), from);

/**
 * The value that is shown of several: the one written last, by its dot where times are equal.
 * @param {Entry[]} entries
 */
export const latest = (entries) =>
  entries.reduce((a, b) => (b[1] > a[1] || (b[1] === a[1] && b[2] > a[2]) ? b : a));

/** A field's value, «» when there is none. @param {Entry[] | undefined} entries */
export const value = (entries) => (entries?.length ? latest(entries)[0] : "");

/**
 * Values that contradict each other; empty when there is at most one.
 * @param {Entry[] | undefined} entries @returns {Entry[]}
 */
export function conflict(entries) {
  if (!entries || entries.length < 2) return []; // nearly always, and thousands are asked about
  const found = new Map(entries.map((entry) => [entry[0], entry]));
  return found.size > 1 ? [...found.values()] : [];
}

/** True when a dot has been seen. @param {Seen} seen @param {string} dot */
export function knows(seen, dot) {
  const cut = dot.lastIndexOf(":");
  return (seen[dot.slice(0, cut)] ?? 0) >= Number(dot.slice(cut + 1));
}

/** Entries in the one order that every browser gives them. @param {Entry[]} entries */
export const sorted = (entries) =>
  entries.toSorted((a, b) => (a[2] < b[2] ? -1 : a[2] > b[2] ? 1 : 0));
