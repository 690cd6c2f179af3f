// A field that is full says so: of what is pasted a browser keeps what there is room for, in
// silence. Once there is one it is followed here.

import { fill } from "../elements/fill.js";
import { node } from "../elements/node.js";

/** @typedef {HTMLInputElement | HTMLTextAreaElement} Field */

/** Looks at what is written in now, and at each letter. */
export function followFull() {
  look(document.activeElement);
  document.addEventListener("input", ({ target }) => look(target));
}

/** @param {EventTarget | null} target */
function look(target) {
  const field = /** @type {Field} */ (target);
  // What is asked of the search is no work that could be lost.
  if (field?.maxLength > 0 && field.value.length >= field.maxLength && field.type !== "search") {
    tell(field);
  }
}

/** Says it of a field, for as long as it is so. @param {Field} field */
function tell(field) {
  const words = document.querySelector("meta[name=guide-full]")?.getAttribute("content");
  if (!words) return; // a fork's own template
  const home = field.closest("label") ?? field;
  if (home.nextElementSibling?.matches("[data-full]")) return;
  const line = node("p", { "data-full": "", role: "status", class: "checklist__where--warn" });
  home.after(line);
  const said = fill(words, { n: String(field.maxLength) });
  // A line is heard when it changes, not when it comes.
  requestAnimationFrame(() => line.replaceChildren(said));
  const follow = () => {
    if (field.value.length >= field.maxLength) return;
    line.remove();
    field.removeEventListener("input", follow);
  };
  field.addEventListener("input", follow);
}
