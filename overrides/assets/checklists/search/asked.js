// What the search is asked by: the names in the address, and the words of the page for it.

import { address } from "../elements/address.js";
import { seek } from "../elements/find.js";
import { wordsOf } from "../elements/words.js";

/**
 * @typedef {"query" | "kind" | "phase"} Name
 * @typedef {Record<Name, string>} Asked
 */

/** @type {Record<Name, string>} */
export const NAMES = { query: "sok", kind: "type", phase: "fase" };

/** The link that leads to the search, with its words; null on a page without. */
export const linkToSearch = () => seek(document, "[data-search-words]", HTMLAnchorElement);

/** The words of the search. */
export const searchWords = () => wordsOf(linkToSearch()?.dataset.searchWords);

/** The address's query with what is asked in it; other parameters stay. @param {Asked} asked */
export const queried = ({ query, kind, phase }) =>
  address(location.search, { [NAMES.query]: query, [NAMES.kind]: kind, [NAMES.phase]: phase });
