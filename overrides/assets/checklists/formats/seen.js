// A text as a person reads it: no signs that cannot be seen, one space. Pure.

/** @param {string} text */
export const seen = (text) =>
  text
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff\u202a-\u202e\u2066-\u2069]/g, "")
    .replace(/\s+/g, " ")
    .trim();
