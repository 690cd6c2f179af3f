// What the suppliers of a document cost, all under one set of numbers: the prices at requirements
// and those of the price form. Pure.

import { cost, yearsOf } from "./cost.js";
import { isDoubted } from "./doubted.js";
import * as evaluated from "./evaluated.js";
import { isFilled } from "./form.js";
import { formCost, kindsOf } from "./form-cost.js";
import { usersOf } from "./posts.js";
import { summed } from "./price.js";
import { pricesOf } from "./prices.js";

/**
 * @typedef {import("./compared.js").Compared} Compared
 * @typedef {import("./cost.js").Assumed} Assumed
 * @typedef {import("./document.js").Doc} Doc
 * @typedef {import("./document.js").Numbered} Numbered
 */

/** How many users the customer has written of. @param {Doc} doc
 * @returns {Record<string, number>} */
function usersIn({ frame }) {
  const users = usersOf(frame.users ?? "");
  return users ? { user: users } : {};
}

/** What a supplier's price form comes to. @param {Compared} one @param {Assumed} assumed
 * @param {boolean} filled by anybody */
function formed(one, assumed, filled) {
  const doubted = (/** @type {string} */ code) => isDoubted(one, code, "price");
  const extra = (one.doubts ?? []).flatMap(([, why, words]) => (why === "extra" ? [words] : []));
  return formCost(one.form ?? {}, assumed, doubted, filled, extra);
}

/**
 * What is assumed, and what a supplier costs by it.
 * @param {import("../answers/state.js").Project} project @param {Doc} doc
 * @param {Numbered[]} requirements @param {Compared[]} all
 * @param {import("./evaluated.js").Settings} settings
 */
export function costs(project, doc, requirements, all, settings) {
  const years = settings.years ?? yearsOf(doc.frame.length ?? "");
  const prices = new Map(all.map((one) => [one.id, pricesOf(requirements, one)]));
  const of = (/** @type {Compared} */ one) => prices.get(one.id) ?? [];
  const filled = all.some(({ form }) => isFilled(form));
  const kinds = [
    ...(filled ? kindsOf() : []),
    ...all.flatMap((one) => summed(of(one)).sums.map(({ of: kind }) => kind)),
  ];
  const units = kinds.flatMap(({ unit, period }) => [unit, period]).filter(Boolean);
  const said = evaluated.amounts(project, doc.id, [...new Set(units)]);
  const amounts = filled ? { ...usersIn(doc), ...said } : said;
  const assumed = { years, unsaid: settings.unsaid, amounts };
  const priceOf = (/** @type {Compared} */ one, /** @type {number | null} */ own) =>
    cost(of(one), assumed, own, formed(one, assumed, filled));
  return { years, kinds, amounts, priceOf };
}
