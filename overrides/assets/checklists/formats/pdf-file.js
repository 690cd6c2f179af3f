// A PDF's objects by their numbers, wherever they lie: by themselves or packed together. Pure.

import { Budget, Name, Reader, Reference, asText } from "./pdf-objects.js";
import { Streams } from "./pdf-stream.js";

/**
 * @typedef {import("./pdf-objects.js").Dictionary} Dictionary
 * @typedef {import("./pdf-objects.js").Value} Value
 * @typedef {number | {pack: number} | null} Place where an object lies: from which byte on, or in
 *   which other object; null for one that was taken away
 * @typedef {{places: Map<number, Place>, trailer: Dictionary}} Places
 * @typedef {{text: string, places: Map<number, number>}} Pack several objects in one stream
 * @typedef {{number: number, value: Value, start: number}} Lying `start`: of its stream's bytes; 0
 *   where it has none
 */

const HEAD = /[\0\t\n\f\r ]*(\d{1,10})[\0\t\n\f\r ]{1,9}\d{1,5}[\0\t\n\f\r ]{1,9}obj/y;
const STREAM = /[\0\t\n\f\r ]*stream(?:\r?\n|\r)/y;
const END = /[\0\t\n\f\r ]{0,9}endstream/y;
const PAIR = /[\0\t\n\f\r ]*(\d{1,10})[\0\t\n\f\r ]{1,9}(\d{1,10})/y;
const MOST_STEPS = 16;

/** Reading throws SyntaxError or TypeError for what is damaged, RangeError for what is too much. */
export class PdfFile {
  #bytes;
  #streams = new Streams();
  /** @type {Map<number, Place>} */
  #places = new Map();
  /** @type {Map<number, Value>} */
  #known = new Map();
  /** @type {Map<number, Pack>} */
  #packs = new Map();
  /** @type {Set<number>} packs that are being unpacked */
  #open = new Set();
  /** @type {Dictionary} */
  trailer = new Map();

  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    this.#bytes = bytes;
    this.text = asText(bytes);
    this.budget = new Budget(bytes.length);
  }

  /** Knows where the objects lie. @param {Places} found */
  know({ places, trailer }) {
    this.#places = places;
    this.trailer = trailer;
    this.#known.clear();
    this.#packs.clear();
  }

  /** What lies at a place. @param {number} at @returns {Lying} */
  lying(at) {
    const reader = new Reader(this.text, at, this.budget);
    const head = reader.match(HEAD);
    if (!head) throw new SyntaxError("object");
    const value = reader.value();
    const start = value instanceof Map && reader.match(STREAM) ? reader.at : 0;
    return { number: Number(head[1]), value, start };
  }

  /** A value, or what it refers to; null for what is not there.
   * @param {Value | undefined} value @returns {Promise<Value>} */
  async get(value) {
    let found = value ?? null;
    for (let step = 0; found instanceof Reference; step += 1) {
      if (step > MOST_STEPS) throw new SyntaxError("circle");
      found = await this.#numbered(found.number);
    }
    return found;
  }

  /** The same where a dictionary is due; an empty one for anything else.
   * @param {Value | undefined} value @returns {Promise<Dictionary>} */
  async dictionary(value) {
    const found = await this.get(value);
    return found instanceof Map ? found : new Map();
  }

  /** The last dictionary that says it is of a type. @param {string} type */
  async lastOf(type) {
    let made = null;
    for (const number of this.#places.keys()) {
      const found = await this.#numbered(number).catch(unreadable);
      const said = found instanceof Map ? found.get("Type") : null;
      if (said instanceof Name && said.name === type) made = found;
    }
    return made;
  }

  /** @param {number} number @returns {Promise<Value>} */
  async #numbered(number) {
    const known = this.#known.get(number);
    if (known !== undefined) return known;
    const found = await this.#found(number);
    this.#known.set(number, found);
    return found;
  }

  /** @param {number} number @returns {Promise<Value>} */
  async #found(number) {
    const place = this.#places.get(number) ?? null;
    if (place === null) return null;
    if (typeof place !== "number") return this.#packed(number, place.pack);
    const made = this.lying(place);
    if (made.number !== number) throw new SyntaxError("another object");
    return made.value;
  }

  /** An object that is packed in another. @param {number} number @param {number} within
   * @returns {Promise<Value>} */
  async #packed(number, within) {
    const pack = this.#packs.get(within) ?? (await this.#unpacked(within));
    this.#packs.set(within, pack);
    const at = pack.places.get(number);
    return at === undefined ? null : new Reader(pack.text, at, this.budget).value();
  }

  /** @param {number} number */
  async #unpacked(number) {
    const place = this.#places.get(number);
    // One that is packed itself, or needs what is in it, would lead round in a circle.
    if (typeof place !== "number" || this.#open.has(number)) throw new SyntaxError("pack");
    this.#open.add(number);
    try {
      return await this.packAt(this.lying(place));
    } finally {
      this.#open.delete(number);
    }
  }

  /** What a stream of objects holds. @param {Lying} lying @returns {Promise<Pack>} */
  async packAt(lying) {
    const { value } = lying;
    const first = Number(value instanceof Map ? await this.get(value.get("First")) : null);
    const text = asText(await this.bytesOf(lying));
    const heads = new Reader(text, 0, this.budget);
    const places = new Map();
    while (heads.at < first) {
      const pair = heads.match(PAIR);
      if (!pair) break;
      places.set(Number(pair[1]), first + Number(pair[2]));
    }
    this.budget.take(heads.at);
    return { text, places };
  }

  /** The bytes of a stream, unpacked. @param {Lying} lying */
  async bytesOf({ value, start }) {
    if (!(value instanceof Map) || !start) throw new SyntaxError("stream");
    const length = await this.get(value.get("Length"));
    const dictionary = new Map();
    for (const key of ["Filter", "DecodeParms"]) {
      const found = await this.get(value.get(key));
      if (found) dictionary.set(key, found);
    }
    const bytes = this.#bytes.subarray(start, this.#endOf(start, length));
    return this.#streams.unpacked({ dictionary, bytes });
  }

  /** The bytes of a stream that is referred to. @param {Reference} place */
  async streamOf({ number }) {
    const at = this.#places.get(number);
    if (typeof at !== "number") throw new SyntaxError("stream");
    return this.bytesOf(this.lying(at));
  }

  /** Where a stream ends: where it says, or at the word that ends it.
   * @param {number} start @param {Value} length */
  #endOf(start, length) {
    if (typeof length === "number" && length >= 0) {
      const reader = new Reader(this.text, start + length, this.budget);
      if (reader.match(END)) return start + length;
    }
    const found = this.text.indexOf("endstream", start);
    this.budget.take((found < 0 ? this.text.length : found) - start);
    if (found < 0) throw new SyntaxError("endstream");
    if (this.text[found - 1] !== "\n") return found;
    return this.text[found - 2] === "\r" ? found - 2 : found - 1;
  }
}

/** What is damaged is not there. @param {unknown} error */
function unreadable(error) {
  if (error instanceof SyntaxError || error instanceof TypeError) return null;
  throw error;
}
