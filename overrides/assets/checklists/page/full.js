// A field that is full says so: of what is pasted a browser keeps what there is room for, in
// silence.

import { fill } from "../elements/fill.js";
import { node } from "../elements/node.js";

/** Follows what is written on every page. */
export function tellFull() {
  const words = document.querySelector("meta[name=guide-full]")?.getAttribute("content");
  if (!words) return; // a fork's own template
  document.addEventListener("input", ({ target }) => {
    const writes = target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement;
    // What is asked of the search is no work that could be lost.
    if (!writes || target.maxLength < 1 || target.type === "search") return;
    const home = target.closest("label") ?? target;
    const after = home.nextElementSibling;
    const line = after?.matches("[data-full]") ? after : null;
    if (target.value.length < target.maxLength) line?.remove();
    else if (!line) {
      const made = node("p", { "data-full": "", role: "status", class: "checklist__where--warn" });
      home.after(made);
      const said = fill(words, { n: String(target.maxLength) });
      // A line is heard when it changes, not when it comes.
      requestAnimationFrame(() => made.replaceChildren(said));
    }
  });
}
