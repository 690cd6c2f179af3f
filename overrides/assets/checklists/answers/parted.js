// The parts of a project's documents, found by how their keys begin, and what was read of each:
// thousands of them are asked for at every change, and a change writes a few anew. Pure.

import { once } from "./once.js";

/**
 * @typedef {import("./register.js").Entry} Entry
 * @typedef {import("./register.js").Fields} Fields
 * @typedef {[key: string, list: Entry[]]} Part
 */

/** A key to its second hyphen: «d1-r-» of «d1-r-egen-4». @param {string} key */
const startOf = (key) => key.slice(0, key.indexOf("-", key.indexOf("-") + 1) + 1);

const sortedOut = once((/** @type {Fields} */ documents) => {
  /** @type {Map<string, Part[]>} */
  const made = new Map();
  for (const key in documents) {
    const start = startOf(key);
    const some = made.get(start);
    if (some) some.push([key, documents[key]]);
    else made.set(start, [[key, documents[key]]]);
  }
  return made;
});

/** The parts whose keys begin so. @param {Fields} documents
 * @param {string} start with two hyphens at least: «d1-r-», «d1-e-p1-» */
export function partsOf(documents, start) {
  const first = startOf(start);
  const some = sortedOut(documents).get(first) ?? [];
  return start === first ? some : some.filter(([key]) => key.startsWith(start));
}

/**
 * As `read`, but each value is read once under its name.
 * @template T @param {(name: string, text: string) => T} read what it gives is never changed
 * @returns {(name: string, entry: Entry) => T}
 */
export function readOnce(read) {
  /** @type {WeakMap<Entry, {name: string, made: T}>} */
  const known = new WeakMap();
  return (name, entry) => {
    const before = known.get(entry);
    if (before?.name === name) return before.made;
    const made = read(name, entry[0]);
    known.set(entry, { name, made });
    return made;
  };
}
