// What the search dialog needs, in one file after the build; fetched when it is first used.

import { begin as beginAt } from "./search/dialog.js";

const ROOT = new URL("../../", import.meta.url);

/** @param {HTMLDialogElement} dialog */
export const begin = (dialog) => beginAt(dialog, ROOT);
