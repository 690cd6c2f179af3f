// What earlier versions let in, as it is called now. Pure.

import { isName } from "./fields.js";
import { markOf } from "./hash.js";

const MOST_KEY = 100;

/**
 * An id for a requirement whose own cannot be used: «Krav 1», `EGEN-1`, `a"]b`, `x-name`.
 * @param {string} id
 */
export const madeId = (id) => `egen-x${markOf(id)}`;

/**
 * A requirement that came with an id of anybody's in a file, under an id that can be kept. Every
 * browser makes the same one of it, so that two copies still merge.
 * @param {string} key @param {unknown} list its entries
 * @returns {[key: string, list: unknown]}
 */
export function documentPart(key, list) {
  const found = /^([a-z0-9]{1,16})-r-([^]{1,80})$/.exec(key);
  if ((isName(key) && key.length <= MOST_KEY) || !found || !Array.isArray(list)) return [key, list];
  const [, document, old] = found;
  const id = madeId(old);
  return [`${document}-r-${id}`, list.map((entry) => renamed(entry, id))];
}

/** @param {unknown} entry @param {string} id @returns {unknown} */
function renamed(entry, id) {
  if (!Array.isArray(entry) || typeof entry[0] !== "string") return entry;
  try {
    return [JSON.stringify({ ...JSON.parse(entry[0]), id }), ...entry.slice(1)];
  } catch {
    return entry;
  }
}
