// Where two have answered differently: what it is about, both values, and who stands behind. Pure.

import { conflict, latest } from "./register.js";

/**
 * @typedef {import("./register.js").Entry} Entry
 * @typedef {import("./register.js").Fields} Fields
 * @typedef {import("./state.js").Project} Project
 * @typedef {{kind: "items" | "profile" | "documents", key: string, field: string,
 *   entries: Entry[]}} Torn `key`: an item, a question of the profile, or a part of a document;
 *   `field`: of an item, else «»
 */

/** Every contradiction of a project. What differs only in what no reader sees is none.
 * @param {Project} project @returns {Torn[]} */
export function allTorn(project) {
  const { items, profile = {} } = project;
  return [
    ...Object.entries(items).flatMap(([key, fields]) =>
      Object.entries(fields)
        .filter(([field]) => field !== "wording")
        .map(([field, list]) => tornOf("items", key, field, list)),
    ),
    ...Object.entries(profile).map(([key, list]) => tornOf("profile", key, "", list)),
  ].filter(({ entries }) => entries.length);
}

/** @param {Torn["kind"]} kind @param {string} key @param {string} field @param {Entry[]} list
 * @returns {Torn} */
const tornOf = (kind, key, field, list) => ({ kind, key, field, entries: conflict(list) });

/** Who stands behind the values of contradictions, each once. @param {Torn[]} all */
export const people = (all) => [
  ...new Set(all.flatMap(({ entries }) => entries.map(([, , , by]) => by))),
];

/** The last value of somebody's, of anybody's when nobody is named; none when there is none.
 * @param {Entry[]} entries @param {string | null} by */
export function latestOf(entries, by) {
  const theirs = by === null ? entries : entries.filter(([, , , who]) => who === by);
  return theirs.length ? latest(theirs) : undefined;
}
