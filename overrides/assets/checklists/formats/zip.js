// Zip archives: written without compression, read with limits, so that a small file cannot fill
// the memory. Only what a .docx needs. Pure.

import { joined, unpacked } from "./deflate.js";

const MOST_ENTRIES = 2000;
const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});
const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;

/** @param {Uint8Array} bytes */
function crc32(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = TABLE[(crc ^ byte) & 0xff] ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

/** An archive of texts. @param {[name: string, text: string][]} files @returns {Uint8Array} */
export function write(files) {
  const encoder = new TextEncoder();
  /** @type {Uint8Array[]} */
  const parts = [];
  /** @type {Uint8Array[]} */
  const central = [];
  let offset = 0;
  for (const [name, text] of files) {
    const path = encoder.encode(name);
    const data = encoder.encode(text);
    const facts = factsOf(path, data);
    const local = packed(word(LOCAL), ...facts);
    // Made by 2.0; no comment, one disk, no attributes; where the file begins.
    const more = [short(20), ...facts, short(0), short(0), short(0), word(0), word(offset)];
    central.push(packed(word(CENTRAL), ...more), path);
    parts.push(local, path, data);
    offset += local.length + path.length + data.length;
  }
  const size = central.reduce((sum, part) => sum + part.length, 0);
  const count = short(files.length);
  const last = [short(0), short(0), count, count, word(size), word(offset), short(0)];
  return joined([...parts, ...central, packed(word(END), ...last)]);
}

/**
 * What both headers of a file say of it.
 * @param {Uint8Array} path @param {Uint8Array} data
 */
function factsOf(path, data) {
  return [
    short(20), // needs 2.0
    short(0x0800), // the name is UTF-8
    short(0), // stored as it is
    // The same bytes for the same content: one date for all, 1 January 1980.
    ...[short(0), short(0x21)],
    ...[word(crc32(data)), word(data.length), word(data.length)],
    ...[short(path.length), short(0)],
  ];
}

/** @typedef {[value: number, bytes: 2 | 4]} Part */

/** @param {number} value @returns {Part} */
const short = (value) => [value, 2];
/** @param {number} value @returns {Part} */
const word = (value) => [value, 4];

/** Numbers as bytes, the least first. @param {Part[]} all */
function packed(...all) {
  const view = new DataView(new ArrayBuffer(all.reduce((sum, [, bytes]) => sum + bytes, 0)));
  let at = 0;
  for (const [value, bytes] of all) {
    if (bytes === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += bytes;
  }
  return new Uint8Array(view.buffer);
}

/**
 * One file of an archive as text, and the names of all. Throws RangeError when something is larger
 * than `most` bytes, TypeError when it is no archive or the file is not in it.
 * @param {Uint8Array} bytes @param {string} wanted @param {number} most
 * @returns {Promise<{text: string, names: string[]}>}
 */
export async function read(bytes, wanted, most) {
  const files = directory(bytes);
  const names = files.map(({ name }) => name);
  const data = content(bytes, files.findLast(({ name }) => name === wanted));
  if (data.method === 0) {
    if (data.packed.length > most) throw new RangeError("large");
    return { text: new TextDecoder().decode(data.packed), names };
  }
  if (data.method !== 8) throw new TypeError("method");
  return { text: new TextDecoder().decode(await unpacked(data.packed, most)), names };
}

/** @typedef {{name: string, method: number, packed: number, offset: number}} Listed */

/** What the directory at the end says of each file. @param {Uint8Array} bytes */
function directory(bytes) {
  const view = viewOf(bytes);
  let end = bytes.length - 22;
  const first = Math.max(0, bytes.length - 22 - 65535);
  while (end >= first && view.getUint32(end, true) !== END) end -= 1;
  if (end < first) throw new TypeError("no archive");
  const count = view.getUint16(end + 10, true);
  if (count > MOST_ENTRIES) throw new RangeError("entries");
  /** @type {Listed[]} */
  const files = [];
  let at = view.getUint32(end + 16, true);
  for (let n = 0; n < count; n += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL) {
      throw new TypeError("directory");
    }
    const length = view.getUint16(at + 28, true);
    files.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length)),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return files;
}

/** A file's bytes as they lie there. @param {Uint8Array} bytes @param {Listed | undefined} file */
function content(bytes, file) {
  if (!file || file.offset + 30 > bytes.length) throw new TypeError("missing");
  const { method, packed: length, offset } = file;
  const view = viewOf(bytes);
  const names = view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const start = offset + 30 + names;
  if (start + length > bytes.length) throw new TypeError("cut off");
  return { method, packed: bytes.subarray(start, start + length) };
}

/** @param {Uint8Array} bytes */
const viewOf = (bytes) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
