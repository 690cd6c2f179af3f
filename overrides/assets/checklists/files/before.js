// What stood in a row when its file was made, and whether the project has heard of all that its
// maker knew then. Both known, what nobody touched in the file is no answer of it.
//
// Two colleagues each write in a copy of one workbook. When the second is opened, the rows that
// only the first wrote in say what the project said before: not a contradiction, and nobody's word.

import { isDot } from "../answers/fields.js";
import { knows } from "../answers/register.js";
import { current, marked, writerIn } from "../answers/state.js";
import { sum } from "../formats/marks.js";
import { seen } from "../formats/seen.js";
import { WRITTEN } from "./filled.js";

/**
 * @typedef {import("./filled.js").Values} Values
 * @typedef {import("./filled.js").Written} Written
 */

const MOST_OPEN = 6; // fields that were touched or were not: each doubles what is tried

/** A text without what programs take away or make another where they save it: LibreOffice saves a
 * Word list's line breaks as nothing at all, others as spaces. @param {string | undefined} text */
export const bare = (text) => seen(text ?? "").replace(/\s/g, "");

/** Whether a file says of a field what the project does: spaces and line breaks round it are read
 * from no file. @param {string} said @param {string | undefined} here */
export const isSame = (said, here) => said === here || said === (here ?? "").trim();

/** What stands in an item's fields, as one check sum. @param {Values} values */
export const sealOf = (values) => sumOf(values, bare);

/** Whether these values stood in a row when its file was made. Files of the guide before
 * 2026-11-28 summed every sign. @param {string} seal @param {Values} values */
export const isSealOf = (seal, values) =>
  seal === sealOf(values) || seal === sumOf(values, (text) => text ?? "");

/** @param {Values} values @param {(text: string | undefined) => string} as */
const sumOf = (values, as) => sum(WRITTEN.map((field) => as(values[field])).join("\u0001"));

/** A dot that whoever has seen it has seen all that the project knows now; «» when the browser does
 * not keep it. @param {import("../answers/store.js").Store} store */
export function givenOut(store) {
  const done = store.change(marked);
  const id = current(store.state);
  const writer = writerIn(id, store.stamp());
  return done ? `${writer}:${store.state.projects[id]?.seen[writer] ?? 0}` : "";
}

/** True when a project has seen all that a file's maker had, as the file says by such a dot; a file
 * without one may know what nobody here has heard of.
 * @param {import("../answers/register.js").Seen} seen @param {string} dot */
export const knowsAll = (seen, dot) => isDot(dot) && knows(seen, dot);

/**
 * The fields that differ and that nobody touched in the file, as a row's check sum tells: none
 * where the project says what it said when the file was made. Where it knows `later` things, each
 * that differs is either untouched, or was here what it still is. Null where the sum fits neither.
 * @param {string} seal @param {Values} said in the row @param {Values} here in the project
 * @param {boolean} later the project knows all that the file's maker knew
 * @returns {Set<Written> | null}
 */
export function untouched(seal, said, here, later) {
  const open = WRITTEN.filter((field) => {
    const text = said[field];
    return text !== undefined && !isSame(text, here[field]);
  });
  const ways = later && open.length <= MOST_OPEN ? 2 ** open.length : 1;
  for (let tried = 0; seal && tried < ways; tried += 1) {
    const kept = open.filter((_, n) => tried & (1 << n));
    const before = { ...here, ...Object.fromEntries(kept.map((field) => [field, said[field]])) };
    if (isSealOf(seal, before)) return new Set(kept);
  }
  return null;
}
