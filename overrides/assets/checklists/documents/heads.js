// Which columns of a table are ours, and which requirement a row is of. Pure.

import { seen } from "../formats/seen.js";

/**
 * @typedef {import("../formats/grid.js").Cell} Cell
 * @typedef {{at: number[], doubled: number[], width: number, beside: string[]}} Head `at`: the
 *   column of each of our heads, −1 when it is missing; `doubled`: those that stand there twice;
 *   `beside`: what stands after each of our words
 */

/**
 * A row as a head of ours; null when it does not name the numbers.
 * @param {Cell[]} row @param {string[]} heads our words: number, reply, text, link, price
 * @returns {Head | null}
 */
export function headOf(row, heads) {
  const words = row.map(({ text }) => seen(text).toLowerCase());
  const ours = heads.map((head) => head.toLowerCase());
  // «No.» is the head of the numbers in English, and may be an answer.
  if (!words.includes(ours[0]) || row.some(({ text }) => numberIn(text))) return null;
  const found = ours.map((head) => {
    const same = places(words, (text) => text === head);
    return same.length ? same : places(words, (text) => begins(text, head));
  });
  return {
    at: found.map(([first]) => (first === undefined ? -1 : row[first].from)),
    doubled: found.flatMap((all, n) => (all.length > 1 ? [n] : [])),
    width: Math.max(...row.map(({ to }) => to)),
    beside: found.map(([first], n) =>
      first === undefined ? "" : seen(row[first].text).slice(heads[n].length).trim(),
    ),
  };
}

/** @param {string[]} words @param {(text: string) => boolean} fits */
const places = (words, fits) => words.flatMap((text, n) => (fits(text) ? [n] : []));

/** «Pris (kr)» begins with «Pris», «Svarfrist» not with «Svar». @param {string} text
 * @param {string} head */
const begins = (text, head) =>
  text.startsWith(head) && !/^[\p{L}\d]/u.test(text.slice(head.length));

/**
 * The requirement that a cell names: «K12», also written «k 12» or «K12.»; «» when it is none.
 * @param {string} text
 */
export function numberIn(text) {
  const found = /^k ?0*([1-9]\d{0,3})[.:)]?$/i.exec(seen(text));
  return found ? `K${found[1]}` : "";
}
