// What stands in a team's folder, by the names of the files: writers' own, clouds' copies, rubbish.
// Pure.
//
// A name only tells what to read first and what never; who has written a file stands in the file.

import { isName } from "../answers/fields.js";

/**
 * @typedef {{name: string, size: number, time: number}} Listed a file as a folder tells of it:
 *   bytes, and when it was last changed (ms)
 */

/** A file of more bytes is never read, wherever it lies: what a browser keeps, three bytes a
 * letter, and some. */
export const MOST_FILE = 16 * 1024 * 1024;

const MOST_LABEL = 40;
const MARK = /^[a-z2-7]{8}$/;
const OURS = /^(?:[a-z0-9]+-)*[a-z2-7]{8}$/;
const END = ".json";
/** @type {Record<string, string>} */
const LATIN = { æ: "ae", ø: "o", å: "a", ä: "a", ö: "o", é: "e", ü: "u", š: "s", đ: "d", č: "c" };

/**
 * The name of a writer's file: «kari-n2x4k7qa.json».
 * @param {string} label what the writer is called @param {string} mark eight letters of her own
 */
export function fileOf(label, mark) {
  const latin = label.toLowerCase().replace(/[^a-z0-9]/g, (letter) => LATIN[letter] ?? "-");
  const short = latin.split("-").filter(Boolean).join("-").slice(0, MOST_LABEL);
  return [...short.split("-").filter(Boolean), mark].join("-") + END;
}

/** True of a writer's name without «.json», as we give it. @param {string} writer */
export const isWriterName = (writer) =>
  OURS.test(writer) && MARK.test(writer.slice(-8)) && isName(writer);

/** The writer that a file's name says; «» when it is none of our names. @param {string} name */
export function writerOf(name) {
  const writer = name.endsWith(END) ? name.slice(0, -END.length) : "";
  return isWriterName(writer) ? writer : "";
}

/**
 * What a file's name says it is. A copy is a cloud's or a person's («Kari (PC-2).json»,
 * «kopi av …»): it is read as what it holds. The rest is never opened.
 * @param {string} name @returns {"writer" | "copy" | "rubbish"}
 */
export function kindOf(name) {
  // A dot first hides a file; «~$» is Office's, .tmp and .crswap are writes that are not ended.
  if (name.startsWith(".") || name.startsWith("~") || !/\.json$/i.test(name)) return "rubbish";
  return writerOf(name) ? "writer" : "copy";
}

/** Whether a file is opened for its size. @param {Pick<Listed, "size">} file */
export const fits = ({ size }) => size > 0 && size <= MOST_FILE;

/**
 * The files that can be opened, writers' own first. What is empty is being written, or was left so
 * by a browser that was killed.
 * @param {Listed[]} listing @returns {Listed[]}
 */
export function readable(listing) {
  const some = listing.filter((file) => kindOf(file.name) !== "rubbish" && fits(file));
  const rank = (/** @type {Listed} */ { name }) => (kindOf(name) === "writer" ? 0 : 1);
  return some.sort((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1));
}

/** A write that was never ended: the browser's (.crswap) or a program's (.tmp).
 * @param {string} name */
export const isLeftover = (name) => /\.json.*\.(?:crswap|tmp)$/i.test(name);

/** The files that are not opened for their size, and why. @param {Listed[]} listing */
export const unreadable = (listing) =>
  listing
    .filter((file) => kindOf(file.name) !== "rubbish" && !fits(file))
    .map(({ name, size }) => ({ name, problem: size > 0 ? "large" : "empty" }));

/**
 * True when a file must be read again. One that was changed just before it was read may have been
 * changed again in the same tick of its folder's clock, so it is read once more.
 * @param {Listed} now @param {{size: number, time: number, read: number} | undefined} known `read`:
 *   when (ms)
 */
export const isChanged = ({ size, time }, known) =>
  !known || known.size !== size || known.time !== time || Math.abs(known.read - time) < TICK;

const TICK = 2500; // ms; FAT and some network drives keep time by two seconds
