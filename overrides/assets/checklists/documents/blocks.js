// What a document says, as blocks that every format can show. Pure.
//
// Annex 1 is what the customer asks for, annex 2 the supplier's answer, annex 3 the prices. What
// the customer says is locked; headings are not, or Word could not work out the contents.

import { FRAME, allowed, grouped, numbered } from "./document.js";
import { edition, heads } from "./edition.js";
import { priceForm } from "./price-form.js";
import { inBoth, joined, ownHead, ownText, side } from "./side-by-side.js";

/**
 * @typedef {import("../elements/words.js").Words} Words
 * @typedef {import("../formats/docx.js").Block} Block
 * @typedef {import("../formats/docx.js").Plain} Plain
 * @typedef {import("./document.js").Doc} Doc
 * @typedef {import("./document.js").Numbered} Numbered
 * @typedef {{title: string, version: string, brand: string, picture?: Uint8Array, day?: string,
 *   edition?: string, numbered?: string,
 *   beside?: import("./side-by-side.js").Beside}} Origin
 *   the guide that a document is made with; `brand`: its colour, as six hexadecimal digits;
 *   `picture`: its logo, a PNG; `day`: when it is made; `edition`: which one it is, and what it
 *   changed; `numbered`: the first of it; `beside`: the same in the customer's own language, where
 *   annex 1 is to be in both
 */

// Of a table of requirements, in cm: number, text, priority, and four for the supplier.
const WIDTHS = [1.5, 8.2, 2.5, 2.8, 5, 3.5, 2];
const ASKED = [1.6, 12.6, 3.2]; // the same without the supplier's, on an upright page
const NUMBERS = "tallene"; // where they stand
const EMPTY = ["", "", "", ""]; // reply, description, link and price: the supplier's

/** The page in front, the contents and annex 1: for a preview that need not build the rest again.
 * @param {Doc} doc @param {Words} t @param {Origin} origin @returns {Block[]} */
export function front(doc, t, origin) {
  const annex = annex1(doc, t, origin.beside);
  const entries = annex.flatMap((made) => ("mark" in made ? [made] : []));
  return [
    ...titlePage(doc, t, origin),
    { style: "ContentsHead", text: t("contents"), page: true },
    ...entries.map(({ mark = "", text }, n) =>
      n ? { link: mark, text, deep: true } : { link: mark, text },
    ),
    { link: "bilag2", text: t("annex2") },
    ...grouped(numbered(doc)).map(([group], n) => ({ link: `svar${n}`, text: group, deep: true })),
    { link: "bilag3", text: t("annex3") },
    ...annex,
    { turn: "upright" },
  ];
}

/** What the customer asks for, and both sign: in both languages where there are two.
 * @param {Doc} one @param {Words} other @param {Origin["beside"]} beside @returns {Block[]} */
function annex1(one, other, beside) {
  const doc = beside ? joined(one, beside.doc) : one;
  const t = beside ? inBoth(beside.t, other) : other;
  return [
    { style: "Heading1", text: t("annex1"), mark: "bilag1", page: true },
    ...(beside ? [lockedText(t("tongue_first"))] : []),
    ...sections(doc, t).flatMap(({ title, text }, n) => [
      { style: "Heading2", text: title, mark: `del${n}` },
      lockedText(text),
    ]),
    ...numbersOf(doc, t),
    ...grouped(numbered(doc)).flatMap(([group, rows], n) => [
      { style: "Heading2", text: group, mark: `krav${n}` },
      { locked: [beside ? side(rows, t, beside, other) : asked(rows, t)] },
    ]),
  ];
}

/** Who asks, when, and who is to answer. @param {Doc} doc @param {Words} t
 * @param {Origin} origin @returns {Block[]} */
const titlePage = (doc, t, origin) => [
  { locked: [{ style: "Title", text: doc.name }] },
  lockedText(
    doc.frame.company,
    origin.day,
    origin.edition,
    doc.frame.deadline && `${t("frame.deadline")}: ${doc.frame.deadline}`,
    t("origin", { title: origin.title, version: origin.version }),
    edition(doc, t),
  ),
  filledIn({
    ...{ widths: [5, 12], head: [], rows: [[t("supplier"), ""], [t("reply_day"), ""]] },
    ...{ controls: [null, { of: "text" }], byRow: [{ of: "text" }, { of: "day" }] },
  }),
];

