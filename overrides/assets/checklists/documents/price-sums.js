// What a supplier's prices come to, in words: one sum for each kind, and how many cannot be read.

import { homeCurrency, summed } from "./price.js";
import { pricesOf } from "./prices.js";
import { amount } from "../elements/amounts.js";

/**
 * @typedef {import("../elements/words.js").Words} Words
 * @typedef {import("./compared.js").Compared} Compared
 * @typedef {import("./document.js").Numbered} Numbered
 */

/** @param {Numbered[]} requirements @param {Compared} one @param {Words} t */
export function priceSums(requirements, one, t) {
  const { sums, unread, given } = summed(pricesOf(requirements, one));
  const lines = sums.map(({ of, sum, numbers }) => {
    const n = numbers.length;
    const kind = kindOf(of, t);
    const words = { n, sum: amount(sum, { maximumFractionDigits: 2 }), kind };
    const { currency } = of;
    if (currency !== homeCurrency()) return t("price_sum_other", { ...words, currency });
    return kind ? t("price_sum_kind", words) : t("price_sum", { n, sum: words.sum });
  });
  const left = { n: unread.length, all: given, list: unread.join(", ") };
  return [...lines, unread.length ? t("price_unread", left) : ""].filter(Boolean);
}

/** «per måned per bruker, uten mva.» @param {import("./price.js").Sum["of"]} of @param {Words} t */
function kindOf({ period, unit, tax }, t) {
  const parts = [
    period ? ` ${t(`period.${period}`)}` : "",
    unit ? ` ${t("per_unit", { unit })}` : "",
    tax ? `, ${t(`tax.${tax}`)}` : "",
  ];
  return parts.join("");
}
