// What a document and a table that was filled in are known by: the edition, and the columns. Pure.

import { fill } from "../elements/fill.js";
import { mark, numbered } from "./document.js";

/**
 * @typedef {import("../elements/words.js").Words} Words
 * @typedef {import("./document.js").Doc} Doc
 */

/** The columns that the supplier fills in. @param {Words} t */
export const heads = (t) => [t("reply"), t("description"), t("link"), t("price")];

/** What a table that was filled in is read by: `fromRows`. @param {Words} t */
export const columns = (t) => [t("number"), ...heads(t)];

/** What a price form that was filled in is read by. @param {Words} t */
export const formHeads = (t) => [t("form_post"), t("form_each"), t("form_amount"), t("form_sum")];

/** Which edition of a document this is. @param {Doc} doc @param {Words} t */
export const edition = (doc, t) =>
  t("edition", { id: doc.id, edition: doc.edition ?? mark(numbered(doc)) });

/**
 * The document and the edition that a text says it is of, as `edition` wrote it; «» when it says
 * nothing. @param {string} text @param {Words} t
 */
export function editionOf(text, t) {
  const pattern = t("edition").replace(/[.*+?^$()|[\]\\]/g, "\\$&");
  const parts = { id: "(?<id>[a-z0-9]{1,16})", edition: "(?<edition>[a-z0-9]{1,20})" };
  const found = new RegExp(fill(pattern, parts)).exec(text)?.groups;
  return { document: found?.id ?? "", edition: found?.edition ?? "" };
}
