// An Office file whose parts are changed as texts, and the rest kept byte for byte. Pure.

import { Archive } from "./zip-read.js";
import { pack } from "./zip.js";

const MOST = 30 * 1024 * 1024; // of one part

/**
 * A file with some of its parts changed. `change` gives a part's new text, or null for one that
 * stays as it is; only parts of XML are asked about.
 * @param {Uint8Array} bytes @param {(name: string, text: string) => string | null} change
 */
export async function changed(bytes, change) {
  const archive = new Archive(bytes);
  const [decoder, encoder] = [new TextDecoder(), new TextEncoder()];
  /** @type {[name: string, bytes: Uint8Array][]} */
  const made = [];
  for (const name of archive.names) {
    const raw = await archive.bytes(name, MOST);
    const isText = /\.(xml|rels)$/.test(name);
    const text = isText ? change(name, decoder.decode(raw)) : null;
    made.push([name, text === null ? raw : encoder.encode(text)]);
  }
  return pack(made);
}
