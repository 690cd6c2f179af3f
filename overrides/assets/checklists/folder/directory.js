// A folder on the reader's machine, as members know it: listed, read, written whole or not at all.

import { isLeftover, kindOf } from "./names.js";

/**
 * @typedef {"granted" | "denied" | "prompt"} Permission
 * @typedef {FileSystemDirectoryHandle & {
 *   entries: () => AsyncIterable<[string, FileSystemHandle]>,
 *   queryPermission?: (how: {mode: string}) => Promise<Permission>,
 *   requestPermission?: (how: {mode: string}) => Promise<Permission>}} Chosen
 * @typedef {import("./names.js").Listed} Listed
 * @typedef {(how: {id: string, mode: string}) => Promise<Chosen>} Picker
 */

const MOST_WAIT = 20_000; // ms
const LESS = 10; // times less
const AT_ONCE = 8; // files that are asked about in one go: fifty would be felt
const WRITING = { mode: "readwrite" };

/** What lets the reader choose a folder; undefined where the browser has none. */
export function picker() {
  const page = /** @type {unknown} */ (window);
  return /** @type {{showDirectoryPicker?: Picker}} */ (page).showDirectoryPicker;
}

/** The reader chooses a folder; throws when she does not, or may not. @returns {Promise<Chosen>} */
export async function choose() {
  const ask = picker();
  if (!ask) throw new DOMException("no picker", "NotSupportedError");
  return ask.call(window, { id: "veileder", ...WRITING });
}

/** Whether the folder may be used. With `asking` the browser may ask the reader, who has just
 * clicked. @param {Chosen} handle @param {boolean} asking */
export async function isOpen(handle, asking) {
  const now = (await handle.queryPermission?.(WRITING)) ?? "granted";
  if (now === "granted" || !asking) return now === "granted";
  return (await handle.requestPermission?.(WRITING)) === "granted";
}

/** Folders and files right under a folder. @param {Chosen} handle */
export async function within(handle) {
  const found = { folders: /** @type {string[]} */ ([]), files: /** @type {string[]} */ ([]) };
  for await (const [name, { kind }] of handle.entries()) {
    (kind === "directory" ? found.folders : found.files).push(name);
  }
  return found;
}

/** One project's folder. */
export class Directory {
  #handle;
  #wait;
  #late = false;

  /** @param {Chosen} handle @param {number} [wait] ms that one file may take */
  constructor(handle, wait = MOST_WAIT) {
    this.#handle = handle;
    this.#wait = wait;
  }

  /** @returns {Promise<Listed[]>} */
  async list() {
    /** @type {[string, FileSystemFileHandle][]} */
    const files = [];
    for await (const [name, entry] of this.#handle.entries()) {
      if (entry.kind !== "file" || (kindOf(name) === "rubbish" && !isLeftover(name))) continue;
      files.push([name, /** @type {FileSystemFileHandle} */ (entry)]);
    }
    /** @type {Listed[]} */
    const found = [];
    for (let at = 0; at < files.length; at += AT_ONCE) {
      const some = files.slice(at, at + AT_ONCE).map(([name, entry]) => listed(name, entry));
      found.push(...(await Promise.all(some)));
    }
    return found;
  }

  /** Fails when it takes too long: one file that is online only must not hold the others up. After
   * one that did, the next get less, so that fifty do not take fifty times as long.
   * @param {string} name @returns {Promise<string>} */
  async text(name) {
    const read = async () => {
      const handle = await this.#handle.getFileHandle(name);
      return (await handle.getFile()).text();
    };
    /** @type {number | undefined} */
    let waiting;
    const late = new Promise((_, fail) => {
      const wait = this.#late ? this.#wait / LESS : this.#wait;
      waiting = setTimeout(() => fail(new Error(name)), wait);
    });
    try {
      const text = await Promise.race([read(), late]);
      this.#late = false;
      return text;
    } catch (error) {
      this.#late = true;
      throw error;
    } finally {
      clearTimeout(waiting);
    }
  }

  /** What was there stands until all of the new is written. @param {string} name
   * @param {string} text */
  async write(name, text) {
    const handle = await this.#handle.getFileHandle(name, { create: true });
    const how = /** @type {FileSystemCreateWritableOptions} */ ({ mode: "exclusive" });
    const stream = await handle.createWritable(how);
    try {
      await stream.write(text);
      await stream.close();
    } catch (error) {
      await stream.abort().catch(() => {});
      throw error;
    }
  }

  /** @param {string} name */
  remove(name) {
    return this.#handle.removeEntry(name);
  }
}

/** @param {string} name @param {FileSystemFileHandle} entry @returns {Promise<Listed>} */
async function listed(name, entry) {
  try {
    const { size, lastModified: time } = await entry.getFile();
    return { name, size, time };
  } catch {
    return { name, size: 1, time: 0 }; // there, and not to be had just now
  }
}
