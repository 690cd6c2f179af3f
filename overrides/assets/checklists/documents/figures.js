// Numbers as people read them. Pure.

const POINTS = { minimumFractionDigits: 1, maximumFractionDigits: 1 };

/** «7,9». @param {number} number */
export const points = (number) => number.toLocaleString("nb", POINTS);

/** «1 204 000 kr», whole kroner. @param {number} number */
export const kroner = (number) =>
  `${number.toLocaleString("nb", { maximumFractionDigits: 0 })}\u00a0kr`;

/** «35,7 %». @param {number} number */
export const percent = (number) =>
  `${number.toLocaleString("nb", { maximumFractionDigits: 1 })}\u00a0%`;

/** A result under a model. @param {string} model @param {number} number */
export const result = (model, number) => (model === "priced" ? kroner(number) : points(number));

/** The names in a sentence: «A, B og C». @param {string[]} names */
export const list = (names) => new Intl.ListFormat("nb", { type: "conjunction" }).format(names);
