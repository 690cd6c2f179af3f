// How full the browser's storage is, and with what. Pure.

import { value } from "./register.js";
import { projects } from "./state.js";

/** Letters that a browser keeps for one address: 5 MiB, keys and values. */
export const ROOM = 5 * 1024 * 1024;
const NEARLY = 0.8; // from here on it is said

/**
 * @typedef {import("./state.js").State} State
 * @typedef {{kind: string, name: string, letters: number}} Part
 */

/**
 * What takes the room, the greatest first; null while there is enough.
 * @param {[key: string, letters: number][]} sizes of all that stands in the storage
 * @param {string} key the site's @param {State} state
 * @returns {{percent: number, parts: Part[]} | null}
 */
export function crowded(sizes, key, state) {
  const all = sizes.map(([name, letters]) => ({ name, letters: letters + name.length }));
  const used = sum(all);
  if (used < ROOM * NEARLY) return null;
  const live = new Set(projects(state).map(([id]) => id));
  const own = Object.entries(state.projects).map(([id, one]) => ({
    kind: live.has(id) ? "project" : "gone",
    name: value(one.name),
    letters: JSON.stringify(one).length,
  }));
  const of = (/** @type {string} */ start) => all.filter(({ name }) => name.startsWith(start));
  const parts = [
    ...own,
    { kind: "reply", name: "", letters: sum(of(`${key}:svar:`)) },
    { kind: "aside", name: "", letters: sum(of(`${key}:unreadable`)) },
    { kind: "other", name: "", letters: sum(all.filter(({ name }) => !isOurs(name, key))) },
  ];
  const percent = Math.min(100, Math.floor((used * 100) / ROOM));
  const great = parts.filter(({ letters }) => letters * 100 >= ROOM);
  return { percent, parts: great.sort((a, b) => b.letters - a.letters).slice(0, 4) };
}

/** @param {{letters: number}[]} parts */
const sum = (parts) => parts.reduce((all, { letters }) => all + letters, 0);

/** @param {string} name @param {string} key */
const isOurs = (name, key) => name === key || name.startsWith(`${key}:`);
