// A line that says, for as long as it is so, that what is done here is not kept, and what to do.

import { node } from "./node.js";

/** @typedef {import("../answers/store.js").Store} Store */

/**
 * Follows a store and says above everything in `root` when a change is not kept.
 * @param {HTMLElement} root @param {Store} store
 * @param {(why: string) => string} wordsFor «» where a page has none for it
 * @param {AbortSignal} signal
 */
export function tellLost(root, store, wordsFor, signal) {
  if (root.parentElement?.closest("check-plan")) return; // that says it for all that stands in it
  const line = node("p", { class: "checklist__where--warn", role: "alert", "data-lost": "" });
  const show = () => {
    const why = store.refused || (store.status === "saved" ? "" : store.status);
    const words = why ? wordsFor(why) : "";
    if (line.textContent === words) return;
    line.textContent = words;
    if (words) root.prepend(line);
    else line.remove();
  };
  store.addEventListener("change", show, { signal });
  show();
}
