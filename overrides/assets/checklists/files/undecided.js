// What two have answered differently and nobody has chosen between: a file has room for one. Pure.

import { conflicts } from "../answers/torn.js";
import { few } from "../elements/few.js";

const MOST_CODES = 8; // that are named

/**
 * @typedef {import("../answers/state.js").Project} Project
 * @typedef {import("../elements/catalog.js").Item} Item
 */

/** That it is so, of the items in a file; «» where all is decided.
 * @param {Project} project @param {Item[]} items @param {import("../elements/words.js").Words} t */
export function undecided(project, items, t) {
  const torn = new Set(conflicts(project).map(([item]) => item));
  const some = items.filter(({ id, was }) => [id, ...(was ?? [])].some((name) => torn.has(name)));
  const codes = few(some.map(({ code }) => code), MOST_CODES);
  return some.length ? t("sheet.undecided", { n: some.length, codes }) : "";
}
