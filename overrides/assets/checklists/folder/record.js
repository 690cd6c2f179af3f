// What this browser keeps of the team's folder that it works in: which project, whose file it
// writes, and what the reader has looked at.

import { LIMITS, isCount, isName } from "../answers/fields.js";
import { isMap } from "../answers/local.js";
import { map } from "../answers/register.js";
import { drop, keep, kept } from "../answers/stored.js";
import { isWriterName } from "./names.js";

/**
 * @typedef {import("../answers/register.js").Seen} Seen
 * @typedef {{id: string, writer: string, folder: string, turns: string[], looked: Seen,
 *   told: string}} Record `id`: the project; `folder`: its name, «» when files are carried by hand;
 *   `turns`: pages of this browser that have written; `looked`: what the reader has seen; `told`:
 *   the news that were said last
 */

/** The name beside the answers; main.js looks for it too. */
export const NAME = "mappe";
const MOST_TURNS = 200;

/** What is kept; null when this browser works in no folder. @param {string} site
 * @returns {Record | null} */
export function recordOf(site) {
  try {
    const found = JSON.parse(kept(site, NAME) ?? "null");
    if (!isMap(found)) return null;
    const { id, writer, folder, turns, looked, told } = found;
    if (typeof id !== "string" || !isName(id)) return null;
    if (typeof writer !== "string" || !isWriterName(writer)) return null;
    return {
      id,
      writer,
      folder: typeof folder === "string" ? folder : "",
      turns: Array.isArray(turns) ? turns.map(String) : [],
      looked: seenOf(looked),
      told: typeof told === "string" ? told : "",
    };
  } catch {
    return null;
  }
}

/** @param {unknown} raw @returns {Seen} */
const seenOf = (raw) =>
  map(
    Object.fromEntries(
      Object.entries(isMap(raw) ? raw : {}).flatMap(([writer, n]) =>
        isCount(n) && n <= LIMITS.writes ? [[writer, n]] : [],
      ),
    ),
  );

/**
 * Changes what is kept, by what stands there now: other tabs change it too. Nothing is done when
 * this browser has left the folder.
 * @param {string} site @param {(record: Record) => Partial<Record>} change
 */
export function revise(site, change) {
  const now = recordOf(site);
  if (now) put(site, { ...now, ...change(now) });
}

/** @param {string} site @param {Record} record */
export function put(site, record) {
  const turns = record.turns.slice(-MOST_TURNS);
  return keep(site, NAME, JSON.stringify({ ...record, turns }));
}

/** The folder is left. @param {string} site */
export const forget = (site) => drop(site, NAME);
