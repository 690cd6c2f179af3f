// What each supplier costs, one value a cell: prices, how many of each, what is missing. Pure.

import { postCode } from "./posts.js";
import { gapWords } from "./verdict.js";

/**
 * @typedef {import("../elements/words.js").Words} Words
 * @typedef {import("../formats/xlsx.js").Value} Value
 * @typedef {import("./cost.js").Part} Part
 * @typedef {import("./evaluation.js").Evaluation} Evaluation
 */

/** What a price is for. @param {Part} part @param {Words} t */
function named({ post, of }, t) {
  if (post) return [postCode(post), t(`form_post_${post}`)];
  const period = of.period && t(`period.${of.period}`);
  const unit = of.unit && t("per_unit", { unit: of.unit });
  return [t("price"), [period, unit].filter(Boolean).join(" ")];
}

/** How many of it: of what is free nobody need have said so. @param {Part} part */
const many = ({ sum, times, amount }) => (sum === 0 && !amount ? null : times * amount);

/** @param {Evaluation} made @param {Words} t @returns {import("../formats/xlsx.js").Sheet} */
export function priceCells(made, t) {
  const head = [
    ...[t("supplier"), t("form_post"), t("form_what"), t("form_each"), t("form_amount")],
    ...[t("form_sum"), t("judge.price_gap")],
  ];
  const rows = made.suppliers.flatMap(({ supplier, cost, ours }) => [
    ...cost.parts.map((part) => [
      ...[supplier, ...named(part, t), part.sum, many(part), part.total, ""],
    ]),
    ...cost.gaps.map((gap) => [supplier, "", "", null, null, null, gapWords(gap, t)]),
    ...(cost.own ? [[supplier, "", t("judge.own_total"), null, null, cost.total, ours.note]] : []),
  ]);
  return { name: t("judge.costs"), head, rows: /** @type {Value[][]} */ (rows) };
}
