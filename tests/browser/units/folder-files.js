// Files of a team's folder before they are read: names, what is read again, what takes long.

import { Directory } from "../../../overrides/assets/checklists/folder/directory.js";
import * as names from "../../../overrides/assets/checklists/folder/names.js";

/** What a name is, and which writer it says. */
export const kinds = (all) => all.map((name) => [names.kindOf(name), names.writerOf(name)]);
export const fileNames = (all) => all.map(([label, mark]) => names.fileOf(label, mark));
export const readable = (all) =>
  names.readable(all.map(([name, size]) => ({ name, size, time: 1 }))).map(({ name }) => name);
export const changed = (now, known) => names.isChanged(now, known);

/** A file that is held while others are read, and how long all of it takes (ms). */
export async function slowFiles(count, wait) {
  const hang = new Promise(() => {});
  const handle = {
    getFileHandle: async (name) => ({
      getFile: () => (name.startsWith("sky") ? hang : { text: async () => name }),
    }),
  };
  const directory = new Directory(handle, wait);
  const made = [];
  const start = performance.now();
  for (const name of [...Array.from({ length: count }, (_, n) => `sky${n}`), "her"]) {
    made.push(await directory.text(name).catch(() => "sen"));
  }
  return [made, performance.now() - start];
}
