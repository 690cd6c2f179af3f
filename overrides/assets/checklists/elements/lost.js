// A line that says, for as long as it is so, that what is done here is not kept, and what to do.

import { LIMITS } from "../answers/fields.js";
import { node } from "./node.js";

/** @typedef {import("../answers/store.js").Store} Store */
/** @typedef {import("./words.js").Words} Words */

/**
 * Follows a store and says above everything in `root` when a change is not kept.
 * @param {HTMLElement} root @param {Store} store @param {Words} t @param {AbortSignal} signal
 */
export function tellLost(root, store, t, signal) {
  if (root.parentElement?.closest("check-plan")) return; // that says it for all that stands in it
  const line = node("p", { class: "checklist__where--warn", role: "alert", "data-lost": "" });
  const show = () => {
    const why = store.refused || (store.status === "saved" ? "" : store.status);
    const words = why ? t(`lost.${why}`, { n: LIMITS.live }) : "";
    if (line.textContent === words) return;
    line.textContent = words;
    if (words) root.prepend(line);
    else line.remove();
  };
  store.addEventListener("change", show, { signal });
  show();
}
