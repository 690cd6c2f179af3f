// The letters of the font that every program has for a PDF's fields, and how wide they are. Pure.

// Widths of Helvetica, in thousandths of the letter's size, by the letters that have each.
/** @type {[width: number, letters: string][]} */
const WIDTHS = [
  [191, "'"],
  [222, "ijl‘’‚"],
  [260, "|¦"],
  [278, " !,./:;I[\\]ft\u00a0·ÌÍÎÏìíîï"],
  [333, "()-\x60r„ˆ‹“”˜›¡¨¯²³´¸¹"],
  [334, "{}"],
  [350, "•"],
  [355, '"'],
  [365, "º"],
  [370, "ª"],
  [389, "*"],
  [400, "°"],
  [469, "^"],
  [500, "Jckvsxyzšžçýÿ"],
  [537, "¶"],
  [584, "+<=>~¬±×÷"],
  [611, "FTZŽ¿ßø"],
  [667, "&ABEKPSVXYŠŸÀÁÂÃÄÅÈÉÊËÝÞ"],
  [722, "CDHNRUwÇÐÑÙÚÛÜ"],
  [737, "©®"],
  [778, "GOQÒÓÔÕÖØ"],
  [833, "Mm"],
  [834, "¼½¾"],
  [889, "%æ"],
  [944, "Wœ"],
  [1000, "…‰Œ—™Æ"],
  [1015, "@"],
];
const MOST = 556; // as figures, and most small letters
const STRANGE = 1000;
const FIRST = 0x20;
const LAST = 0xff;
// Of code page 1252 from 0x80 on; a dot for what is none.
const FROM_80 = "€.‚ƒ„…†‡ˆ‰Š‹Œ.Ž..‘’“”•–—˜™š›œ.žŸ";
const TO = 0xa0;

const wide = new Map(WIDTHS.flatMap(([width, letters]) => [...letters].map((one) => [one, width])));
/** @type {Map<string, string>} */
const bytes = new Map();
for (let code = LAST; code >= FIRST; code -= 1) {
  const letter = code >= 0x80 && code < TO ? FROM_80[code - 0x80] : String.fromCharCode(code);
  bytes.set(letter, String.fromCharCode(code));
}

/** How wide a text is. @param {string} text @param {number} size of its letters */
export const widthOf = (text, size) =>
  ([...text].reduce((sum, one) => sum + widthOne(one), 0) * size) / 1000;

/** @param {string} letter */
const widthOne = (letter) => wide.get(letter) ?? (bytes.has(letter) ? MOST : STRANGE);

/** A text as the font's bytes, a letter for each; a question mark for what it lacks.
 * @param {string} text */
export const encoded = (text) => [...text].map((letter) => bytes.get(letter) ?? "?").join("");

/** Whether the font has each letter of a text. @param {string} text */
export const hasAll = (text) => [...text].every((letter) => bytes.has(letter));
