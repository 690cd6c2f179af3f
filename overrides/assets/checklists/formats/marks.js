// What a file of a list says of its rows and of itself: the same rules as macros/exports/marks.py.
// Pure.

import { crc32 } from "./zip.js";

const MOST = 40; // letters of a bookmark, by Word
const WITH_SUM = 8;
const SEAL = /^s\d*_([0-9a-f]{8})$/;
const IDENTITY = /sjekkliste;[a-z]+=[^\s"<;]*(?:;[a-z]+=[^\s"<;]*)*/;

/** The check sum of a text, as eight letters. @param {string} text */
export const sum = (text) =>
  crc32(new TextEncoder().encode(text)).toString(16).padStart(WITH_SUM, "0");

/** The bookmark of an item's row. @param {string} item */
export function rowMark(item) {
  const name = item.replaceAll("-", "_");
  const room = MOST - "p_".length;
  if (name.length <= room) return `p_${name}`;
  return `p_${name.slice(0, room - WITH_SUM - 1)}_${sum(item)}`;
}

/** Whether a bookmark is that of an item; a file that shows it twice has numbered the second.
 * @param {string} mark @param {string} item */
export function isMarkOf(mark, item) {
  const at = mark.indexOf("_");
  const [start, name] = [mark.slice(0, at), mark.slice(at + 1)];
  if (!/^p\d*$/.test(start)) return false;
  const known = rowMark(item).slice("p_".length);
  if (known === name) return true;
  // With a number in front there is room for fewer letters.
  return start !== "p" && name.endsWith(`_${sum(item)}`);
}

/** The check sum in a bookmark that says what stood in a row; «» in another.
 * @param {string} mark */
export const sealIn = (mark) => SEAL.exec(mark)?.[1] ?? "";

/**
 * What a file says of itself, out of any text of it; null when it says nothing.
 * @param {string} text @returns {Record<string, string> | null}
 */
export function identityIn(text) {
  const found = IDENTITY.exec(text)?.[0];
  if (!found) return null;
  const parts = found.split(";").slice(1).map((part) => part.split("="));
  return Object.fromEntries(parts.map(([name, value]) => [name, decoded(value)]));
}

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * A text with whose answers the file holds after what it says of itself; null where it says
 * nothing. @param {string} text @param {Record<string, string>} more
 */
export function owned(text, more) {
  if (!identityIn(text)) return null;
  const said = Object.entries(more)
    .filter(([, value]) => value)
    .map(([name, value]) => `;${name}=${encodeURIComponent(value)}`)
    .join("");
  return text.replace(/(sjekkliste;[^<"\s]*)/g, (found) => found + said);
}
