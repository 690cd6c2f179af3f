// The price form: what every supplier is to put a price on, for as many and as long as the frame
// says. As a table, and as a workbook that adds up. Pure.

import { yearsOf } from "./cost.js";

/**
 * @typedef {import("../elements/words.js").Words} Words
 * @typedef {import("../formats/docx.js").Table} Table
 * @typedef {import("../formats/xlsx.js").Value} Value
 * @typedef {import("./document.js").Doc} Doc
 * @typedef {{id: string, amount: number | null}} Post
 */

const WIDTHS = [1.5, 9.5, 4.5, 3, 3.5, 3.5]; // cm
const MONTHS = 12;
const USERS = /(\d{1,6})\s*(?:brukere|brukarar|ansatte|tilsette|users|employees)/iu;

/** What is priced, with how many of it over the contract: null where nobody has said.
 * @param {Doc} doc @returns {Post[]} */
export function posts({ frame }) {
  const years = yearsOf(frame.length);
  const months = years && Math.round(years * MONTHS);
  const users = Number(USERS.exec(frame.users)?.[1]) || null;
  return [
    { id: "setup", amount: 1 },
    { id: "fixed", amount: months },
    { id: "user", amount: months && users && months * users },
    { id: "hour", amount: null },
    { id: "visit", amount: null },
    { id: "exit", amount: null },
    { id: "index", amount: null },
  ];
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
  rows: posts(doc).map(({ id, amount }, n) => [
    ...[`P${n + 1}`, t(`form_post_${id}`), t(`form_unit_${id}`), amount ? `${amount}` : ""],
    ...["", ""],
  ]),
  controls: [null, null, null, { of: "text" }, { of: "text" }, { of: "text" }],
});

/** The same as the rows of a workbook: a sum for each, and one for all. @param {Doc} doc
 * @param {Words} t @returns {{name: string, head: string[], rows: Value[][]}} */
export function priceSheet(doc, t) {
  const all = posts(doc);
  /** @type {Value[][]} */
  const rows = all.map(({ id, amount }, n) => [
    ...[`P${n + 1}`, t(`form_post_${id}`), t(`form_unit_${id}`), amount, null],
    { formula: `IF(OR(D${n + 2}="",E${n + 2}=""),"",D${n + 2}*E${n + 2})` },
  ]);
  const total = { formula: `SUM(F2:F${all.length + 1})` };
  rows.push([null, t("form_total"), null, null, null, total]);
  return { name: t("form_form"), head: head(t), rows };
}
