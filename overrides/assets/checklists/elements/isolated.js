// What people have typed, kept from turning the line it stands in: «\u202e7,9» reads «9,7». Pure.

// Signs that say which way letters go, and those that end them.
const WAYS = /[\u202a-\u202e\u2066-\u2069]/g;

/**
 * A text for the middle of a sentence: what says which way it goes stays within it.
 * Where an element can stand, <bdi> does the same.
 * @param {string} text
 */
export function isolated(text) {
  const bare = text.replace(WAYS, "");
  return bare !== text || /[\u0590-\u08ff\u200f]/.test(bare) ? `\u2068${bare}\u2069` : text;
}
