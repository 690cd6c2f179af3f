// The words that an item on the page has now.

import { FIELDS } from "../answers/fields.js";

/** What an answer to the item is an answer to. @param {Element} holder */
export function wordingOf(holder) {
  const text = holder.querySelector(".task-list-text");
  const before = text?.querySelector(".checklist__sr")?.textContent ?? "";
  return (text?.textContent ?? "").slice(before.length).trim().slice(0, FIELDS.wording);
}
