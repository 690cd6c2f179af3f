// A supplier's answer that comes once more: whose it is, what of it is another, and the price form
// that had come by itself. Pure.

import { seen } from "../formats/seen.js";
import { differing } from "./form.js";

/** @typedef {import("./kept.js").Supplier} Supplier */

/** Whose an answer is, whatever spaces, capitals and signs nobody sees. @param {string} name */
export const folded = (name) => seen(name).toLowerCase();

/** The numbers and posts in which two answers of a supplier are not the same; «edition» when
 * they are to different ones.
 * @param {Supplier} before @param {Supplier} after @returns {string[]} */
export function changedIn(before, after) {
  const fields = /** @type {const} */ (["reply", "text", "link", "price", "notes"]);
  const numbers = new Set([...Object.keys(before.answers), ...Object.keys(after.answers)]);
  const [was, is] = [new Map(before.unread), new Map(after.unread)];
  const said = [...numbers].filter(
    (number) =>
      (was.get(number) ?? "") !== (is.get(number) ?? "") ||
      fields.some(
        (name) => (before.answers[number]?.[name] ?? "") !== (after.answers[number]?.[name] ?? ""),
      ),
  );
  const at = (/** @type {string} */ number) => Number(number.slice(1));
  const form = differing(before.form, after.form).length > 0;
  const edition = (before.edition ?? "") !== (after.edition ?? "");
  return [
    ...said.sort((a, b) => at(a) - at(b)),
    ...(form ? ["form"] : []),
    ...(edition ? ["edition"] : []),
  ];
}

/** An answer that brings no price form has the one that came by itself before.
 * @param {Supplier} made @param {Supplier} before @returns {Supplier} */
export function withForm(made, before) {
  if (made.form || !before.form) return made;
  const theirs = (before.doubts ?? []).filter(isOfForm);
  return { ...made, form: before.form, doubts: [...(made.doubts ?? []), ...theirs] };
}

/** @param {import("./rows.js").Doubt} doubt */
export const isOfForm = ([of, why]) => of.startsWith("P") || why === "extra";
