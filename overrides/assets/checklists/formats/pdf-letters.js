// The letters of a font that a PDF holds: which there are, how wide they are, how written. Pure.

import { Reference, asText } from "./pdf-objects.js";

/**
 * @typedef {import("./pdf-file.js").PdfFile} PdfFile
 * @typedef {import("./pdf-objects.js").Value} Value
 */

const TABLE = /beginbfchar([^]*?)endbfchar/g;
const PAIR = /<([\da-f]{4})>\s*<([\da-f]{4})>/gi;
const LAST = 0xffff;
const LACKING = "?";
const STRANGE = 1000; // as wide as a letter is high

/** Throws SyntaxError or TypeError where a file has no such font.
 * @param {PdfFile} file @param {Value | undefined} place of the font */
export async function lettersOf(file, place) {
  const font = await file.dictionary(place);
  const [told, inner] = [font.get("ToUnicode"), await file.get(font.get("DescendantFonts"))];
  if (!(told instanceof Reference) || !Array.isArray(inner)) throw new SyntaxError("letters");
  const widths = await file.get((await file.dictionary(inner[0])).get("W"));
  if (!Array.isArray(widths)) throw new SyntaxError("widths");
  return new Letters(asText(await file.streamOf(told)), widths);
}

export class Letters {
  /** @type {Map<string, number>} */
  #codes = new Map();
  /** @type {Map<number, number>} in thousandths of the letter's size */
  #widths = new Map();

  /** @param {string} table which code is which letter @param {Value[]} widths */
  constructor(table, widths) {
    for (const [, part] of table.matchAll(TABLE)) {
      for (const [, code, letter] of part.matchAll(PAIR)) {
        this.#codes.set(String.fromCharCode(parseInt(letter, 16)), parseInt(code, 16));
      }
    }
    if (!this.#codes.has(LACKING)) throw new SyntaxError("letters");
    this.#codes.set("\u00a0", this.#codeOf(" "));
    for (let at = 0; at < widths.length; ) at += this.#wide(Number(widths[at]), widths, at + 1);
  }

  /** Letters from a code on: the width of each, or the last code and the width of them all.
   * @param {number} first @param {Value[]} widths @param {number} at
   * @returns {number} how many values that took */
  #wide(first, widths, at) {
    const given = widths[at];
    const all = Array.isArray(given) ? given : [];
    all.forEach((wide, n) => this.#widths.set(first + n, Number(wide)));
    if (Array.isArray(given)) return 2;
    for (let code = first; code <= Math.min(Number(given), LAST); code += 1) {
      this.#widths.set(code, Number(widths[at + 1]));
    }
    return 3;
  }

  /** How wide a text is. @param {string} text @param {number} size of its letters */
  widthOf(text, size) {
    const wide = (/** @type {string} */ one) => this.#widths.get(this.#codeOf(one)) ?? STRANGE;
    return ([...text].reduce((sum, one) => sum + wide(one), 0) * size) / 1000;
  }

  /** A text as the font's bytes, two for each letter; a question mark for what it lacks.
   * @param {string} text */
  encoded(text) {
    const codes = [...text].map((one) => this.#codeOf(one));
    return codes.map((code) => String.fromCharCode(code >> 8, code & 0xff)).join("");
  }

  /** Whether the font has each letter of a text. @param {string} text */
  hasAll(text) {
    return [...text].every((letter) => this.#codes.has(letter));
  }

  /** @param {string} letter */
  #codeOf(letter) {
    return Number(this.#codes.get(letter) ?? this.#codes.get(LACKING));
  }
}
