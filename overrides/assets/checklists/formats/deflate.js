// Bytes packed and unpacked (raw deflate), with a limit: a small file can unfold to anything.

/** @param {Uint8Array} bytes @returns {Promise<Uint8Array>} */
export const packed = (bytes) => through(bytes, new CompressionStream("deflate-raw"), Infinity);

/** Throws RangeError as soon as there are more than `most` bytes, TypeError when they are damaged.
 * @param {Uint8Array} bytes @param {number} most @returns {Promise<Uint8Array>} */
export const unpacked = (bytes, most) =>
  through(bytes, new DecompressionStream("deflate-raw"), most);

async function through(bytes, stream, most) {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
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
