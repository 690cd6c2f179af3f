// A PDF's strings as texts. Pure.

/** @typedef {import("./pdf-objects.js").Raw} Raw */

// Letters that stand in the first 256 places otherwise than in Unicode.
const FROM_18 = "\u02d8\u02c7\u02c6\u02d9\u02dd\u02db\u02da\u02dc";
const FROM_80 =
  "\u2022\u2020\u2021\u2026\u2014\u2013\u0192\u2044\u2039\u203a\u2212\u2030\u201e\u201c\u201d" +
  "\u2018\u2019\u201a\u2122\ufb01\ufb02\u0141\u0152\u0160\u0178\u017d\u0131\u0142\u0153\u0161" +
  "\u017e\ufffd\u20ac";

// eslint-disable-next-line no-control-regex -- they stand there for letters
const OTHERS = /[\u0018-\u001f\u0080-\u00a0]/g;
// Between two escapes stands which language follows.
// eslint-disable-next-line no-control-regex -- the escape is what is looked for
const TONGUE = /\u001b[^\u001b]{0,9}\u001b/g;
const MARKS = [
  ["\u00fe\u00ff", "utf-16be"],
  ["\u00ff\u00fe", "utf-16le"],
  ["\u00ef\u00bb\u00bf", "utf-8"],
];

/** A string as it is meant: in Unicode when it says so, else in PDF's own letters.
 * @param {Raw} raw */
export function textOf({ bytes }) {
  const name = MARKS.find(([start]) => bytes.startsWith(start))?.[1];
  if (name) {
    const all = Uint8Array.from(bytes, (letter) => letter.charCodeAt(0));
    return new TextDecoder(name).decode(all).replace(TONGUE, "");
  }
  return bytes.replace(OTHERS, (letter) => {
    const code = letter.charCodeAt(0);
    return code < 0x80 ? FROM_18[code - 0x18] : FROM_80[code - 0x80];
  });
}
