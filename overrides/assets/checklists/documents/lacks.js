// What a document lacks of what its suppliers need to answer it, and what is absolute and left out.
// Pure.

import { counted } from "./counted.js";
import { unsaid } from "./price-form.js";
import { left } from "./suggested.js";

/**
 * @typedef {import("../answers/state.js").Project} Project
 * @typedef {import("../elements/catalog.js").Catalog} Catalog
 * @typedef {import("./document.js").Doc} Doc
 * @typedef {{frame: string[], many: string[], must: number}} Lacks `frame`: fields without a word;
 *   `many`: numbers that the price form does not say, so that prices cannot be summed;
 *   `must`: absolute requirements that are meant for the reader and not in the document
 */

/** Without these nobody knows who asks, how one is chosen, when to answer and whom to ask. */
export const NEEDED = ["company", "criteria", "deadline", "contact"];

/** @param {Doc} doc @param {Project} project @param {Catalog} catalog @returns {Lacks} */
export const lacks = (doc, project, catalog) => ({
  frame: NEEDED.filter((name) => !doc.frame[name]?.trim()),
  many: unsaid(counted(doc, project)),
  must: left(catalog, project, doc).filter(({ priority }) => priority === "must").length,
});
