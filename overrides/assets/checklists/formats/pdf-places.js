// Where the objects of a PDF lie: by its tables, the newest first, or by a search of it. Pure.

import { Name, Reader } from "./pdf-objects.js";

/**
 * @typedef {import("./pdf-file.js").PdfFile} PdfFile
 * @typedef {import("./pdf-file.js").Place} Place
 * @typedef {import("./pdf-file.js").Places} Places
 * @typedef {import("./pdf-objects.js").Dictionary} Dictionary
 * @typedef {import("./pdf-objects.js").Value} Value
 */

const START = /startxref[\0\t\n\f\r ]{1,9}(\d{1,10})[\0\t\n\f\r ]{1,9}%%EOF/g;
const TABLE = /[\0\t\n\f\r ]*xref/y;
const SECTION = /[\0\t\n\f\r ]*(\d{1,10})[\0\t\n\f\r ]{1,9}(\d{1,10})/y;
const ENTRY = /[\0\t\n\f\r ]*(\d{1,10})[\0\t\n\f\r ]{1,9}\d{1,5}[\0\t\n\f\r ]{1,9}([nf])/y;
const TRAILER = /[\0\t\n\f\r ]*trailer/y;
const OBJECT = /(?<![0-9])\d{1,10}[\0\t\n\f\r ]{1,9}\d{1,5}[\0\t\n\f\r ]{1,9}obj|(?<!\w)trailer/g;
const PACKED = /\/Type[\0\t\n\f\r ]*\/(?:ObjStm|XRef)/;
const NEAR = 400; // letters in which a dictionary says of which type it is
const REST = 1024; // letters that may follow the last end
const MOST_OBJECTS = 400_000;
const MOST_TABLES = 2000;
const MOST_WIDE = 8;

/** @typedef {{places: Map<number, Place>, trailer: Dictionary, next: Value[]}} Table `next`: where
 *   the tables lie that this one leads to */

/** As the tables say. Throws SyntaxError or TypeError when they are damaged.
 * @param {PdfFile} file @returns {Promise<Places>} */
export async function tabled(file) {
  const last = [...file.text.matchAll(START)].at(-1);
  // What follows the last end was written later, and cut off.
  if (!last || file.text.slice(last.index + last[0].length).trim().length > REST) {
    throw new SyntaxError("end");
  }
  /** @type {Map<number, Place>} */
  const places = new Map();
  /** @type {Dictionary} */
  let trailer = new Map();
  const todo = [Number(last[1])];
  const seen = new Set();
  for (let at = todo.shift(); at !== undefined; at = todo.shift()) {
    if (seen.has(at)) continue;
    if (seen.add(at).size > MOST_TABLES) throw new RangeError("tables");
    const table = await tableAt(file, at);
    for (const [number, place] of table.places) {
      if (!places.has(number)) places.set(number, place);
    }
    if (places.size > MOST_OBJECTS) throw new RangeError("objects");
    // What a newer one is silent of, an older one says.
    trailer = new Map([...table.trailer, ...trailer]);
    todo.push(...table.next.filter((one) => typeof one === "number"));
  }
  if (!trailer.has("Root")) throw new SyntaxError("root");
  return { places, trailer };
}

/** @param {PdfFile} file @param {number} at */
const tableAt = (file, at) => {
  const reader = new Reader(file.text, at, file.budget);
  return reader.match(TABLE) ? written(reader, file) : streamed(file, at);
};

/** A table that is written out. @param {Reader} reader @param {PdfFile} file
 * @returns {Promise<Table>} */
async function written(reader, file) {
  const start = reader.at;
  /** @type {Map<number, Place>} */
  const places = new Map();
  while (!reader.match(TRAILER)) {
    const section = reader.match(SECTION);
    if (!section) throw new SyntaxError("table");
    for (let n = 0; n < Number(section[2]); n += 1) {
      const entry = reader.match(ENTRY);
      if (!entry) throw new SyntaxError("entry");
      places.set(Number(section[1]) + n, entry[2] === "n" ? Number(entry[1]) : null);
    }
  }
  file.budget.take(reader.at - start);
  const trailer = reader.value();
  if (!(trailer instanceof Map)) throw new SyntaxError("trailer");
  // Beside it may stand what older programs shall not see: that holds where this one is silent.
  const more = trailer.get("XRefStm");
  if (typeof more === "number") {
    for (const [number, place] of (await streamed(file, more)).places) {
      if (!places.get(number)) places.set(number, place);
    }
  }
  return { places, trailer, next: [trailer.get("Prev") ?? null] };
}

