// What a document could hold and does not: requirements of the guide that are meant for the reader.
// Pure.

import { answered } from "../answers/answered.js";
import { EVERYTHING, fitting, levelOf } from "../answers/fit.js";

/**
 * @typedef {import("../answers/state.js").Project} Project
 * @typedef {import("../elements/catalog.js").Catalog} Catalog
 * @typedef {import("./document.js").Doc} Doc
 * @typedef {{item: import("../elements/catalog.js").Item, priority: string}} Suggested
 */

const ORDER = ["must", "should", "could"];

/**
 * Those that are meant for the reader and not in the document, the absolute ones first; but for
 * what she has found not relevant.
 * @param {Catalog} catalog @param {Project} project @param {Doc} doc @returns {Suggested[]}
 */
export function left(catalog, project, doc) {
  const fits = fitting(catalog.levels, project);
  const taken = new Set(doc.requirements.map(({ id }) => id));
  return catalog.items
    .filter((item) => item.requirement && !taken.has(item.id) && fits(item))
    .map((item) => ({ item, found: answered(project, item.id, item.was) }))
    .filter(({ found }) => found.status !== "irrelevant")
    .map(({ item, found }) => ({ item, priority: found.priority || item.priority }))
    .sort((a, b) => ORDER.indexOf(a.priority) - ORDER.indexOf(b.priority));
}

/** The same as suggestions: to who reads everything only those that are absolute, which nothing in
 * the lists tells from others.
 * @param {Catalog} catalog @param {Project} project @param {Doc} doc */
export function suggested(catalog, project, doc) {
  const all = left(catalog, project, doc);
  const few = levelOf(catalog.levels, project) < EVERYTHING;
  return few ? all : all.filter(({ priority }) => priority === "must");
}
