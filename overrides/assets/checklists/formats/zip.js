// Zip archives: written without compression, read with limits, so that a small file cannot fill
// the memory. Only what a .docx needs.

import { joined, unpacked } from "./deflate.js";

const MOST_ENTRIES = 2000;
const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});

function crc32(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = TABLE[(crc ^ byte) & 0xff] ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

/** An archive of texts. @param {[name: string, text: string][]} files @returns {Uint8Array} */
export function write(files) {
  const encoder = new TextEncoder();
  const parts = [];
  const central = [];
  let offset = 0;
  for (const [name, text] of files) {
    const path = encoder.encode(name);
    const data = encoder.encode(text);
    // The same bytes for the same content: one date for all, 1 January 1980.
    const facts = [20, 0x0800, 0, 0, 0x21, crc32(data), data.length, data.length, path.length, 0];
    const local = header([0x04034b50], facts);
    central.push(header([0x02014b50, 20], facts, [0, 0, 0], [0, offset]), path);
    parts.push(local, path, data);
    offset += local.length + path.length + data.length;
  }
  const size = central.reduce((sum, part) => sum + part.length, 0);
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, files.length, true);
  end.setUint16(10, files.length, true);
  end.setUint32(12, size, true);
  end.setUint32(16, offset, true);
  return joined([...parts, ...central, new Uint8Array(end.buffer)]);
}

/** A header: signature (and version made by), the ten common facts, and what the directory adds. */
function header([signature, madeBy], [version, flags, method, time, date, crc, packed, size, name, extra], shorts = [], longs = []) {
  const long = madeBy === undefined ? 30 : 46;
  const view = new DataView(new ArrayBuffer(long));
  let at = 0;
  const short = (value) => { view.setUint16(at, value, true); at += 2; };
  const word = (value) => { view.setUint32(at, value, true); at += 4; };
  word(signature);
  if (madeBy !== undefined) short(madeBy);
  [version, flags, method, time, date].forEach(short);
  [crc, packed, size].forEach(word);
  [name, extra].forEach(short);
  shorts.forEach(short);
  longs.forEach(word);
  return new Uint8Array(view.buffer);
}

/**
 * One file of an archive as text, and the names of all. Throws RangeError when something is larger
 * than `most` bytes, TypeError when it is no archive or the file is not in it.
 * @param {Uint8Array} bytes @param {string} wanted @param {number} most
 * @returns {Promise<{text: string, names: string[]}>}
 */
export async function read(bytes, wanted, most) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  const first = Math.max(0, bytes.length - 22 - 65535);
  while (end >= first && view.getUint32(end, true) !== 0x06054b50) end -= 1;
  if (end < first) throw new TypeError("no archive");
  const count = view.getUint16(end + 10, true);
  if (count > MOST_ENTRIES) throw new RangeError("entries");
  const names = [];
  let found = null;
  let at = view.getUint32(end + 16, true);
  for (let n = 0; n < count; n += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw new TypeError("directory");
    const length = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length));
    names.push(name);
    if (name === wanted) found = { method: view.getUint16(at + 10, true), packed: view.getUint32(at + 20, true), offset: view.getUint32(at + 42, true) };
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  if (!found || found.offset + 30 > bytes.length) throw new TypeError("missing");
  const start = found.offset + 30 + view.getUint16(found.offset + 26, true) + view.getUint16(found.offset + 28, true);
  if (start + found.packed > bytes.length) throw new TypeError("cut off");
  const data = bytes.subarray(start, start + found.packed);
  if (found.method === 0) {
    if (data.length > most) throw new RangeError("large");
    return { text: new TextDecoder().decode(data), names };
  }
  if (found.method !== 8) throw new TypeError("method");
  return { text: new TextDecoder().decode(await unpacked(data, most)), names };
}
