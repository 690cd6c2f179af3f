// The words that an item on the page has now, and in which language they are read.

import { FIELDS } from "../answers/fields.js";
import { readOf } from "../elements/read.js";

/** What an answer to the item is an answer to. @param {HTMLElement} holder */
export const readIn = (holder) => readOf(wordingOf(holder), holder.dataset.of);

/** @param {Element} holder */
function wordingOf(holder) {
  const text = holder.querySelector(".task-list-text");
  const before = text?.querySelector(".checklist__sr")?.textContent ?? "";
  return (text?.textContent ?? "").slice(before.length).trim().slice(0, FIELDS.wording);
}
