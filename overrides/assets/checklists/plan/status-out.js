// A status to the board as a sheet of paper, as a Word file, and as text to paste.

import { isolated } from "../elements/isolated.js";
import { node } from "../elements/node.js";
import * as docx from "../formats/docx.js";

/**
 * @typedef {import("../formats/docx.js").Block} Block
 * @typedef {import("./status-words.js").Report} Report
 */

const NUMBERS = [5, 3, 3, 3, 3]; // cm
const ROWS = [8.8, 2.3, 3.4, 2.9];

/** @param {string} style @param {string} text @returns {Block[]} */
const text = (style, text) => (text ? [{ style, text }] : []);

/** @param {number[]} widths @param {{head: string[], rows: string[][]}} table @returns {Block[]} */
const table = (widths, { head, rows }) => (rows.length ? [{ widths, head, rows }] : []);

/** @param {Report} made
 * @param {{language: string, colour: string, logo?: Uint8Array, by?: string}} about as docx.js has
 *   it */
export function word(made, about) {
  /** @type {Block[]} */
  const blocks = [
    ...text("Title", made.title),
    ...made.lines.flatMap((line) => text("Normal", line)),
    ...table(NUMBERS, made),
    ...made.parts.flatMap((part) => [
      ...text("Heading1", part.title),
      ...text("Cell", part.about),
      ...table(ROWS, part),
    ]),
  ];
  const file = docx.write(blocks, { ...about, title: made.title, footer: made.origin });
  return /** @type {import("../formats/deflate.js").Bytes} */ (file);
}

/** As text that can be pasted anywhere. @param {Report} made */
export function plain({ title, lines, head, rows, parts, origin }) {
  const [, ...names] = head;
  const named = (/** @type {string} */ n, /** @type {number} */ at) =>
    `${names[at].toLowerCase()} ${n}`;
  const counts = rows.map(([of, ...numbers]) => `${of}: ${numbers.map(named).join(", ")}`);
  const listed = parts.flatMap((part) => [
    ...["", part.title.toUpperCase(), part.about].filter((line, n) => !n || line),
    ...part.rows.map(([what, ...facts]) => `• ${what} (${facts.join(", ")})`),
  ]);
  return `${[title, ...lines, "", ...counts, ...listed, "", origin].join("\n")}\n`;
}

/** @param {{head: string[], rows: string[][]}} table @param {string} title */
function tableOf({ head, rows }, title) {
  const top = node("tr", {}, ...head.map((words) => node("th", { scope: "col" }, words)));
  const body = rows.map(([first, ...others]) =>
    node(
      "tr",
      {},
      node("th", { scope: "row" }, first),
      ...others.map((words) => node("td", {}, words)),
    ),
  );
  const caption = node("caption", { class: "checklist__sr" }, title);
  return node("table", {}, caption, node("thead", {}, top), node("tbody", {}, ...body));
}

/** One page of A4. @param {Report} made */
export const sheet = (made) =>
  node(
    "section",
    { class: "guide-sheet guide-status md-typeset" },
    node("h1", {}, made.title),
    ...made.lines.map((line) => node("p", {}, line)),
    tableOf(made, made.title),
    ...made.parts.flatMap((part) => [
      node("h2", {}, part.title),
      part.about ? node("p", {}, part.about) : "",
      part.rows.length ? tableOf(part, part.title) : "",
    ]),
    node("p", { class: "guide-status__origin" }, isolated(made.origin)),
  );
