// What a document lacks of what its suppliers need to answer it, and what is absolute and left out.
// Pure.

import { counted } from "./counted.js";
import { IN_WORDS } from "./posts.js";
import { posts } from "./price-form.js";
import { left } from "./suggested.js";

/**
 * @typedef {import("../answers/state.js").Project} Project
 * @typedef {import("../elements/catalog.js").Catalog} Catalog
 * @typedef {import("./document.js").Doc} Doc
 * @typedef {{frame: string[], many: boolean, must: number}} Lacks `frame`: fields without a word;
 *   `many`: the price form does not say how many of something, so that prices cannot be summed;
 *   `must`: absolute requirements that are meant for the reader and not in the document
 */

/** Without these nobody knows who asks, how one is chosen, when to answer and whom to ask. */
export const NEEDED = ["company", "criteria", "deadline", "contact"];

/** @param {Doc} doc @param {Project} project @param {Catalog} catalog @returns {Lacks} */
export const lacks = (doc, project, catalog) => ({
  frame: NEEDED.filter((name) => !doc.frame[name]?.trim()),
  many: posts(counted(doc, project)).some(({ id, amount }) => id !== IN_WORDS && amount === null),
  must: left(catalog, project, doc).filter(({ priority }) => priority === "must").length,
});
