// Files of a folder that the browser cannot open by itself: chosen or dropped by the reader.

import { isName } from "../answers/fields.js";
import { isMap } from "../answers/local.js";
import { opened } from "./file.js";
import { kindOf, unreadable } from "./names.js";

/**
 * @typedef {import("./projects.js").Carried} Carried
 * @typedef {{isFile: boolean, name: string,
 *   file?: (take: (file: File) => void, fail: () => void) => void,
 *   createReader?: () => {readEntries: (take: (all: Entry[]) => void, fail: () => void) => void}}
 *   } Entry as browsers give what was dropped
 */

const MOST_FILES = 2000;
const MOST_TOLD = 8;

/** Those that may be ours. @param {Iterable<File>} files @returns {Carried[]} */
export function carried(files) {
  // A channel's folder may hold thousands of documents: they do not count.
  const ours = [...files].filter(({ name }) => kindOf(name) !== "rubbish").slice(0, MOST_FILES);
  return ours.map((file) => ({
    name: file.name,
    size: file.size,
    time: file.lastModified,
    text: () => file.text(),
  }));
}

/** Why none of some files is about a project. @param {Carried[]} files @param {string} site */
export async function whyNot(files, site) {
  const found = [];
  for (const file of files.slice(0, MOST_TOLD)) {
    const [unread] = unreadable([file]);
    const read = () => file.text().catch(() => "");
    const { problem = "project" } = unread ?? opened(await read(), { site, id: "" });
    found.push({ name: file.name, problem });
  }
  return found.filter(({ problem }) => problem !== "project");
}

/** The projects of a guide that files are about, each once.
 * @param {Carried[]} files @param {string} site */
export async function idsOf(files, site) {
  const found = new Set();
  for (const { text } of files) {
    try {
      const made = JSON.parse(await text());
      if (!isMap(made) || made.site !== site || !isMap(made.projects)) continue;
      for (const id of Object.keys(made.projects)) if (isName(id)) found.add(id);
    } catch {
      // Not ours.
    }
  }
  return /** @type {string[]} */ ([...found]);
}

/** A room of carried files: they are read, and nothing is written. @param {Carried[]} files */
export function room(files) {
  // Two folders can hold files of one name; each is read.
  const names = new Map(files.map((file, n) => [`${file.name.slice(0, -5)} ${n}.json`, file]));
  const plain = new Map();
  for (const [long, file] of names) plain.set(plain.has(file.name) ? long : file.name, file);
  return {
    list: async () => [...plain].map(([name, { size, time }]) => ({ name, size, time })),
    text: async (/** @type {string} */ name) => plain.get(name).text(),
    write: () => Promise.reject(new Error("nothing is written by hand")),
  };
}

/** Every file of what was dropped, folders opened. @param {DataTransferItemList} items */
export async function dropped(items) {
  /** @type {File[]} */
  const found = [];
  const all = [...items].map((item) => {
    const entry = /** @type {Entry | null} */ (/** @type {unknown} */ (item.webkitGetAsEntry()));
    return { entry, file: item.getAsFile() };
  });
  const open = async (/** @type {Entry} */ entry, /** @type {File | null} */ itself = null) => {
    if (found.length >= MOST_FILES) return;
    if (entry.isFile) {
      if (kindOf(entry.name) === "rubbish") return;
      // A file that no disk has is in the item alone (WebKit).
      const file = await new Promise((take) => entry.file?.(take, () => take(itself)));
      if (file instanceof File) found.push(file);
      return;
    }
    const reader = entry.createReader?.();
    for (;;) {
      const some = /** @type {Entry[]} */ (
        await new Promise((take) => reader?.readEntries(take, () => take([])))
      );
      if (!some.length) return;
      for (const one of some) await open(one);
    }
  };
  for (const { entry, file } of all) {
    if (entry) await open(entry, file);
    else if (file) found.push(file); // nothing stands for it in the browser's own files
  }
  return found;
}
