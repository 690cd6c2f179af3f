// A supplier's answer as a workbook, with the heads that the comparison reads: the answers, the
// price form, and whose it is. Pure.

import { EXCEL } from "../formats/types.js";
import * as xlsx from "../formats/xlsx.js";
import { columns } from "./edition.js";
import { isFitting } from "./form-cost.js";
import { IN_WORDS, POSTS, postCode } from "./posts.js";
import { amountOf, priced } from "./price.js";

/**
 * @typedef {import("../elements/words.js").Words} Words
 * @typedef {import("../formats/xlsx.js").Sheet} Sheet
 * @typedef {import("../formats/xlsx.js").Value} Value
 * @typedef {import("./begun.js").Answer} Answer
 * @typedef {import("./files.js").Opened} Opened
 */

/** @param {Opened} document @param {Answer} answer @param {Words} t @returns {Sheet} */
function replies({ requirements }, { answers }, t) {
  const [number, ...others] = columns(t);
  return {
    name: t("answers"),
    head: [number, t("group"), t("text"), t("priority"), ...others],
    rows: requirements.map(({ number: own, group, text, priority }) => {
      const { reply = "", text: how = "", link = "", price = "" } = answers[own] ?? {};
      const said = reply && t(`reply.${reply}`);
      return [own, group, text, t(`priority.${priority}`), said, how, link, price];
    }),
  };
}

/** A price as a number where it is one, so that the workbook can add up. @param {string} text
 * @returns {Value} */
const valueOf = (text) => amountOf(text) ?? text;

/** @param {Opened} document @param {Answer} answer @param {Words} t @returns {Sheet[]} */
function form({ form: asked = [] }, { form: prices }, t) {
  const known = asked.filter(({ id }) => POSTS.includes(id));
  if (!known.length) return [];
  const rows = known.map(({ id, amount }) => {
    const price = prices[id]?.price ?? "";
    const found = priced(price);
    const sum = id !== IN_WORDS && found.kind === "number" && isFitting(id, found);
    return [
      ...[postCode(id), t(`form_post_${id}`), t(`form_unit_${id}`), amount, valueOf(price)],
      sum && amount !== null ? found.amount * amount : null,
    ];
  });
  const head = [
    ...[t("form_post"), t("form_what"), t("form_unit"), t("form_amount")],
    ...[t("form_each"), t("form_sum")],
  ];
  return [{ name: t("form_form"), head, rows }];
}

/** @param {Opened} document @param {Answer} answer @param {Words} t */
export function book(document, answer, t) {
  const { id, edition, name } = document;
  const about = {
    name: t("supplier"),
    head: [t("supplier"), answer.supplier],
    rows: [[name, t("edition", { id, edition })]],
  };
  const sheets = [replies(document, answer, t), ...form(document, answer, t), about];
  return { type: EXCEL, content: /** @type {BlobPart} */ (xlsx.write(sheets)) };
}
