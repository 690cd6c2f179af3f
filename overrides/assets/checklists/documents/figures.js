// Numbers as people read them.

import { amount, inARow, money, percent as share } from "../elements/amounts.js";

const POINTS = { minimumFractionDigits: 1, maximumFractionDigits: 1 };

/** «7,9». @param {number} number */
export const points = (number) => amount(number, POINTS);

/** «69,2», and «60» where it is whole. @param {number} number */
export const tenths = (number) => amount(number, { maximumFractionDigits: 1 });

/** «1 204 000 kr», whole. @param {number} number */
export const kroner = (number) => money(number);

/** «35,7 %». @param {number} number */
export const percent = (number) => share(number / 100);

/** A result under a model. @param {string} model @param {number} number */
export const result = (model, number) => (model === "priced" ? kroner(number) : points(number));

/** The names in a sentence: «A, B og C». @param {string[]} names */
export const list = inARow;