/** Paragraphs that nobody who answers can change. @param {(string | undefined)[]} texts
 * @returns {Block} */
const lockedText = (...texts) => ({
  locked: texts.filter(Boolean).map((text) => ({ style: "Normal", text: `${text}` })),
});

/** A table in which nothing but the controls can be changed.
 * @param {import("../formats/docx.js").Table} made @returns {Block} */
const filledIn = (made) => ({ locked: [made], open: true });

/** The numbers that the requirements name, so that nobody has to look for them.
 * @param {Doc} doc @param {Words} t @returns {Block[]} */
const numbersOf = ({ numbers }, t) =>
  numbers.length
    ? [
        { style: "Heading2", text: t("numbers.title"), mark: NUMBERS },
        lockedText(numbers.map(({ title, shown }) => `${title}: ${shown}`).join("\n")),
      ]
    : [];

/** Annexes 2 and 3: what the supplier fills in. @param {Doc} doc @param {Words} t
 * @returns {Block[]} */
export const back = (doc, t) => [
  { style: "Heading1", text: t("annex2"), mark: "bilag2" },
  lockedText(t("how"), t("repeated")),
  ...grouped(numbered(doc)).flatMap(([group, rows], n) => [
    { style: "Heading2", text: group, mark: `svar${n}` },
    filledIn(table(rows, t)),
  ]),
  { style: "Heading1", text: t("annex3"), mark: "bilag3", page: true },
  lockedText(t("form_how")),
  filledIn(priceForm(doc, t)),
];

/** @param {Doc} doc @param {Words} t @param {Origin} origin @returns {Block[]} */
export const blocks = (doc, t, origin) => [...front(doc, t, origin), ...back(doc, t)];

/** The same for formats that know neither locks nor how a page stands.
 * @param {Block[]} all @returns {Plain[]} */
export const plain = (all) =>
  all.flatMap((made) =>
    "locked" in made ? plain(made.locked) : "turn" in made ? [] : [made],
  );

/** @param {Numbered[]} rows @param {Words} t @returns {import("../formats/docx.js").Table} */
const asked = (rows, t) => ({
  widths: ASKED,
  head: [t("number"), t("text"), t("priority")],
  rows: rows.map(({ number, text, priority }) => [number, text, t(`priority.${priority}`)]),
});

/** @param {Numbered[]} rows @param {Words} t @returns {import("../formats/docx.js").Table} */
const table = (rows, t) => ({
  widths: WIDTHS,
  head: [t("number"), t("text"), t("priority"), ...heads(t)],
  rows: rows.map(({ number, text, priority }) => [
    ...[number, text, t(`priority.${priority}`)],
    ...EMPTY,
  ]),
  controls: [
    ...[null, null, null],
    { of: "choice", choices: [t("reply.yes"), t("reply.partly"), t("reply.no")] },
    ...[{ of: /** @type {const} */ ("text") }, { of: /** @type {const} */ ("text") }],
    { of: "text" },
  ],
});

/** The parts of the frame that say something. @param {Doc} doc @param {Words} t */
const sections = (doc, t) =>
  FRAME.filter((name) => name !== "company").map((name) => ({
    title: t(`frame.${name}`),
    text: name === "availability" ? availability(doc.frame[name], t) : doc.frame[name],
  })).filter(({ text }) => text);

/** @param {string} text @param {Words} t */
function availability(text, t) {
  const found = allowed(text);
  return found ? `${text.replace("%", "").trim()} %. ${t("allows", found)}` : text;
}

/** The document as rows of texts, for a spreadsheet. @param {Doc} doc @param {Words} t
 * @param {Origin["beside"]} [beside] in a column before */
export const grid = (doc, t, beside) => [
  [t("number"), t("group"), ...ownHead(beside), t("text"), t("priority"), ...heads(t)],
  ...numbered(doc).map(({ number, text, priority, group }, n) => [
    ...[number, group, ...ownText(beside, n), text, t(`priority.${priority}`)],
    ...EMPTY,
  ]),
  [],
  [t("supplier"), ""],
  [`${doc.name} · ${edition(doc, t)}`],
  ...(doc.numbers.length ? [[], [t("numbers.title")]] : []),
  ...doc.numbers.map(({ title, shown }) => [title, shown]),
];
