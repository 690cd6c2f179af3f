// Rows of the plan under their headings: by list, responsible, day or priority. Pure.

import { priorityOf, whenOf } from "./rows.js";

/**
 * @typedef {import("../elements/words.js").Words} Words
 * @typedef {import("./rows.js").Row} Row
 * @typedef {{key: string, title: string, rows: Row[]}} Group `key` tells groups apart
 * @typedef {{titles: Map<string, string>, t: Words, today: string}} Around what is known beside the
 *   rows: each list's title; the day, ISO 8601
 */

/** @type {Record<string, (row: Row, around: Around) => [key: string, title: string]>} */
const HEADINGS = {
  "": ({ item }, { titles }) => [item.list, titles.get(item.list) ?? ""],
  priority: (row, { t }) => [priorityOf(row), t(`priority.${priorityOf(row)}`)],
  responsible: ({ found }, { t }) => {
    const name = found.responsible.trim();
    return [name.toLowerCase(), name || t("nobody_responsible")];
  },
  due: (row, { t, today }) => [whenOf(row, today), t(`when.${whenOf(row, today)}`)],
};

/**
 * @param {Row[]} rows in the order that is chosen @param {string} order @param {Around} around
 * @returns {Group[]}
 */
export function grouped(rows, order, around) {
  const heading = HEADINGS[order] ?? HEADINGS[""];
  /** @type {Map<string, Group>} */
  const made = new Map();
  for (const row of rows) {
    const [key, title] = heading(row, around);
    const group = made.get(key);
    if (group) group.rows.push(row);
    else made.set(key, { key, title, rows: [row] });
  }
  return [...made.values()];
}
