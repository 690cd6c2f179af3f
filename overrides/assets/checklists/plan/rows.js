// The items of a plan with what is answered: which are shown, and in what order. Pure.

import { OVER, answered, late } from "../answers/answered.js";
import { PRIORITIES } from "../answers/fields.js";
import { facet } from "../elements/facet.js";

/**
 * @typedef {import("../answers/answered.js").Answered} Answered
 * @typedef {import("../answers/state.js").Project} Project
 * @typedef {import("../elements/catalog.js").Catalog} Catalog
 * @typedef {import("../elements/catalog.js").Item} Item
 * @typedef {{item: Item, found: Answered}} Row
 * @typedef {Record<string, string>} Chosen of the filter: name → value
 * @typedef {{today: string, me: string}} Reader the day, ISO 8601, and what she calls herself
 */

export const NOBODY = "-"; // asks for what has nobody
const MONTH = "2026-11".length;
const LAST_LETTER = "\uffff";
const LAST_YEAR = "9999";

/** True for what needs nothing more. @param {Row} row */
export const isOver = ({ found }) => OVER.includes(found.status);

/** The priority that counts: the reader's, else the guide's. @param {Row} row */
export const priorityOf = ({ item, found }) => found.priority || item.priority;

/** @type {WeakMap<Project, {items: Item[], rows: Row[]}>} a project's are found once */
const known = new WeakMap();

/** @param {Catalog} catalog @param {Project} project @param {Item[]} [items] @returns {Row[]} */
export function allRows(catalog, project, items = catalog.items) {
  const before = known.get(project);
  if (before?.items === items) return before.rows;
  const rows = items.map((item) => ({ item, found: answered(project, item.id, item.was) }));
  known.set(project, { items, rows });
  return rows;
}

/** @type {Record<string, (row: Row) => string | number>} */
const ORDERS = {
  priority: (row) => PRIORITIES.indexOf(priorityOf(row)),
  responsible: ({ found }) => found.responsible.toLowerCase() || LAST_LETTER,
  due: ({ found }) => found.due || LAST_YEAR,
};

/** When a row is due, beside today. @param {Row} row @param {string} today ISO 8601 */
export function whenOf({ found }, today) {
  if (!found.due) return "none";
  if (late(found, today)) return "late";
  if (found.due.slice(0, MONTH) === today.slice(0, MONTH)) return "month";
  return found.due > today ? "later" : "past";
}

/**
 * True when one name is meant by another: «Kari» by «Kari Vik», and the other way.
 * @param {string} name @param {string} me
 */
export function isSame(name, me) {
  const [a, b] = [name, me].map((one) => one.trim().toLowerCase());
  return a !== "" && b !== "" && `${a} `.startsWith(`${b} `.slice(0, a.length + 1));
}

/** The rows that are chosen, in the order that is chosen. @param {Row[]} rows
 * @param {Chosen} chosen @param {Reader} reader */
export function chosenRows(rows, chosen, reader) {
  const asked = Object.entries(chosen).filter(([name, value]) => value && name !== "order");
  const kept = !asked.length ? rows
    : rows.filter((row) => asked.every(([name, value]) => has(row, name, value, reader)));
  const order = ORDERS[chosen.order];
  if (!order) return kept;
  return kept.toSorted((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0));
}

/** @type {Record<string, (row: Row, value: string, reader: Reader) => boolean>} */
const ASKED = {
  status: (row, value) =>
    value === "left" ? !isOver(row) : (row.found.status || "none") === value,
  priority: (row, value) => priorityOf(row) === value,
  when: (row, value, { today }) =>
    value === "month"
      ? row.found.due.slice(0, MONTH) === today.slice(0, MONTH)
      : whenOf(row, today) === value,
  responsible: ({ found }, value) =>
    value === NOBODY ? !found.responsible : found.responsible.trim() === value,
  mine: ({ found }, value, { me }) => namesOf(found.responsible).some((one) => isSame(one, me)),
  text: ({ item, found }, value) => {
    const texts = [item.text, item.code, found.note, found.answer, found.responsible];
    const words = texts.join(" ").toLowerCase();
    return value.toLowerCase().split(/\s+/).every((part) => words.includes(part));
  },
};

/** Those who share a responsibility. @param {string} responsible */
const namesOf = (responsible) => responsible.split(/[,;/&+]| og /);

/** @param {Row} row @param {string} name @param {string} value @param {Reader} reader */
const has = (row, name, value, reader) =>
  ASKED[name]?.(row, value, reader) ?? facet(row.item, name).includes(value);
