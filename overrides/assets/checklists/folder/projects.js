// What a chosen folder holds of a guide: a folder a project, and in it a file a writer.
//
//   <what was chosen>/<site id>/<project id>/<writer>.json

import { value } from "../answers/register.js";
import { isName } from "../answers/fields.js";
import { Directory, within } from "./directory.js";
import { opened } from "./file.js";
import { readable } from "./names.js";

/**
 * @typedef {import("./directory.js").Chosen} Chosen
 * @typedef {{id: string, name: string, people: string[], time: number}} Found a project in a
 *   folder: who has files, and when the last was written (ms)
 * @typedef {{name: string, size: number, time: number, text: () => Promise<string>}} Carried a file
 */

/** A site's id as a folder can be called. @param {string} site */
export const folderOf = (site) => site.replace(/[^\w-]/g, "-") || "veileder";

/** The folder of a guide: the one that was chosen when it is called so, else one in it.
 * @param {Chosen} chosen @param {string} site @param {boolean} create */
export async function siteFolder(chosen, site, create) {
  const name = folderOf(site);
  if (chosen.name === name) return chosen;
  return /** @type {Promise<Chosen>} */ (chosen.getDirectoryHandle(name, { create }));
}

/** The folder of a project; throws NotFoundError when it is not there.
 * @param {Chosen} chosen @param {import("./file.js").Where} where @param {boolean} create */
export async function projectFolder(chosen, { site, id }, create) {
  const folder = await siteFolder(chosen, site, create);
  return /** @type {Promise<Chosen>} */ (folder.getDirectoryHandle(id, { create }));
}

/** Every project that stands in a folder. @param {Chosen} chosen @param {string} site
 * @returns {Promise<Found[]>} */
export async function found(chosen, site) {
  let folder;
  try {
    folder = await siteFolder(chosen, site, false);
  } catch {
    return [];
  }
  const { folders } = await within(folder);
  const made = [];
  for (const id of folders.filter(isName)) {
    const handle = /** @type {Chosen} */ (await folder.getDirectoryHandle(id));
    const directory = new Directory(handle);
    const files = readable(await directory.list()).map((file) => ({
      ...file,
      text: () => directory.text(file.name),
    }));
    const one = await about(files, { site, id });
    if (one) made.push(one);
  }
  return made;
}

/**
 * What files tell of one project; null when none is about it. Who joins waits for this, so files
 * are read whole only until one has told the name; what is damaged is found when it is taken in.
 * @param {Carried[]} files @param {import("./file.js").Where} where
 * @returns {Promise<Found | null>}
 */
export async function about(files, { site, id }) {
  const people = new Set();
  let newest = -1;
  let name = "";
  for (const { time, text } of files.toSorted((a, b) => b.time - a.time)) {
    const file = opened(await text().catch(() => ""), { site, id });
    if (file.problem) continue;
    if (!name) {
      const project = file.project();
      if (typeof project === "string") continue;
      name = value(project.name);
      newest = Math.max(newest, time);
    }
    if (file.who?.name) people.add(file.who.name);
  }
  return newest < 0 ? null : { id, name, people: [...people], time: newest };
}
