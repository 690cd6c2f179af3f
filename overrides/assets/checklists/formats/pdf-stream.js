// The bytes of a PDF's stream, unpacked with a limit. Pure.

import { inflated } from "./deflate.js";
import { Name } from "./pdf-objects.js";

/**
 * @typedef {import("./pdf-objects.js").Dictionary} Dictionary
 * @typedef {import("./pdf-objects.js").Value} Value
 * @typedef {{dictionary: Dictionary, bytes: Uint8Array}} Stream `bytes` as they lie in the file
 */

const MOST_TOGETHER = 64 * 1024 * 1024;
const MOST_TIMES = 1032; // no more can be packed in a byte
const MOST_ROW = 65536;
const FIRST_PNG = 10;

/** Unpacks streams, together so many bytes and no more. */
export class Streams {
  #left = MOST_TOGETHER;

  /**
   * Throws TypeError for what is damaged or packed in a way that is not known here, RangeError for
   * what is too much. @param {Stream} stream
   */
  async unpacked({ dictionary, bytes }) {
    let made = bytes;
    const parameters = listOf(dictionary.get("DecodeParms") ?? dictionary.get("DP"));
    for (const [n, filter] of listOf(dictionary.get("Filter") ?? dictionary.get("F")).entries()) {
      const name = filter instanceof Name ? filter.name : "";
      if (name === "FlateDecode" || name === "Fl") {
        made = foretold(await this.#inflated(made), parameters[n]);
      } else if (name === "ASCIIHexDecode" || name === "AHx") made = fromHex(made);
      else throw new TypeError("filter");
    }
    return made;
  }

  /** @param {Uint8Array} bytes */
  async #inflated(bytes) {
    // What fails on its way has cost as much as it can have unfolded to.
    const cost = Math.min(bytes.length * MOST_TIMES, this.#left);
    this.#left -= cost;
    const made = await inflated(bytes, cost).catch(damaged);
    this.#left += cost - made.length;
    return made;
  }
}

/** @param {Value | undefined} value @returns {Value[]} */
const listOf = (value) => (Array.isArray(value) ? value : value ? [value] : []);

/** What unpacking throws of itself is called otherwise in each program. @param {unknown} error
 * @returns {never} */
function damaged(error) {
  if (error instanceof RangeError) throw error;
  throw new TypeError("damaged");
}

/** @param {Uint8Array} bytes */
function fromHex(bytes) {
  const digits = new TextDecoder().decode(bytes).split(">")[0].replace(/[^0-9a-f]/gi, "");
  const pairs = digits.match(/..?/g) ?? [];
  return Uint8Array.from(pairs, (pair) => parseInt(pair.padEnd(2, "0"), 16));
}

/**
 * Rows that say how they differ from the row above, as PNG has them.
 * @param {Uint8Array} bytes @param {Value | undefined} parameters
 */
function foretold(bytes, parameters) {
  const given = parameters instanceof Map ? parameters : new Map();
  const number = (/** @type {string} */ key, /** @type {number} */ otherwise) =>
    Number(given.get(key) ?? otherwise);
  const predictor = number("Predictor", 1);
  if (predictor === 1) return bytes;
  if (!(predictor >= FIRST_PNG)) throw new TypeError("predictor");
  const bits = number("Colors", 1) * number("BitsPerComponent", 8);
  const [wide, row] = [Math.ceil(bits / 8), Math.ceil((bits * number("Columns", 1)) / 8)];
  if (!(wide > 0 && row > 0 && row <= MOST_ROW && wide <= row)) throw new TypeError("columns");
  const made = new Uint8Array(Math.ceil(bytes.length / (row + 1)) * row);
  let at = 0;
  for (let from = 0; from < bytes.length; from += row + 1) {
    const way = bytes[from];
    const end = Math.min(from + 1 + row, bytes.length);
    for (let n = 0; from + 1 + n < end; n += 1) {
      const left = n < wide ? 0 : made[at + n - wide];
      const above = at ? made[at + n - row] : 0;
      const corner = at && n >= wide ? made[at + n - row - wide] : 0;
      made[at + n] = bytes[from + 1 + n] + guess(way, left, above, corner);
    }
    at += end - from - 1;
  }
  return made.subarray(0, at);
}

/** @param {number} way @param {number} left @param {number} above @param {number} corner */
function guess(way, left, above, corner) {
  if (way === 0) return 0;
  if (way === 1) return left;
  if (way === 2) return above;
  if (way === 3) return (left + above) >> 1;
  if (way !== 4) throw new TypeError("row");
  const near = [left, above, corner].map((one) => Math.abs(left + above - corner - one));
  if (near[0] <= near[1] && near[0] <= near[2]) return left;
  return near[1] <= near[2] ? above : corner;
}
