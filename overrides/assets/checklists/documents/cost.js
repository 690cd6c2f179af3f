// What a supplier costs over the whole contract, and what has to be assumed for it. Pure.
//
// A price that cannot be read, that is in another currency or whose amount nobody has said is a
// gap: the sum is then not known, and never less.

import { homeCurrency, summed } from "./price.js";

/** How often a price comes in a year; how many hours and days is asked for, as amounts are. */
/** @type {Record<string, number>} */
const TIMES = { week: 52, month: 12, quarter: 4, year: 1 };
const COUNTED = ["hour", "day"];
/** @type {Record<string, number>} */
const WORDS = {
  ...{ one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10 },
  ...{ ett: 1, et: 1, en: 1, eitt: 1, ein: 1 },
  ...{ to: 2, tre: 3, fire: 4, fem: 5, seks: 6, sju: 7, syv: 7, åtte: 8 },
  ...{ ni: 9, ti: 10 },
};
const MOST_YEARS = 30;

/**
 * @typedef {import("./price.js").Sum["of"]} Kind
 * @typedef {{years: number | null, unsaid: string, amounts: Record<string, number>}} Assumed
 *   `years`: of the contract; `unsaid`: the period of a price that says none; `amounts`: how many
 *   of a unit, and how many hours and days a year
 * @typedef {{of: Kind, sum: number, numbers: string[], times: number, amount: number,
 *   total: number, post?: string}} Part `numbers`: of the requirements; `post`: of the price form
 * @typedef {{why: "none" | "unread" | "currency" | "tax" | "amount" | "years" | "post" | "form" |
 *   "extra", what: string}} Gap `what`: numbers, a currency, a unit
 * @typedef {{total: number | null, known: number, parts: Part[], gaps: Gap[], own: boolean}} Cost
 *   `own`: the total is the one that we have written ourselves
 */

const OPTIONS = /opsjon|option|forleng|exten[ds]|renew/i; // what may come after the contract
const LENGTH = /(\d{1,2}(?:,\d)?|\p{L}+)\s+(?:år|years?)(?!\p{L})/giu;
const ONE_OF_SEVERAL = RegExp(
  `(?:\\d|(?<!\\p{L})(?:${Object.keys(WORDS).join("|")}))\\s*(?:[-+–—/,&]|og|eller|til|or|and|to)$`,
  "iu",
);

/** @param {string} said */
function numberOf(said) {
  const years = WORDS[said.toLowerCase()] ?? Number(said.replace(",", ".") || NaN);
  return years > 0 && years <= MOST_YEARS ? years : null;
}

/** The years that a text says: «Tre år, med opsjon» → 3; null when it says none, and when it says
 * several: «3 + 1 + 1 år» and «3-5 år» are to be asked about.
 * @param {string} text */
export function yearsOf(text) {
  const [first] = text.split(OPTIONS);
  const found = [...first.matchAll(LENGTH)].filter(([, said]) => numberOf(said));
  const [one] = found;
  if (found.length !== 1 || ONE_OF_SEVERAL.test(first.slice(0, one.index).trimEnd())) return null;
  return numberOf(one[1]);
}

/** @type {{parts: Part[], gaps: Gap[], given: boolean}} */
const NO_FORM = { parts: [], gaps: [], given: false };

/** @param {Kind} of @param {Assumed} assumed @returns {{times: number, amount: number} | Gap} */
function factors({ currency, unit, period, tax }, { years, unsaid, amounts }) {
  if (currency !== homeCurrency()) return { why: "currency", what: currency };
  if (tax === "with") return { why: "tax", what: "" };
  const name = period || unsaid;
  if (unit && !(amounts[unit] >= 0)) return { why: "amount", what: unit };
  const amount = unit ? amounts[unit] : 1;
  if (name === "once") return { times: 1, amount };
  if (COUNTED.includes(name) && !(amounts[name] >= 0)) return { why: "amount", what: name };
  if (!years) return { why: "years", what: "" };
  return { times: (TIMES[name] ?? amounts[name]) * years, amount };
}

/**
 * What prices come to over the contract. With a total of our own that is the one that counts.
 * @param {import("./price.js").Given[]} prices @param {Assumed} assumed
 * @param {number | null} [own]
 * @param {{parts: Part[], gaps: Gap[], given: boolean}} [form] what the price form comes to
 * @returns {Cost}
 */
export function cost(prices, assumed, own = null, form = NO_FORM) {
  const { sums, unread, given } = summed(prices);
  const parts = [...form.parts];
  const gaps = [...form.gaps];
  for (const { of, sum, numbers } of sums) {
    const found = factors(of, assumed);
    if ("why" in found) gaps.push(found);
    else parts.push({ of, sum, numbers, ...found, total: sum * found.times * found.amount });
  }
  if (unread.length) gaps.push({ why: "unread", what: unread.join(", ") });
  if (!given && !form.given) gaps.push({ why: "none", what: "" });
  const known = Math.round(100 * parts.reduce((all, { total }) => all + total, 0)) / 100;
  if (own !== null) return { total: own, known, parts, gaps: [], own: true };
  return { total: gaps.length ? null : known, known, parts, gaps, own: false };
}

/** The units and periods whose amounts have to be said, over all suppliers' prices.
 * @param {Kind[]} kinds */
export const asked = (kinds) => [
  ...new Set(
    kinds.flatMap(({ unit, period }) => [
      ...(unit ? [unit] : []),
      ...(COUNTED.includes(period) ? [period] : []),
    ]),
  ),
];
