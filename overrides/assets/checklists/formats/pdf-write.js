// Objects of a PDF written at its end, so that they hold in place of those before. Pure.

import { Name, Raw, Reference } from "./pdf-objects.js";

/**
 * @typedef {import("./pdf-file.js").PdfFile} PdfFile
 * @typedef {import("./pdf-objects.js").Dictionary} Dictionary
 * @typedef {import("./pdf-objects.js").Value} Value
 * @typedef {{value: Value, stream?: string}} Added `stream`: a letter for each byte
 */

const END = /startxref[\0\t\n\f\r ]{1,9}(\d{1,10})[\0\t\n\f\r ]{1,9}%%EOF/g;
const WIDE = [1, 4, 2]; // bytes of a place in the table

/** A value as a PDF says it. @param {Value} value @returns {string} */
export function written(value) {
  if (value instanceof Name) return `/${[...value.name].map(escaped).join("")}`;
  if (value instanceof Raw) return `<${[...value.bytes].map(hex).join("")}>`;
  if (value instanceof Reference) return `${value.number} 0 R`;
  if (Array.isArray(value)) return `[${value.map(written).join(" ")}]`;
  if (value instanceof Map) {
    const pairs = [...value].map(([key, one]) => `${written(new Name(key))} ${written(one)}`);
    return `<<${pairs.join(" ")}>>`;
  }
  // No number with an exponent.
  return typeof value === "number" ? String(Number(value.toFixed(5))) : String(value);
}

/** @param {string} letter */
const hex = (letter) => letter.charCodeAt(0).toString(16).padStart(2, "0");
/** @param {string} letter */
const escaped = (letter) => (/[^!-~]|[#()<>[\]{}/%]/.test(letter) ? `#${hex(letter)}` : letter);

/** A text as a string of a PDF. @param {string} text */
export function rawOf(text) {
  let bytes = "\u00fe\u00ff";
  for (let n = 0; n < text.length; n += 1) {
    const code = text.charCodeAt(n);
    bytes += String.fromCharCode(code >> 8, code & 0xff);
  }
  return new Raw(bytes);
}

/** Objects of one file that are new or changed. */
export class Additions {
  #file;
  #next;
  /** @type {Map<number, Added>} */
  #all = new Map();

  /** @param {PdfFile} file */
  constructor(file) {
    this.#file = file;
    this.#next = Number(file.trailer.get("Size"));
    if (!(this.#next > 0)) throw new SyntaxError("size");
  }

  /** @param {Reference} place @param {Value} value */
  change(place, value) {
    this.#all.set(place.number, { value });
  }

  /** @param {Dictionary} dictionary @param {string} stream a letter for each byte */
  add(dictionary, stream) {
    return this.#new({ value: new Map(dictionary).set("Length", stream.length), stream });
  }

  /** An object without a stream. @param {Value} value */
  put(value) {
    return this.#new({ value });
  }

  /** @param {Added} added */
  #new(added) {
    const made = new Reference(this.#next);
    this.#next += 1;
    this.#all.set(made.number, added);
    return made;
  }

  /** The file with them after it. @param {Uint8Array} bytes the file */
  after(bytes) {
    const last = [...this.#file.text.matchAll(END)].at(-1);
    if (!last) throw new SyntaxError("end");
    let text = "\n";
    /** @type {Map<number, number>} */
    const places = new Map();
    for (const [number, added] of [...this.#all].sort(([a], [b]) => a - b)) {
      places.set(number, bytes.length + text.length);
      text += `${number} 0 obj\n${body(added)}\nendobj\n`;
    }
    const at = bytes.length + text.length;
    places.set(this.#next, at);
    text += `${this.#next} 0 obj\n${body(this.#table(places, Number(last[1])))}\nendobj\n`;
    text += `startxref\n${at}\n%%EOF\n`;
    const made = new Uint8Array(bytes.length + text.length);
    made.set(bytes);
    for (let n = 0; n < text.length; n += 1) made[bytes.length + n] = text.charCodeAt(n);
    return made;
  }

  /** @param {Map<number, number>} places @param {number} before where the table before lies
   * @returns {Added} */
  #table(places, before) {
    const { trailer } = this.#file;
    const [kind, place, generation] = WIDE;
    const stream = [...places.values()]
      .map((at) => number(1, kind) + number(at, place) + number(0, generation))
      .join("");
    /** @type {Dictionary} */
    const value = new Map();
    value.set("Type", new Name("XRef")).set("Size", this.#next + 1).set("Prev", before);
    value.set("W", WIDE).set("Index", runs([...places.keys()])).set("Length", stream.length);
    for (const key of ["Root", "Info", "ID"]) {
      const found = trailer.get(key);
      if (found !== undefined) value.set(key, found);
    }
    return { value, stream };
  }
}

/** @param {Added} added */
const body = ({ value, stream }) =>
  stream === undefined ? written(value) : `${written(value)}\nstream\n${stream}\nendstream`;

/** @param {number} value @param {number} wide in bytes */
const number = (value, wide) =>
  Array.from({ length: wide }, (_, n) => {
    return String.fromCharCode(Math.floor(value / 256 ** (wide - 1 - n)) & 0xff);
  }).join("");

/** Numbers as runs of such that follow each other: first, how many. @param {number[]} all */
function runs(all) {
  /** @type {number[]} */
  const made = [];
  for (const one of all) {
    const last = made.length - 1;
    if (last > 0 && one === made[last - 1] + made[last]) made[last] += 1;
    else made.push(one, 1);
  }
  return made;
}
