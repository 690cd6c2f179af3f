// What stood in a row when its file was made, and whether the project has heard of all that its
// maker knew then. Both known, what nobody touched in the file is no answer of it. Pure.
//
// Two colleagues each write in a copy of one workbook. When the second is opened, the rows that
// only the first wrote in say what the project said before: not a contradiction, and nobody's word.

import { sum } from "../formats/marks.js";
import { WRITTEN } from "./filled.js";

/**
 * @typedef {import("../answers/register.js").Seen} Seen
 * @typedef {import("./filled.js").Values} Values
 * @typedef {import("./filled.js").Written} Written
 */

const LETTERS = 6; // of a writer's name, all of them by chance
// A program that keeps what a file says of itself keeps 255 letters for certain; the name of a
// project and the rest come before.
const MOST = 200;
const MOST_OPEN = 6; // fields that were touched or were not: each doubles what is tried

/** What stands in an item's fields, as one check sum. @param {Values} values */
export const sealOf = (values) => sum(WRITTEN.map((field) => values[field] ?? "").join("\u0001"));

/** Which writes a project has seen, on one line; «» for none, and when they are of too many.
 * @param {Seen} seen */
export function seenText(seen) {
  const said = Object.entries(seen).map(([name, n]) => `${name.slice(0, LETTERS)}.${n}`).join(".");
  return said.length > MOST ? "" : said;
}

/** True when `seen` holds each write of a line that `seenText` made; a file without one may know
 * what nobody here has heard of. @param {Seen} seen @param {string} said */
export function knowsAll(seen, said) {
  if (!/^[a-z0-9]+\.\d+(\.[a-z0-9]+\.\d+)*$/.test(said)) return false;
  const parts = said.split(".");
  return parts.every((start, at) => {
    if (at % 2) return true;
    const found = Object.keys(seen).filter((name) => name.startsWith(start));
    return found.length === 1 && seen[found[0]] >= Number(parts[at + 1]);
  });
}

/**
 * The fields that say what they said when the file was made, where a row's check sum tells: each
 * that differs is either untouched in the file, or was here what it still is. Null where the sum
 * fits neither.
 * @param {string} seal @param {Values} said in the row @param {Values} here in the project
 * @returns {Set<Written> | null}
 */
export function untouched(seal, said, here) {
  const open = WRITTEN.filter((field) => said[field] !== undefined && said[field] !== here[field]);
  if (!seal || open.length > MOST_OPEN) return null;
  for (let tried = 0; tried < 2 ** open.length; tried += 1) {
    const kept = open.filter((_, n) => tried & (1 << n));
    const before = { ...here, ...Object.fromEntries(kept.map((field) => [field, said[field]])) };
    if (sealOf(before) === seal) return new Set(kept);
  }
  return null;
}
