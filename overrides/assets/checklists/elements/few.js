// The first of many in a sentence: «K1, K2 …».

/** @param {string[]} all @param {number} most that are named */
export const few = (all, most) =>
  all.slice(0, most).join(", ") + (all.length > most ? " …" : "");
