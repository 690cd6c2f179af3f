// What would change if a document became as a file of it says. Pure.

import { amount as written } from "../elements/amounts.js";
import { QUANTITIES, named } from "./counted.js";
import { FRAME, numbered } from "./document.js";

/**
 * @typedef {import("./document.js").Doc} Doc
 * @typedef {import("./files.js").Opened} Opened
 * @typedef {{kind: "added" | "removed" | "changed" | "frame" | "quantity" | "name" | "moved",
 *   what: string, before: string, after: string}} Change `what`: a number, or the name of a field
 *   of the frame or of a quantity; `before`, `after`: the texts where they differ
 */

/** @param {Doc} doc as it is here @param {Opened} opened @returns {Change[]} */
export function differences(doc, opened) {
  const here = new Map(numbered(doc).map((row) => [row.id, row]));
  const there = new Map(opened.requirements.map((row) => [row.id, row]));
  const added = opened.requirements.filter(({ id }) => !here.has(id));
  const removed = [...here.values()].filter(({ id }) => !there.has(id));
  const changed = opened.requirements.flatMap((row) => {
    const before = here.get(row.id);
    return before && said(before) !== said(row) ? [change("changed", before, row)] : [];
  });
  return [
    ...(doc.name === opened.name ? [] : [of("name", "", doc.name, opened.name)]),
    ...FRAME.filter((name) => doc.frame[name] !== opened.frame[name]).map((name) =>
      of("frame", name, doc.frame[name], opened.frame[name]),
    ),
    ...quantities(doc, opened),
    ...added.map(({ number, text }) => of("added", number, "", text)),
    ...removed.map(({ number, text }) => of("removed", number, text, "")),
    ...changed,
    ...(order(here, there) === order(there, here) ? [] : [of("moved", "", "", "")]),
  ];
}

/** What the file says of how many; nothing where it says nothing of it.
 * @param {Doc} doc @param {Opened} opened */
function quantities(doc, opened) {
  if (!opened.assumed) return [];
  const [was, is] = [named(doc.assumed), named(opened.assumed)];
  const shown = (/** @type {number | undefined} */ n) => (n === undefined ? "" : written(n));
  const other = QUANTITIES.filter((name) => was[name] !== is[name]);
  return other.map((name) => of("quantity", name, shown(was[name]), shown(is[name])));
}

/** @param {Change["kind"]} kind @param {string} what @param {string} before
 * @param {string} after @returns {Change} */
const of = (kind, what, before, after) => ({ kind, what, before, after });

/** @typedef {{id: string, number: string, text: string, priority: string, group: string}} Row */

/** @param {Row} row */
const said = ({ number, text, priority, group }) => [number, text, priority, group].join("\u0000");

/** Where the texts are the same, the number or what is not text differs.
 * @param {"changed"} kind @param {Row} before @param {Row} after */
const change = (kind, before, after) =>
  before.number === after.number
    ? of(kind, before.number, before.text, after.text)
    : of(kind, `${before.number} → ${after.number}`, before.text, after.text);

/** The order of what is in both. @param {Map<string, Row>} one @param {Map<string, Row>} other */
const order = (one, other) => [...one.keys()].filter((id) => other.has(id)).join(" ");
