// The price form: what every supplier is to put a price on, for as many and as long as the frame
// says, and what is said beside it. As a table, and as a workbook that adds up. Pure.

import { yearsOf } from "./cost.js";
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

/** What is priced, with how many of it over the contract: null where nobody has said.
 * @param {Doc} doc @returns {Post[]} */
export function posts({ frame, assumed: said }) {
  const users = usersOf(frame.users);
  /** @type {Record<string, number>} */
  const amounts = { ...(users ? { user: users } : {}), ...said?.amounts };
  const assumed = { years: said?.years ?? yearsOf(frame.length), amounts };
  return POSTS.map((id) => ({
    id,
    amount: id === IN_WORDS ? null : quantity(id, assumed).amount,
  }));
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