/** A table in a stream. @param {PdfFile} file @param {number} at @returns {Promise<Table>} */
async function streamed(file, at) {
  const lying = file.lying(at);
  const trailer = lying.value;
  if (!(trailer instanceof Map)) throw new SyntaxError("table");
  const wide = numbersOf(trailer.get("W"));
  const size = wide.reduce((sum, one) => sum + one, 0);
  if (wide.length !== 3 || size < 1 || wide.some((one) => !(one >= 0 && one <= MOST_WIDE))) {
    throw new SyntaxError("widths");
  }
  const bytes = await file.bytesOf(lying);
  if (bytes.length / size > MOST_OBJECTS) throw new RangeError("objects");
  const given = numbersOf(trailer.get("Index"));
  const index = given.length ? given : [0, Number(trailer.get("Size"))];
  /** @type {Map<number, Place>} */
  const places = new Map();
  let from = 0;
  for (let n = 0; n + 1 < index.length; n += 2) {
    for (let k = 0; k < index[n + 1] && from + size <= bytes.length; k += 1, from += size) {
      places.set(index[n] + k, placeOf(bytes, from, wide));
    }
  }
  return { places, trailer, next: [trailer.get("Prev") ?? null] };
}

/** @param {Value | undefined} value */
const numbersOf = (value) => (Array.isArray(value) ? value.map(Number) : []);

/** @param {Uint8Array} bytes @param {number} from @param {number[]} wide @returns {Place} */
function placeOf(bytes, from, wide) {
  let at = from;
  const [kind = 1, where] = wide.map((width) => {
    let made = 0;
    for (let n = 0; n < width; n += 1, at += 1) made = made * 256 + bytes[at];
    return width ? made : undefined;
  });
  if (kind === 1) return where ?? 0;
  return kind === 2 ? { pack: where ?? 0 } : null;
}

/**
 * As a search finds them, what stands later in place of what stands earlier: for a file whose
 * tables are damaged. What leads to the root may be lost.
 * @param {PdfFile} file @returns {Promise<Places>}
 */
export async function searched(file) {
  /** @type {Map<number, Place>} */
  const places = new Map();
  /** @type {Dictionary} */
  let trailer = new Map();
  const ends = (/** @type {Value} */ one) => {
    if (one instanceof Map) trailer = new Map([...trailer, ...one]);
  };
  for (const { 0: word, index } of file.text.matchAll(OBJECT)) {
    if (places.size > MOST_OBJECTS) throw new RangeError("objects");
    if (word === "trailer") ends(valueAt(file, index + word.length));
    else {
      places.set(parseInt(word, 10), index);
      if (!PACKED.test(file.text.slice(index, index + NEAR))) continue;
      const { numbers, value } = await packedAt(file, index);
      for (const number of numbers) places.set(number, { pack: parseInt(word, 10) });
      ends(value);
    }
  }
  return { places, trailer };
}

/** A value; null for what is damaged. @param {PdfFile} file @param {number} at */
function valueAt(file, at) {
  try {
    return new Reader(file.text, at, file.budget).value();
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Which objects are packed in one, and what it says itself. @param {PdfFile} file
 * @param {number} at @returns {Promise<{numbers: number[], value: Value}>} */
async function packedAt(file, at) {
  try {
    const lying = file.lying(at);
    const { value } = lying;
    const type = value instanceof Map ? value.get("Type") : null;
    if (!(type instanceof Name && type.name === "ObjStm")) return { numbers: [], value };
    return { numbers: [...(await file.packAt(lying)).places.keys()], value: null };
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) {
      return { numbers: [], value: null };
    }
    throw error;
  }
}
