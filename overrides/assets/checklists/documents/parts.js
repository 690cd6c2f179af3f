// What a requirement may hold where it is kept, and what parts of a document are read by. Pure.
//
// They are kept as JSON and merged as texts; a colleague's file may hold anything in them.

import { PRIORITIES } from "../answers/fields.js";
import { isMap } from "../answers/local.js";
import { cleaned } from "../formats/text.js";
import { MOST } from "./document.js";

/** @typedef {import("./document.js").Requirement} Requirement */

/** @param {unknown} thing @param {number} most */
export const text = (thing, most) =>
  cleaned(typeof thing === "string" ? thing : "").slice(0, most);

/** @param {string} id that it is kept under @param {unknown} made
 * @returns {Requirement | null} null when it asks for nothing */
export function requirementOf(id, made) {
  if (!isMap(made) || !text(made.text, MOST.text)) return null;
  const { n, order, priority, form, ...more } = made;
  const named = text(form, MOST.text);
  return {
    ...more,
    ...(named ? { form: named } : {}),
    id,
    n: Number.isSafeInteger(n) && Number(n) > 0 ? Number(n) : 0,
    text: text(made.text, MOST.text),
    priority: PRIORITIES.includes(String(priority)) ? String(priority) : "should",
    group: text(made.group, MOST.group),
    order: Number.isFinite(order) ? Number(order) : 0,
  };
}
