// What the search dialog needs, in one file after the build; fetched when it is first used.

import { dressed } from "./elements/dressed.js";
import { worded } from "./elements/worded.js";
import { searchWords } from "./search/asked.js";
import { begin as beginAt } from "./search/dialog.js";

const ROOT = new URL("../../", import.meta.url);
const SHEET = new URL("./found.css", import.meta.url);
const words = worded(new URL("../ord/search.json", import.meta.url));

/** @param {HTMLDialogElement} dialog */
export const begin = (dialog) => {
  const t = searchWords();
  beginAt(dialog, ROOT, t, () => words(t, dressed(SHEET)));
};
