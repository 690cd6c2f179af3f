// How the page's language writes numbers, money and names in a row.

import { seek } from "./find.js";
import { spoken } from "./day.js";

/** «1 204,5», «1,204.5». @param {number} number @param {Intl.NumberFormatOptions} [how] */
export const amount = (number, how = {}) => number.toLocaleString(spoken(), how);

/** «35,7 %». @param {number} share of 1 */
export const percent = (share) => amount(share, { style: "percent", maximumFractionDigits: 1 });

/** «1 204 000 kr», «NOK 1,204,000». @param {number} number @param {number} [digits] */
export function money(number, digits = 0) {
  const own = currency();
  const how = { minimumFractionDigits: 0, maximumFractionDigits: digits };
  return amount(number, own ? { ...how, style: "currency", currency: own } : how);
}

/** The guide's own money, as its strings say; «» where an older template says nothing of it. */
export const currency = () =>
  seek(document, "[data-currency]", HTMLElement)?.dataset.currency ?? "";

/** The names in a sentence: «A, B og C». @param {string[]} names */
export const inARow = (names) =>
  new Intl.ListFormat(spoken(), { type: "conjunction" }).format(names);
