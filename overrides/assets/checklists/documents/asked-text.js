// What a supplier's file says that we asked: told where it is not what we wrote. Pure.

import { markOf } from "../answers/hash.js";
import { isMap } from "../answers/local.js";
import { plain } from "../formats/csv.js";
import { seen } from "../formats/seen.js";
import { isNumber } from "./files.js";
import { headOf, numberIn } from "./heads.js";

/** @typedef {import("../formats/grid.js").Table} Table */

const MARK = /^[a-z0-9]{1,8}$/;
const MOST = 2000;
const MOST_KNOWN = 10000;

/** A mark of a text whatever its spaces, breaks and hyphens became in other programs.
 * @param {string} text */
const bareMark = (text) => markOf(seen(plain(text.trim())).replace(/[\u2010\u2011]/g, "-"));

/** @type {Map<string, string>} of our own texts: every drawing asks for all of them */
const known = new Map();

/** @param {string} text */
function ourMark(text) {
  const found = known.get(text) ?? bareMark(text);
  if (known.size > MOST_KNOWN) known.clear();
  known.set(text, found);
  return found;
}

/**
 * Marks of the requirements as tables that were answered say them, by number.
 * @param {Table[]} tables @param {string[]} heads our columns @param {string} word the head of what
 *   is asked
 */
export function askedIn(tables, heads, word) {
  /** @type {Record<string, string>} */
  const asked = {};
  for (const table of tables) {
    let [number, text] = [-1, -1];
    for (const row of table) {
      const head = headOf(row, heads);
      if (head) {
        // A table that only says what is asked is our own.
        const isOurs = head.at.slice(1).every((column) => column < 0);
        const found = row.find((one) => seen(one.text).toLowerCase() === word.toLowerCase());
        [number, text] = isOurs || !found ? [-1, -1] : [head.at[0], found.from];
      } else if (text >= 0) {
        const at = (/** @type {number} */ column) =>
          row.find(({ from, to }) => from <= column && column < to)?.text ?? "";
        const own = numberIn(at(number));
        if (own && at(text).trim()) asked[own] ??= bareMark(at(text));
      }
    }
  }
  return asked;
}

/** What is kept of it. @param {unknown} made @returns {Record<string, string>} */
export function askedOf(made) {
  const all = isMap(made) ? Object.entries(made) : [];
  const good = all.filter(([number, one]) => isNumber(number) && MARK.test(String(one)));
  return Object.fromEntries(good.slice(0, MOST).map(([number, one]) => [number, String(one)]));
}

/** The numbers of requirements that a file says in other words than ours.
 * @param {Record<string, string>} asked @param {{number: string, text: string}[]} requirements */
export const altered = (asked, requirements) =>
  requirements
    .filter(({ number, text }) => number in asked && asked[number] !== ourMark(text))
    .map(({ number }) => number);
