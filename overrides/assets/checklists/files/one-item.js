// An item that stands in several rows of one file: in two lists, or where somebody has copied or
// moved a row. Pure.
//
// A row as it was when the file was made is nobody's word where another row of the item is not.
// What is empty in one and stands in another is not taken away by the file: it is told.

import { isSealOf } from "./before.js";
import { WRITTEN, isWritten } from "./filled.js";

/**
 * @typedef {import("./filled.js").Values} Values
 * @typedef {import("./placed.js").Placed} Placed
 */

/** What a row says, the guide's own priority being nobody's word.
 * @param {Placed} one @returns {Values} */
export const saidIn = ({ row: { values }, priority }) => ({
  ...values,
  ...(values.priority === priority ? { priority: "" } : {}),
});

/** How many items have something in a row of theirs. @param {Placed[]} placed */
export const answeredIn = (placed) =>
  new Set(
    placed
      .filter((one) => isWritten({ ...one.row, values: saidIn(one) }))
      .map(({ id }) => id),
  ).size;

/**
 * The rows that speak for their items, and how many items are empty in one row where another says
 * something.
 * @param {Placed[]} placed @returns {{rows: Placed[], twice: number}}
 */
export function asOne(placed) {
  let twice = 0;
  const rows = [...Map.groupBy(placed, ({ id }) => id).values()].flatMap((all) => {
    if (all.length === 1) return all;
    const touched = all.filter((one) => !isSealOf(one.row.seal, saidIn(one)));
    if (!touched.length) return all.slice(0, 1);
    const lacks = touched.map((one) => emptied(one, all));
    if (lacks.some((fields) => fields.length)) twice += 1;
    return touched.map((one, n) => without(one, lacks[n]));
  });
  return { rows, twice };
}

/** Fields that are empty in a row and not in another of the item's. @param {Placed} one
 * @param {Placed[]} all */
const emptied = (one, all) =>
  WRITTEN.filter(
    (field) => saidIn(one)[field] === "" && all.some((other) => saidIn(other)[field]),
  );

/** @param {Placed} one @param {import("./filled.js").Written[]} fields @returns {Placed} */
function without(one, fields) {
  const values = { ...one.row.values };
  for (const field of fields) delete values[field];
  return { ...one, row: { ...one.row, values } };
}
