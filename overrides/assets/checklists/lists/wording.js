// The words that an item on the page has now.

/** The words that an item has now: what an answer to it is an answer to. */
export function wordingOf(holder) {
  const text = holder.querySelector(".task-list-text");
  const before = text.querySelector(".checklist__sr")?.textContent ?? "";
  return text.textContent.slice(before.length).trim();
}
