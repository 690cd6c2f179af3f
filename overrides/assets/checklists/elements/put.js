// What is stored, in the fields that show it.

import { isField } from "./find.js";

/** @typedef {import("./find.js").Field} Field */

/** What each field was last given. @type {WeakMap<Field, string>} */
const known = new WeakMap();

/**
 * Where the cursor only stands in a field, and all that is written is saved, what another tab has
 * written since is seen before more is written; the cursor stays. What is not saved is never
 * touched.
 * @param {Field} field @param {string} text
 */
export function put(field, text) {
  const here = field === document.activeElement;
  const before = known.get(field) ?? Reflect.get(field, "defaultValue");
  if (here && field.value !== text && field.value !== before) return;
  known.set(field, text);
  if (field.value === text) return;
  const at = here && "selectionStart" in field ? field.selectionStart : null;
  field.value = text;
  if (at !== null && "setSelectionRange" in field) field.setSelectionRange(at, at);
}

/** What stands in the field that is written in is stored now. */
export function stored() {
  const field = document.activeElement;
  if (isField(field)) known.set(field, field.value);
}
