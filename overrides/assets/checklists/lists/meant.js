// What is meant for the reader of a project, in all or of some lists, with how far she is. Pure.

import { progress } from "../answers/answered.js";
import { ahead } from "../answers/ahead.js";
import { fitting } from "../answers/fit.js";
import { value } from "../answers/register.js";

/**
 * @typedef {import("../answers/state.js").Project} Project
 * @typedef {import("../elements/catalog.js").Catalog} Catalog
 * @typedef {import("../elements/catalog.js").Item} Item
 * @typedef {import("./pictures.js").How} How
 */

/** The items of some lists, each once, those that are borrowed too.
 * @param {Catalog} catalog @param {string[]} ids of lists */
export function itemsOf({ lists, byId }, ids) {
  const names = lists.filter(({ id }) => ids.includes(id)).flatMap(({ items }) => items);
  return [...new Set(names)].flatMap((id) => byId.get(id) ?? []);
}

/** @param {Catalog} catalog @param {Project} project @param {Item[]} items @returns {Item[]} */
export const meant = ({ levels = {} }, project, items) => items.filter(fitting(levels, project));

// What a project is has an object of its own each time it changes.
/** @type {WeakMap<Project, {catalog: Catalog, items: Item[]}>} */
const known = new WeakMap();

/** Of every item, those meant for the reader of a project; those she has answered are among them.
 * Many ask at once: worked out once. @param {Catalog} catalog @param {Project} project */
export function hers(catalog, project) {
  const before = known.get(project);
  if (before?.catalog === catalog) return before.items;
  const items = meant(catalog, project, catalog.items);
  known.set(project, { catalog, items });
  return items;
}

/** True when the reader has answered anything: about the firm, or an item.
 * @param {Project} project */
export const begun = ({ profile, items }) =>
  Object.keys(items).length > 0 || Object.values(profile).some((entries) => value(entries));

/**
 * Where the reader is, as the number of a phase: where what comes next is; -1 when nothing does.
 * @param {Catalog} catalog @param {Project} project @param {string[]} phases ids in their order
 */
export function whereabouts(catalog, project, phases) {
  const [next] = ahead(hers(catalog, project), project, phases);
  return next ? phases.indexOf(next.phase?.[0] ?? "") : -1;
}

/** How far some lists are, by their ids.
 * @param {Catalog} catalog @param {Project} project @param {string[]} lists */
export const farOf = (catalog, project, lists) =>
  far(progress(project, meant(catalog, project, itemsOf(catalog, lists))).all);

/** @param {{done: number, total: number}} count @returns {How} */
function far({ done, total }) {
  if (!total) return "none";
  if (!done) return "open";
  return done === total ? "done" : "begun";
}
