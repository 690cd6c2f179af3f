// The items of a plan with what is answered: which are shown, and in what order. Pure.

import { OVER, answered } from "../answers/answered.js";
import { PRIORITIES } from "../answers/fields.js";
import { fitting } from "../answers/fit.js";
import { facet } from "../elements/facet.js";

/**
 * @typedef {import("../answers/answered.js").Answered} Answered
 * @typedef {import("../answers/state.js").Project} Project
 * @typedef {import("../elements/catalog.js").Catalog} Catalog
 * @typedef {import("../elements/catalog.js").Item} Item
 * @typedef {{item: Item, found: Answered}} Row
 * @typedef {Record<string, string>} Chosen of the filter: name → value
 */

const LAST_LETTER = "\uffff";
const LAST_YEAR = "9999";

/** True for what needs nothing more. @param {Row} row */
export const isOver = ({ found }) => OVER.includes(found.status);

/** The priority that counts: the reader's, else the guide's. @param {Row} row */
export const priorityOf = ({ item, found }) => found.priority || item.priority;

/** @param {Catalog} catalog @param {Project} project @param {Item[]} [items] @returns {Row[]} */
export const allRows = (catalog, project, items = catalog.items) =>
  items.map((item) => ({ item, found: answered(project, item.id, item.was) }));

/** The items meant for the reader of a project; those she has answered are among them.
 * @param {Catalog} catalog @param {Project} project */
export const hers = (catalog, project) =>
  catalog.items.filter(fitting(catalog.levels ?? {}, project));

/** @type {Record<string, (row: Row) => string | number>} */
const ORDERS = {
  priority: (row) => PRIORITIES.indexOf(priorityOf(row)),
  responsible: ({ found }) => found.responsible.toLowerCase() || LAST_LETTER,
  due: ({ found }) => found.due || LAST_YEAR,
};

/** The rows that are chosen, in the order that is chosen. @param {Row[]} rows
 * @param {Chosen} chosen */
export function chosenRows(rows, chosen) {
  const kept = rows.filter((row) => matches(row, chosen));
  const order = ORDERS[chosen.order];
  if (!order) return kept;
  return kept.toSorted((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0));
}

/** @param {Row} row @param {Chosen} chosen */
const matches = (row, chosen) =>
  Object.entries(chosen).every(
    ([name, value]) => !value || name === "order" || has(row, name, value),
  );

/** @param {Row} row @param {string} name @param {string} value */
function has(row, name, value) {
  const { item, found } = row;
  if (name === "status") {
    return value === "left" ? !isOver(row) : (found.status || "none") === value;
  }
  if (name === "priority") return priorityOf(row) === value;
  if (name !== "text") return facet(item, name).includes(value);
  const texts = [item.text, item.code, found.note, found.answer, found.responsible];
  const words = texts.join(" ").toLowerCase();
  return value.toLowerCase().split(/\s+/).every((part) => words.includes(part));
}
