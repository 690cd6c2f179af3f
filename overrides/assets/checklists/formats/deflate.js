// Bytes packed and unpacked (raw deflate), with a limit: a small file can unfold to anything. Pure.

/** @typedef {Uint8Array<ArrayBuffer>} Bytes */

/** @param {Uint8Array} bytes */
export const packed = (bytes) => through(bytes, new CompressionStream("deflate-raw"), Infinity);

/**
 * Throws RangeError as soon as there are more than `most` bytes, TypeError when they are damaged.
 * @param {Uint8Array} bytes @param {number} most
 */
export const unpacked = (bytes, most) =>
  through(bytes, new DecompressionStream("deflate-raw"), most);

/** The same of what bears a head and a check sum (zlib), as in a PDF.
 * @param {Uint8Array} bytes @param {number} most */
export const inflated = (bytes, most) => through(bytes, new DecompressionStream("deflate"), most);

/** @param {Uint8Array} bytes @param {GenericTransformStream} stream @param {number} most */
async function through(bytes, stream, most) {
  const blob = new Blob([/** @type {Bytes} */ (bytes)]);
  const reader = blob.stream().pipeThrough(stream).getReader();
  /** @type {Uint8Array[]} */
  const parts = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return joined(parts);
    size += value.length;
    if (size > most) {
      await reader.cancel();
      throw new RangeError("large");
    }
    parts.push(value);
  }
}

/** @param {Uint8Array[]} parts */
export function joined(parts) {
  const made = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    made.set(part, at);
    at += part.length;
  }
  return made;
}
