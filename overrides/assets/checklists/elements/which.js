// Which project what is done here belongs to, said where there are several: an adviser with two
// clients writes to the right one.

import { value } from "../answers/register.js";
import { several } from "../answers/state.js";
import { find, seek } from "./find.js";

/** @typedef {import("../answers/store.js").Store} Store */

/**
 * Follows a store in the line of `root` that is for it, where the page has one (which.html).
 * @param {HTMLElement} root @param {Store} store @param {AbortSignal} signal
 */
export function tellWhich(root, store, signal) {
  const line = seek(root, ".guide-which", HTMLElement);
  if (!line) return;
  const name = find(line, "bdi", HTMLElement);
  const show = () => {
    line.hidden = !several(store.state);
    name.textContent = value(store.project.name) || (line.dataset.unnamed ?? "");
  };
  store.addEventListener("change", show, { signal });
  show();
}
