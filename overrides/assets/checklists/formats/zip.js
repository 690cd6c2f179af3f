// Zip archives written, without compression. Only what a .docx needs. Pure.

import { joined } from "./deflate.js";

const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});
const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;

/** The check sum of a file's bytes. @param {Uint8Array} bytes */
export function crc32(bytes) {
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
