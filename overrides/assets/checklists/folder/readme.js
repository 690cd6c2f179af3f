// «LES MEG.txt» in a team's folder: what this is, and how to get out, in the edition's own words.

import { Directory, within } from "./directory.js";

/**
 * Written where there is none.
 * @param {import("./directory.js").Chosen} folder the guide's
 * @param {import("../elements/words.js").Words} t
 * @param {string} title the edition's
 */
export async function readme(folder, t, title) {
  const name = t("readme_name");
  const { files } = await within(folder);
  if (files.includes(name)) return;
  // Windows' notepad wants to know the letters, and ends lines its own way.
  const address = location.origin + location.pathname;
  const text = t("readme", { title, address }).split("\n").join("\r\n");
  await new Directory(folder).write(name, `\ufeff${text}\r\n`);
}
