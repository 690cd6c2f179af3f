// Copying the page as text, in one file after the build; fetched when it is asked for.

import { copyPage } from "./page/copy-page.js";

const WORD = new URL("../ord/copied.txt", import.meta.url);

/** @param {HTMLAnchorElement} link */
export const copy = (link) => copyPage(link, WORD);
