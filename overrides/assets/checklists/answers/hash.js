// Short marks of texts, the same in every browser: to tell texts apart, no protection. Pure.
//
// Of fifty files of a team at once, so no list of letters is made of them.

const START = 0x811c9dc5;

/** One step of 32 bits of FNV-1a. @param {number} hash @param {number} code */
const step = (hash, code) => Math.imul(hash ^ code, 0x01000193);

/** A text's mark, letter by letter. @param {string} text */
export function markOf(text) {
  let hash = START;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.codePointAt(at) ?? 0;
    if (code > 0xffff) at += 1; // one letter that takes two places
    hash = step(hash, code);
  }
  return (hash >>> 0).toString(36);
}

/** A text's mark as the build writes it (macros/translation/texts.py): over its UTF-16, as eight
 * hexadecimal digits. @param {string} text */
export function sourceMark(text) {
  let hash = START;
  for (let at = 0; at < text.length; at += 1) hash = step(hash, text.charCodeAt(at));
  return (hash >>> 0).toString(16).padStart(8, "0");
}
