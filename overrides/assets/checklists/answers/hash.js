// Short marks of texts, the same in every browser: to tell texts apart, no protection. Pure.

/** 32 bits of FNV-1a over numbers. @param {Iterable<number>} codes */
function hashOf(codes) {
  let hash = 0x811c9dc5;
  for (const code of codes) hash = Math.imul(hash ^ code, 0x01000193) >>> 0;
  return hash;
}

/** A text's mark, letter by letter. @param {string} text */
export const markOf = (text) =>
  hashOf(Array.from(text, (letter) => letter.codePointAt(0) ?? 0)).toString(36);

/** A text's mark as the build writes it (macros/translation/texts.py): over its UTF-16, as eight
 * hexadecimal digits. @param {string} text */
export const sourceMark = (text) =>
  hashOf(Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)))
    .toString(16)
    .padStart(8, "0");
