// Which rows of a file are meant for the reader: her own, and all that she has answered. Pure.

import { fitting } from "../answers/fit.js";

/**
 * @typedef {import("../answers/state.js").Project} Project
 * @typedef {import("../elements/catalog.js").Catalog} Catalog
 * @typedef {import("../elements/words.js").Words} Words
 * @typedef {{only: (item: string) => boolean, n: number, total: number, line: string,
 *   items: import("../elements/catalog.js").Item[]}} Fit `only`: whether an item is one of the `n`;
 *   `line` says so; `items`: all of the file
 */

/**
 * @param {Project} project @param {Catalog} catalog
 * @param {string} list its id; that of no list for the file of all @param {Words} t @returns {Fit}
 */
export function fitOf(project, { lists, items, byId, levels = {} }, list, t) {
  const names = lists.find(({ id }) => id === list)?.items;
  const all = names ? [...new Set(names)].flatMap((id) => byId.get(id) ?? []) : items;
  const ids = new Set(all.filter(fitting(levels, project)).map(({ id }) => id));
  const [n, total] = [ids.size, all.length];
  return { only: (id) => ids.has(id), n, total, items: all, line: t("fit.shown", { n, total }) };
}
