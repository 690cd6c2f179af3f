// The price form: what every supplier is to put a price on, for as many and as long as the frame
// says, and what is said beside it. As a table, and as a workbook that adds up. Pure.

import { yearsOf } from "./cost.js";
import { QUANTITIES, YEARS } from "./counted.js";
import { edition } from "./edition.js";
import { IN_WORDS, POSTS, postCode, quantity, usersOf } from "./posts.js";

/**
 * @typedef {import("../elements/words.js").Words} Words
 * @typedef {import("../formats/docx.js").Table} Table
 * @typedef {import("../formats/xlsx.js").Sheet} Sheet
 * @typedef {import("../formats/xlsx.js").Value} Value
 * @typedef {import("./document.js").Doc} Doc
 * @typedef {{id: string, amount: number | null}} Post
 */

const WIDTHS = [1.5, 9.5, 4.5, 3, 3.5, 3.5]; // cm

/** How many of each post: what is said beside the frame goes before what the frame says.
 * @param {Doc} doc @returns {import("./posts.js").Assumed} */
function assumedIn({ frame, assumed: said }) {
  const users = usersOf(frame.users);
  /** @type {Record<string, number>} */
  const amounts = { ...(users ? { user: users } : {}), ...said?.amounts };
  return { years: said?.years ?? yearsOf(frame.length), amounts };
}

/** What is priced, with how many of it over the contract: null where nobody has said.
 * @param {Doc} doc @returns {Post[]} */
export function posts(doc) {
  const assumed = assumedIn(doc);
  return POSTS.map((id) => ({
    id,
    amount: id === IN_WORDS ? null : quantity(id, assumed).amount,
  }));
}

/** The numbers that nobody has said and prices cannot be summed without, in the order in which they
 * are asked for. @param {Doc} doc @returns {string[]} */
export function unsaid(doc) {
  const assumed = assumedIn(doc);
  const wanted = POSTS.filter((id) => id !== IN_WORDS).map((id) => {
    const { wants } = quantity(id, assumed);
    return wants === "years" ? YEARS : wants && id;
  });
  return QUANTITIES.filter((name) => wanted.includes(name));
}

/** @param {Words} t */
const head = (t) => [
  ...[t("form_post"), t("form_what"), t("form_unit"), t("form_amount")],
  ...[t("form_each"), t("form_sum")],
];

/** @param {Doc} doc @param {Words} t @returns {Table} */
export const priceForm = (doc, t) => ({
  widths: WIDTHS,
  head: head(t),
  rows: posts(doc).map(({ id, amount }) => [
    ...[postCode(id), t(`form_post_${id}`), t(`form_unit_${id}`)],
    ...[amount === null ? "" : `${amount}`, "", ""],
  ]),
  controls: [null, null, null, null, { of: "text" }, { of: "text" }],
});

/** The same as a workbook: a sum for each, and one for all; and a sheet that says whose it is.
 * @param {Doc} doc @param {Words} t @returns {Sheet[]} */
export function priceSheets(doc, t) {
  const all = posts(doc);
  /** @type {Value[][]} */
  const rows = all.map(({ id, amount }, n) => [
    ...[postCode(id), t(`form_post_${id}`), t(`form_unit_${id}`), amount, null],
    { formula: `IF(OR(D${n + 2}="",E${n + 2}=""),"",D${n + 2}*E${n + 2})` },
  ]);
  const total = { formula: `SUM(F2:F${all.length + 1})` };
  rows.push([null, t("form_total"), null, null, null, total]);
  return [
    { name: t("form_form"), head: head(t), rows },
    { name: t("supplier"), head: [t("supplier"), ""], rows: [[doc.name, edition(doc, t)]] },
  ];
}
