// What a document says, as blocks that every format can show. Pure.
//
// Annex 1 is the customer's requirements, annex 2 the supplier's answer.

import { FRAME, allowed, grouped, numbered } from "./document.js";
import { edition, heads } from "./edition.js";

/**
 * @typedef {import("../elements/words.js").Words} Words
 * @typedef {import("../formats/docx.js").Block} Block
 * @typedef {import("./document.js").Doc} Doc
 * @typedef {import("./document.js").Numbered} Numbered
 * @typedef {{title: string, version: string, brand: string}} Origin the guide that a document is
 *   made with; `brand`: its colour, as six hexadecimal digits
 */

// Of a table of requirements, in cm: number, text, priority, and four for the supplier.
const WIDTHS = [1.5, 8.2, 2.5, 2.8, 5, 3.5, 2];
const NUMBERS = "tallene"; // where they stand
const EMPTY = ["", "", "", ""]; // reply, description, link and price: the supplier's

/** Annex 1 alone, for a preview that need not build the other again.
 * @param {Doc} doc @param {Words} t @param {Origin} origin @returns {Block[]} */
export function front(doc, t, origin) {
  const said = sections(doc, t);
  const groups = grouped(numbered(doc));
  return [
    { style: "Title", text: doc.name },
    { style: "Normal", text: t("origin", { title: origin.title, version: origin.version }) },
    { style: "Normal", text: edition(doc, t) },
    { widths: [5, 20], head: [], rows: [[t("supplier"), ""]] },
    { style: "Heading2", text: t("contents") },
    ...said.map(({ title }, n) => ({ link: `del${n}`, text: title })),
    ...(doc.numbers.length ? [{ link: NUMBERS, text: t("numbers.title") }] : []),
    ...groups.map(([group], n) => ({ link: `krav${n}`, text: group })),
    { style: "Heading1", text: t("annex1") },
    ...said.flatMap(({ title, text }, n) => [
      { style: "Heading2", text: title, mark: `del${n}` },
      { style: "Normal", text },
    ]),
    ...numbersOf(doc, t),
  ];
}

/** The numbers that the requirements name, so that nobody has to look for them.
 * @param {Doc} doc @param {Words} t @returns {Block[]} */
const numbersOf = ({ numbers }, t) =>
  numbers.length
    ? [
        { style: "Heading2", text: t("numbers.title"), mark: NUMBERS },
        {
          style: "Normal",
          text: numbers.map(({ title, shown }) => `${title}: ${shown}`).join("\n"),
        },
      ]
    : [];

/** Annex 2 alone. @param {Doc} doc @param {Words} t @returns {Block[]} */
export const back = (doc, t) => [
  { style: "Heading1", text: t("annex2") },
  { style: "Normal", text: t("how") },
  ...grouped(numbered(doc)).flatMap(([group, rows], n) => [
    { style: "Heading2", text: group, mark: `krav${n}` },
    table(rows, t),
  ]),
];

/** @param {Doc} doc @param {Words} t @param {Origin} origin @returns {Block[]} */
export const blocks = (doc, t, origin) => [...front(doc, t, origin), ...back(doc, t)];

/** @param {Numbered[]} rows @param {Words} t */
const table = (rows, t) => ({
  widths: WIDTHS,
  head: [t("number"), t("text"), t("priority"), ...heads(t)],
  rows: rows.map(({ number, text, priority }) => [
    ...[number, text, t(`priority.${priority}`)],
    ...EMPTY,
  ]),
});

/** The parts of the frame that say something. @param {Doc} doc @param {Words} t */
const sections = (doc, t) =>
  FRAME.map((name) => ({
    title: t(`frame.${name}`),
    text: name === "availability" ? availability(doc.frame[name], t) : doc.frame[name],
  })).filter(({ text }) => text);

/** @param {string} text @param {Words} t */
function availability(text, t) {
  const found = allowed(text);
  return found ? `${text.replace("%", "").trim()} %. ${t("allows", found)}` : text;
}

/** The document as rows of texts, for a spreadsheet. @param {Doc} doc @param {Words} t */
export const grid = (doc, t) => [
  [t("number"), t("group"), t("text"), t("priority"), ...heads(t)],
  ...numbered(doc).map(({ number, text, priority, group }) => [
    ...[number, group, text, t(`priority.${priority}`)],
    ...EMPTY,
  ]),
  [],
  [t("supplier"), ""],
  [`${doc.name} · ${edition(doc, t)}`],
  ...(doc.numbers.length ? [[], [t("numbers.title")]] : []),
  ...doc.numbers.map(({ title, shown }) => [title, shown]),
];
