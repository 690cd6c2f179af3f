// Where two have answered differently: what it is about, both values, and who stands behind. Pure.

import { isUnseen } from "./fields.js";
import { isMap } from "./local.js";
import { isLastKey } from "./numbers.js";
import { conflict, latest, value } from "./register.js";

/**
 * @typedef {import("./register.js").Entry} Entry
 * @typedef {import("./register.js").Fields} Fields
 * @typedef {import("./state.js").Project} Project
 * @typedef {{kind: "items" | "profile" | "documents" | "name", key: string, field: string,
 *   entries: Entry[]}} Torn `key`: an item, a question of the profile, or a part of a document;
 *   «» of the project's name; `field`: of an item, else «»
 */

/** What nobody writes: where a part of a document stands, and what is worked out from the rest. */
const STAYS = ["order", "n", "was"];
export const UNSEEN = [...STAYS, "form"];
const PART = /^([a-z0-9]{1,16})-/;
const EDITION = /^[a-z0-9]{1,16}-u-\d+$/; // worked out of the rest when it leaves the house

/** Every contradiction of a project. What differs only in what no reader sees is none.
 * @param {Project} project @returns {Torn[]} */
export function allTorn(project) {
  const { items, profile = {}, documents = {}, name = [] } = project;
  return [
    ...Object.entries(items).flatMap(([key, fields]) =>
      Object.entries(fields)
        .filter(([field]) => !isUnseen(field))
        .map(([field, list]) => tornOf("items", key, field, list)),
    ),
    ...Object.entries(profile).map(([key, list]) => tornOf("profile", key, "", list)),
    ...Object.entries(documents)
      .filter(([key, list]) => list.length > 1 && isThere(project, key))
      .map(([key, list]) => tornOf("documents", key, "", apart(list))),
    tornOf("name", "", "", name),
  ].filter(({ entries }) => entries.length);
}

/** @param {Torn["kind"]} kind @param {string} key @param {string} field @param {Entry[]} list
 * @returns {Torn} */
const tornOf = (kind, key, field, list) => ({ kind, key, field, entries: conflict(list) });

/**
 * [item, field, entries] of every field that two have answered differently.
 * @param {Project} project @returns {[item: string, field: string, entries: Entry[]][]}
 */
export const conflicts = (project) =>
  allTorn(project)
    .filter(({ kind }) => kind === "items")
    .map(({ key, field, entries }) => [key, field, entries]);

/** The contradictions of one document. @param {Torn[]} all @param {string} document */
export const tornIn = (all, document) =>
  all.filter(({ kind, key }) => kind === "documents" && key.startsWith(`${document}-`));

/** True for a part of a document that somebody can see. @param {Project} project
 * @param {string} key */
function isThere({ documents }, key) {
  const [, id = ""] = PART.exec(key) ?? [];
  return value(documents[`${id}-name`]) && value(documents[`${id}-gone`]) !== "yes"
    ? !isLastKey(key) && !EDITION.test(key)
    : false;
}

/** Values of a document's part that a reader can tell from each other: the last of each.
 * @param {Entry[]} list */
const apart = (list) => [
  ...new Map(list.toSorted((a, b) => (a[1] < b[1] ? -1 : 1)).map((one) => [seenOf(one[0]), one]))
    .values(),
];

/** What a reader sees of a part. @param {string} text */
function seenOf(text) {
  const made = jsonOf(text);
  const shown = Object.entries(made ?? {}).filter(([name]) => !UNSEEN.includes(name));
  return made ? JSON.stringify(shown.sort(([a], [b]) => (a < b ? -1 : 1))) : text;
}

/** @param {string} text @returns {Record<string, unknown> | null} null when it is no map */
export function jsonOf(text) {
  try {
    const made = JSON.parse(text);
    return isMap(made) ? made : null;
  } catch {
    return null;
  }
}

/** A value that was chosen, with the number and the place that the part has now.
 * @param {Entry[]} entries of the part @param {string} text */
export function inPlace(entries, text) {
  const [now, made] = [value(entries), text].map(jsonOf);
  if (!now || !made) return text;
  const stays = STAYS.filter((name) => name in now).map((name) => [name, now[name]]);
  return JSON.stringify({ ...made, ...Object.fromEntries(stays) });
}

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
