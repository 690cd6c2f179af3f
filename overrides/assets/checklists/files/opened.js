// A filled-in file as answers: what it says, taken into a project or standing by itself.

import { randomId } from "../answers/ids.js";
import { current } from "../answers/state.js";
import { into } from "./into.js";
import { places } from "./placed.js";
import { read } from "./read.js";

/**
 * @typedef {import("../answers/state.js").Stamp} Stamp
 * @typedef {import("../answers/state.js").State} State
 * @typedef {import("../elements/catalog.js").Catalog} Catalog
 * @typedef {import("../elements/words.js").Words} Words
 * @typedef {import("./filled.js").Doubt} Doubt
 * @typedef {import("./filled.js").Filled} Filled
 * @typedef {import("./into.js").Counts} Counts
 * @typedef {{state: State, alone: State, counts: Counts, lost: Filled[], strange: number,
 *   doubts: Doubt[], about: Record<string, string>}} Opened `state`: the project in use with what
 *   the file says; `alone`: only what the file says; `lost`: rows of no item; `strange`: rows of
 *   items that this edition lacks
 */

const MOST_BY = 60;
const MOST_NAME = 120;

/**
 * @param {File} file @param {Catalog} catalog @param {State} mine @param {Words} t
 * @param {string} now ISO 8601 @param {import("./read.js").Around} around
 * @returns {Promise<{made: Opened, problem?: undefined} | {made?: undefined, problem: string}>}
 */
export async function opened(file, catalog, mine, t, now, around) {
  const answer = await read(file, t, around);
  if (answer.problem !== undefined) return answer;
  const { rows, doubts, about } = answer.found;
  const { placed, lost, unread } = places(rows, catalog, about.version);
  if (unread) doubts.push(["", "edition", String(unread)]);
  const name = file.name.replace(/\.[a-z0-9]{1,5}$/i, "");
  const saved = new Date(file.lastModified || 0).toISOString();
  /** @type {Stamp} */
  const stamp = {
    when: saved < now ? saved : now,
    writer: randomId(),
    by: name.slice(0, MOST_BY).toWellFormed(),
  };
  const called = (about.name || name).slice(0, MOST_NAME).toWellFormed();
  const id = current(mine);
  const both = into(mine.projects[id], id || randomId(), placed, stamp, called, about.seen);
  const alone = into(undefined, randomId(), placed, stamp, called).state;
  const strange = placed.filter((one) => !catalog.byId.has(one.id)).length;
  return { made: { ...both, alone, lost, strange, doubts, about } };
}
