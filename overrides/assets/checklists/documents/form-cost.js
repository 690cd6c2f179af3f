// What a price form comes to over the contract: each post under the customer's own numbers. Pure.
//
// A post without a price, one that cannot be read or one that nobody has said how many of is a gap.

import { homeCurrency, priced } from "./price.js";
import { COUNTED, IN_WORDS, POSTS, postCode, quantity } from "./posts.js";

/**
 * @typedef {import("./cost.js").Assumed} Assumed
 * @typedef {import("./cost.js").Gap} Gap
 * @typedef {import("./cost.js").Part} Part
 * @typedef {import("./posts.js").Form} Form
 * @typedef {import("./price.js").Amount} Amount
 * @typedef {(code: string) => boolean} Doubted whether the price of a post is not for certain
 */

/** What may stand beside a price of a post: anything else is another price than was asked for.
 * @type {Record<string, {period: string, unit?: boolean}>} */
const ASKED = {
  setup: { period: "once" },
  fixed: { period: "month" },
  user: { period: "month", unit: true },
  hour: { period: "hour" },
  visit: { period: "", unit: true },
  exit: { period: "hour" },
};

/** @param {string} id @param {Amount} found */
const isAsked = (id, { period, unit }) =>
  ["", ASKED[id].period].includes(period) && (!unit || Boolean(ASKED[id].unit));

/** Whether a price is one of what the form asks at a post: in the guide's own money, without VAT.
 * @param {string} id @param {Amount} found */
export const isFitting = (id, found) =>
  isAsked(id, found) && found.currency === homeCurrency() && found.tax !== "with";

/** A post as a part of the sum, or why it is none; null where there is nothing to pay for.
 * @param {string} id @param {string} text @param {boolean} doubted @param {Assumed} assumed
 * @returns {Part | Gap | null} */
function partOf(id, text, doubted, assumed) {
  const what = postCode(id);
  const { amount, wants } = quantity(id, assumed);
  if (amount === 0) return null;
  const found = priced(text);
  if (found.kind === "none") return { why: "post", what };
  if (found.kind === "unread" || doubted) return { why: "unread", what };
  if (found.kind !== "number" || found.amount === 0) return free(id, amount);
  if (!isAsked(id, found)) return { why: "unread", what };
  const { currency, unit, period, tax, amount: sum } = found;
  if (currency !== homeCurrency()) return { why: "currency", what: currency };
  if (tax === "with") return { why: "tax", what: "" };
  if (wants === "years") return { why: wants, what: "" };
  if (amount === null) return { why: "amount", what: id };
  const of = { currency, unit, period, tax };
  return { of, sum, numbers: [], times: 1, amount, total: sum * amount, post: id };
}

/** A post that costs nothing is told as such: it was answered. @param {string} id
 * @param {number | null} amount @returns {Part} */
const free = (id, amount) => ({
  ...{ of: { currency: homeCurrency(), unit: "", period: "", tax: "" }, post: id },
  ...{ sum: 0, numbers: [], times: 1, amount: amount ?? 0, total: 0 },
});

/** What has to be said how many of, as the kinds of prices at requirements say it.
 * @returns {import("./cost.js").Kind[]} */
export const kindsOf = () =>
  COUNTED.map((id) => ({
    ...{ currency: homeCurrency(), tax: "" },
    ...(id === "hour" ? { unit: "", period: id } : { unit: id, period: "" }),
  }));

/** Those of a kind as one; how many of each has to be said by itself.
 * @param {Gap[]} gaps @returns {Gap[]} */
const together = (gaps) =>
  [...Map.groupBy(gaps, ({ why }) => why)].flatMap(([why, some]) => {
    const all = [...new Set(some.map(({ what }) => what))];
    const said = why === "amount" ? all : [all.join(", ")];
    return said.map((what) => ({ why, what }));
  });

/**
 * What a form comes to. Where others have filled in theirs, an empty one is a gap.
 * @param {Form} form @param {Assumed} assumed @param {Doubted} doubted
 * @param {boolean} given somebody who answers the document has filled in a form
 * @param {string[]} extra what is to be paid for beside what was asked
 * @returns {{parts: Part[], gaps: Gap[], given: boolean}}
 */
export function formCost(form, assumed, doubted, given, extra) {
  const asked = POSTS.filter((id) => id !== IN_WORDS);
  const mine = asked.some((id) => form[id]?.price);
  /** @type {Gap[]} */
  const more = extra.length ? [{ why: "extra", what: extra.join("; ") }] : [];
  if (!mine) {
    /** @type {Gap[]} */
    const none = given ? [{ why: "form", what: "" }] : [];
    return { parts: [], gaps: [...none, ...more], given };
  }
  const all = asked.flatMap(
    (id) => partOf(id, form[id]?.price ?? "", doubted(postCode(id)), assumed) ?? [],
  );
  const parts = all.filter((one) => "total" in one);
  const gaps = all.filter((one) => "why" in one);
  return { parts, gaps: [...together(gaps), ...more], given: true };
}
