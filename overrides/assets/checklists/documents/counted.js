// How many of what a document asks prices for, where its frame does not say it: kept beside the
// evaluation, copied with the document, and taken out of its file. Pure.

import * as evaluated from "./evaluated.js";
import { key, text } from "./kept.js";
import { COUNTED } from "./posts.js";

/**
 * @typedef {import("../answers/state.js").Project} Project
 * @typedef {import("./document.js").Doc} Doc
 * @typedef {import("./kept.js").Pair} Pair
 * @typedef {import("./posts.js").Assumed} Assumed
 */

export const YEARS = "years";
const QUANTITY = /^v-(?:years|u-[a-z0-9]+)$/;

/** What is said beside the frame. @param {Project} project @param {string} id the document's
 * @returns {Assumed} */
export const assumed = (project, id) => ({
  years: evaluated.settings(project, id).years,
  amounts: evaluated.amounts(project, id, COUNTED),
});

/** The document with what the price form asks for. @param {Doc} doc @param {Project} project
 * @returns {Doc} */
export const counted = (doc, project) => ({ ...doc, assumed: assumed(project, doc.id) });

/** What is kept so that a document asks for as many as another one.
 * @param {Project} project that holds the other @param {string} from the other's id
 * @param {string} to @returns {Pair[]} */
export const copiedQuantities = (project, from, to) =>
  Object.keys(project.documents).flatMap((name) => {
    const part = name.startsWith(`${from}-`) ? name.slice(from.length + 1) : "";
    const words = QUANTITY.test(part) ? text(project, from, part) : "";
    return words ? [/** @type {Pair} */ ([key(to, part), words])] : [];
  });

/** The quantities of a document by name: «years», «user» … @param {Assumed | undefined} made
 * @returns {Record<string, number | undefined>} */
export const named = (made) => ({ ...made?.amounts, [YEARS]: made?.years ?? undefined });
export const QUANTITIES = [YEARS, ...COUNTED];

/** What is kept of a quantity; null for what is none.
 * @param {string} id the document's @param {string} name @param {string} words */
export const quantityPair = (id, name, words) =>
  name === YEARS ? evaluated.setting(id, YEARS, words) : evaluated.amount(id, name, words);

/** What is kept so that a document asks for as many as its file says; nothing where the file says
 * nothing of it. @param {Doc} doc as it is here @param {Assumed | undefined} made
 * @returns {Pair[]} */
export function asked({ id, assumed: here }, made) {
  if (!made) return [];
  const [was, is] = [named(here), named(made)];
  const some = QUANTITIES.filter((name) => was[name] !== is[name]);
  return some
    .map((name) => quantityPair(id, name, `${is[name] ?? ""}`))
    .filter((pair) => pair !== null);
}
