// A document is answered where its language is spoken: the same page of the guide in that language,
// which opens it. What it is kept under stands in the address.

import { remember, takenUp } from "../elements/remembered.js";

/** The way to each language's pages. @param {HTMLElement} root the page's element
 * @returns {Record<string, string>} */
const ways = (root) => JSON.parse(root.dataset.ways ?? "{}");

const FILE = "svar-som-kom"; // a file that is opened on the page that one is led to
const tab = () => sessionStorage; // without it the file is opened once more by hand

/**
 * Leads to the page in the document's language; false where this is it, or there is none.
 * @param {HTMLElement} root @param {string | undefined} language @param {string} name
 * @param {string} [file] what is to be opened there
 */
export function ledTo(root, language, name, file = "") {
  const way = language && language !== document.documentElement.lang && ways(root)[language];
  if (!way) return false;
  const here = new URL(`${root.dataset.root}/`, location.href);
  const page = location.pathname.slice(here.pathname.length);
  remember(tab, FILE, file);
  location.href = new URL(`${way}${page}#${name}`, here).href;
  return true;
}

/** What the address asks to open; «» when it asks for nothing. */
export const askedFor = () => (location.hash.startsWith("#svar:") ? location.hash.slice(1) : "");

/** The file that one was led here with, once; «» when there is none. */
export const broughtFile = () => takenUp(tab, FILE);
