// Which item each row is of: by its id, else its bookmark, its link, its code and words. Pure.

import { isId } from "../answers/fields.js";
import { isMarkOf, rowMark } from "../formats/marks.js";
import { plain } from "../formats/csv.js";
import { seen } from "../formats/seen.js";
import { isSealOf } from "./before.js";
import { isWritten } from "./filled.js";
import { saidIn } from "./one-item.js";

/**
 * @typedef {import("../elements/catalog.js").Catalog} Catalog
 * @typedef {import("../elements/catalog.js").Item} Item
 * @typedef {import("./filled.js").Filled} Filled
 * @typedef {{id: string, was: string[], text: string, of?: string, priority: string,
 *   row: Filled}} Placed `id`:
 *   of an item; of one that this edition lacks as well, where the file knows it
 * @typedef {{placed: Placed[], lost: Filled[], unread: number}} Places `lost`: written in, and of
 *   no item; `unread`: priorities of one's own, perhaps, in a file that names no edition
 */

/**
 * @param {Filled[]} rows @param {Catalog} catalog @param {string} [version] of the guide, as the
 *   file says @returns {Places}
 */
export function places(rows, catalog, version = "") {
  const known = index(catalog);
  // Another edition weighs items otherwise: what stands there is its word, and nobody's own.
  const own = version === catalog.version;
  /** @type {Places} */
  const made = { placed: [], lost: [], unread: 0 };
  for (const read of rows) {
    const { priority: weight, ...values } = read.values;
    const item = itemOf(read, known);
    const row = (own && item) || weight === undefined ? read : { ...read, values };
    if (!version && weight && item && weight !== item.priority) made.unread += 1;
    if (item) {
      const { id, was, text, of, priority } = item;
      made.placed.push({ id, was, text, of, priority, row });
    } else if (isId(row.id)) {
      made.placed.push({ id: row.id, was: [], text: row.text, priority: "", row });
    } else if (isWritten(row)) made.lost.push(row);
  }
  made.placed = undone(made.placed);
  return made;
}

/** Without the signs that keep a spreadsheet from running what a CSV says, where somebody has saved
 * that CSV as a workbook: the check sum of a row tells, and then it is so of all.
 * @param {Placed[]} placed @returns {Placed[]} */
function undone(placed) {
  const bare = placed.map((one) => {
    const values = Object.entries(one.row.values).map(([field, text]) => [field, plain(text)]);
    return { ...one, row: { ...one.row, values: Object.fromEntries(values) } };
  });
  const saved = placed.some((one, n) => {
    const { seal } = one.row;
    return seal && !isSealOf(seal, saidIn(one)) && isSealOf(seal, saidIn(bare[n]));
  });
  return saved ? bare : placed;
}

/** @param {Catalog} catalog */
function index({ items, byId }) {
  const retired = items.flatMap((item) => item.was.map((id) => /** @type {const} */ ([id, item])));
  return {
    items,
    ids: new Map([...retired, ...byId]),
    marks: new Map(items.map((item) => [rowMark(item.id), item])),
    codes: new Map(items.map((item) => [item.code, item])),
  };
}

/** @param {Filled} row @param {ReturnType<typeof index>} known @returns {Item | undefined} */
function itemOf(row, known) {
  const own = known.ids.get(row.id);
  if (own) return own;
  for (const mark of row.marks) {
    const found = known.marks.get(mark) ?? known.items.find((item) => isMarkOf(mark, item.id));
    if (found) return found;
  }
  for (const link of row.links) {
    const found = known.ids.get(link.slice(link.lastIndexOf("#") + 1));
    if (found) return found;
  }
  if (isId(row.id)) return undefined;
  const coded = known.codes.get(row.code);
  // Codes move from edition to edition: the words must be the same too.
  return coded && seen(coded.text) === row.text ? coded : undefined;
}
