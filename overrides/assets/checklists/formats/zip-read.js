// Zip archives read with limits, so that a small file cannot fill the memory. Pure.

import { unpacked } from "./deflate.js";
import { crc32 } from "./zip.js";

const MOST_ENTRIES = 2000;
const MOST_TOGETHER = 64 * 1024 * 1024; // unpacked, of all that is asked for
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_64 = 0x06064b50;
const PLACE_64 = 0x07064b50;
const EXTRA_64 = 1;
const FULL_16 = 0xffff;
const FULL_32 = 0xffffffff;

/**
 * @typedef {{name: string, method: number, flags: number, crc: number, packed: number,
 *   size: number, offset: number}} Listed
 */

/** An archive whose files are unpacked when they are asked for. */
export class Archive {
  #bytes;
  #left = MOST_TOGETHER;
  /** @type {Map<string, Listed>} */
  #files;

  /**
   * Throws TypeError when it is no archive, RangeError when it is too much.
   * @param {Uint8Array} bytes
   */
  constructor(bytes) {
    this.#bytes = bytes;
    this.#files = new Map(directory(bytes).map((file) => [file.name, file]));
  }

  get names() {
    return [...this.#files.keys()];
  }

  /**
   * A file as text. Throws TypeError when it is missing, damaged or hidden by a password,
   * RangeError when it is larger than `most` bytes.
   * @param {string} name @param {number} most
   */
  async text(name, most) {
    const data = await this.bytes(name, most);
    const wide = data[0] === 0xff && data[1] === 0xfe;
    return new TextDecoder(wide ? "utf-16le" : "utf-8", { fatal: true }).decode(data);
  }

  /** A file's bytes; throws as `text` does. @param {string} name @param {number} most */
  async bytes(name, most) {
    const data = await this.#unpacked(name, Math.min(most, this.#left));
    this.#left -= data.length;
    return data;
  }

  /** @param {string} name @param {number} most */
  async #unpacked(name, most) {
    const file = this.#files.get(name);
    if (!file) throw new TypeError("missing");
    if (file.flags & 1) throw new TypeError("password");
    if (file.size > most) throw new RangeError("large");
    const found = content(this.#bytes, file);
    if (file.method !== 0 && file.method !== 8) throw new TypeError("method");
    const data = file.method ? await unpacked(found, most).catch(damaged) : found;
    // What was damaged on the way must never be read as what somebody wrote.
    if (data.length !== file.size || crc32(data) !== file.crc) throw new TypeError("damaged");
    return data;
  }
}

/** What unpacking throws of itself is called otherwise in each program. @param {unknown} error
 * @returns {never} */
function damaged(error) {
  if (error instanceof RangeError) throw error;
  throw new TypeError("damaged");
}

/** @param {Uint8Array} bytes */
const viewOf = (bytes) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** A number of eight bytes; more than a file can have is damage. @param {DataView} view
 * @param {number} at */
function long(view, at) {
  if (at < 0 || at + 8 > view.byteLength) throw new TypeError("cut off");
  const value = view.getBigUint64(at, true);
  if (value > BigInt(view.byteLength) * 2000n + 1000000n) throw new RangeError("large");
  return Number(value);
}

/** Where the directory begins, and of how many files it tells. @param {Uint8Array} bytes */
function place(bytes) {
  const view = viewOf(bytes);
  let end = bytes.length - 22;
  const first = Math.max(0, bytes.length - 22 - FULL_16);
  while (end >= first && view.getUint32(end, true) !== END) end -= 1;
  if (end < first) throw new TypeError("no archive");
  const count = view.getUint16(end + 10, true);
  const at = view.getUint32(end + 16, true);
  if (count !== FULL_16 && at !== FULL_32) return { count, at };
  if (end < 20 || view.getUint32(end - 20, true) !== PLACE_64) throw new TypeError("directory");
  const more = long(view, end - 12);
  if (more + 56 > bytes.length || view.getUint32(more, true) !== END_64) {
    throw new TypeError("directory");
  }
  return { count: long(view, more + 32), at: long(view, more + 48) };
}

/** What the directory at the end says of each file. @param {Uint8Array} bytes */
function directory(bytes) {
  const view = viewOf(bytes);
  const { count, at: start } = place(bytes);
  if (count > MOST_ENTRIES) throw new RangeError("entries");
  /** @type {Listed[]} */
  const files = [];
  let at = start;
  for (let n = 0; n < count; n += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL) {
      throw new TypeError("directory");
    }
    const [length, extra, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true));
    const end = at + 46 + length + extra + comment;
    if (end > bytes.length) throw new TypeError("directory");
    files.push(listed(view, at, length, extra));
    at = end;
  }
  // A count that was damaged would hide those that follow.
  if (at + 4 <= bytes.length && view.getUint32(at, true) === CENTRAL) throw new TypeError("count");
  return files;
}

/**
 * @param {DataView} view @param {number} at @param {number} length of the name
 * @param {number} extra how many bytes follow it @returns {Listed}
 */
function listed(view, at, length, extra) {
  const start = at + 46;
  const name = new Uint8Array(view.buffer, view.byteOffset + start, length);
  const [size, packed, offset] = larger(view, start + length, extra, [
    view.getUint32(at + 24, true),
    view.getUint32(at + 20, true),
    view.getUint32(at + 42, true),
  ]);
  return {
    name: new TextDecoder().decode(name),
    flags: view.getUint16(at + 8, true),
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    ...{ size, packed, offset },
  };
}

/**
 * Numbers that did not fit stand in a field of their own, in the same order (zip64).
 * @param {DataView} view @param {number} start @param {number} length @param {number[]} numbers
 */
function larger(view, start, length, numbers) {
  if (!numbers.includes(FULL_32)) return numbers;
  let at = start;
  while (at + 4 <= start + length && view.getUint16(at, true) !== EXTRA_64) {
    at += 4 + view.getUint16(at + 2, true);
  }
  if (at + 4 > start + length) return numbers;
  at += 4;
  return numbers.map((number) => {
    if (number !== FULL_32) return number;
    at += 8;
    return long(view, at - 8);
  });
}

/** A file's bytes as they lie there. @param {Uint8Array} bytes @param {Listed} file */
function content(bytes, { name, packed, offset }) {
  if (offset + 30 > bytes.length) throw new TypeError("missing");
  const view = viewOf(bytes);
  const length = view.getUint16(offset + 26, true);
  const start = offset + 30 + length + view.getUint16(offset + 28, true);
  // A name that was damaged would take a part away without a word.
  const said = new TextDecoder().decode(bytes.subarray(offset + 30, offset + 30 + length));
  if (said !== name) throw new TypeError("another name");
  if (start + packed > bytes.length) throw new TypeError("cut off");
  return bytes.subarray(start, start + packed);
}
