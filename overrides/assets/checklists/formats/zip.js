// Zip archives written, as they are or packed. Only what a .docx and an .xlsx need. Pure.

import { joined, packed as deflated } from "./deflate.js";

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

/** @typedef {{path: Uint8Array, raw: Uint8Array, data: Uint8Array, method: 0 | 8}} Member `raw`: a
 * file's bytes; `data`: the same as they lie in the archive */

/** An archive of texts and bytes, not packed.
 * @param {[name: string, content: string | Uint8Array][]} files */
export function write(files) {
  const encoder = new TextEncoder();
  return archive(
    files.map(([name, content]) => {
      const raw = typeof content === "string" ? encoder.encode(content) : content;
      return { path: encoder.encode(name), raw, data: raw, method: 0 };
    }),
  );
}

/** An archive of bytes, packed. @param {[name: string, bytes: Uint8Array][]} files */
export async function pack(files) {
  const encoder = new TextEncoder();
  /** @type {Member[]} */
  const members = [];
  for (const [name, raw] of files) {
    members.push({ path: encoder.encode(name), raw, data: await deflated(raw), method: 8 });
  }
  return archive(members);
}

/** @param {Member[]} members @returns {Uint8Array} */
function archive(members) {
  /** @type {Uint8Array[]} */
  const parts = [];
  /** @type {Uint8Array[]} */
  const central = [];
  let offset = 0;
  for (const member of members) {
    const facts = factsOf(member);
    const local = packed(word(LOCAL), ...facts);
    // Made by 2.0; no comment, one disk, no attributes; where the file begins.
    const more = [short(20), ...facts, short(0), short(0), short(0), word(0), word(offset)];
    central.push(packed(word(CENTRAL), ...more), member.path);
    parts.push(local, member.path, member.data);
    offset += local.length + member.path.length + member.data.length;
  }
  const size = central.reduce((sum, part) => sum + part.length, 0);
  const count = short(members.length);
  const last = [short(0), short(0), count, count, word(size), word(offset), short(0)];
  return joined([...parts, ...central, packed(word(END), ...last)]);
}

/** What both headers of a file say of it. @param {Member} member */
function factsOf({ path, raw, data, method }) {
  return [
    short(20), // needs 2.0
    short(0x0800), // the name is UTF-8
    short(method),
    // The same bytes for the same content: one date for all, 1 January 1980.
    ...[short(0), short(0x21)],
    ...[word(crc32(raw)), word(data.length), word(raw.length)],
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
