// What a board is told of a project: done, left and overdue, the greatest risks, what comes to be
// decided. From the answers alone: what nobody has answered is not done, and what is hidden is not
// answered. Pure.

import { ahead } from "../answers/ahead.js";
import { late } from "../answers/answered.js";
import { PRIORITIES } from "../answers/fields.js";
import { facet } from "../elements/facet.js";
import { hers } from "../lists/meant.js";
import { allRows, isOver, priorityOf } from "./rows.js";

/**
 * @typedef {import("../answers/state.js").Project} Project
 * @typedef {import("../elements/catalog.js").Catalog} Catalog
 * @typedef {import("./rows.js").Row} Row
 * @typedef {{done: number, doing: number, open: number, late: number}} Count `open`: not begun
 * @typedef {{priority: string, count: Count}} Counted
 * @typedef {{row: Row, late: boolean, nobody: boolean}} Risk
 * @typedef {{all: Count, each: Counted[], irrelevant: number, hidden: number, undated: number,
 *   late: Row[], risks: Risk[], decisions: Row[], role: string}} Status `irrelevant`: found so, and
 *   not counted; `hidden`: not meant for this reader; `undated`: open and without a day; `role`:
 *   whose decisions they are, «» in a guide without roles
 */

const DECIDED = "question"; // what is to be found out and decided; a task is done
const LAST_YEAR = "9999";

/** @param {Row[]} rows @param {string} today ISO 8601 @returns {Count} */
function count(rows, today) {
  const n = (/** @type {(row: Row) => boolean} */ is) => rows.filter(is).length;
  return {
    done: n(({ found }) => found.status === "done"),
    doing: n(({ found }) => found.status === "doing"),
    open: n(({ found }) => found.status === ""),
    late: n(({ found }) => late(found, today)),
  };
}

/** Open items, the greatest risk first: what is absolute, of that what is overdue, of that what
 * nobody is responsible for, then what is due soonest; then in reading order.
 * @param {Row[]} open @param {string} today ISO 8601 @returns {Risk[]} */
export function risks(open, today) {
  const all = open.map((row) => {
    const [over, nobody] = [late(row.found, today), !row.found.responsible.trim()];
    const rank = [PRIORITIES.indexOf(priorityOf(row)), Number(!over), Number(!nobody)];
    return { risk: { row, late: over, nobody }, key: [...rank, row.found.due || LAST_YEAR].join() };
  });
  const sorted = all.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return sorted.map(({ risk }) => risk);
}

/** @param {Catalog} catalog @param {Project} project @param {string} today ISO 8601
 * @returns {Status} */
export function statusOf(catalog, project, today) {
  const mine = hers(catalog, project);
  const every = allRows(catalog, project, mine);
  const rows = every.filter(({ found }) => found.status !== "irrelevant");
  const open = rows.filter((row) => !isOver(row));
  const of = new Map(open.map((row) => [row.item.id, row]));
  const [role] = catalog.facets.role ?? [];
  const next = ahead(mine, project, (catalog.facets.phase ?? []).map(({ id }) => id));
  const decided = next.filter(
    (item) => item.kind === DECIDED && (!role || facet(item, "role").includes(role.id)),
  );
  const overdue = open.filter(({ found }) => late(found, today));
  return {
    all: count(rows, today),
    each: PRIORITIES.map((priority) => {
      const some = rows.filter((row) => priorityOf(row) === priority);
      return { priority, count: count(some, today) };
    }),
    irrelevant: every.length - rows.length,
    hidden: catalog.items.length - mine.length,
    undated: open.filter(({ found }) => !found.due).length,
    late: overdue.sort((a, b) => (a.found.due < b.found.due ? -1 : 1)),
    risks: risks(open, today),
    decisions: decided.flatMap(({ id }) => of.get(id) ?? []),
    role: role?.title ?? "",
  };
}
