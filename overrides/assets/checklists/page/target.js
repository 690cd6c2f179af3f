// The item that the address names is shown with its help open.

import { targetOf } from "../elements/address.js";
import { seek } from "../elements/find.js";

/** Follows the address of every page. */
export function openTarget() {
  const open = () => {
    const target = targetOf(location.hash);
    const more = target?.matches("[data-item]") && seek(target, "details", HTMLDetailsElement);
    if (more) more.open = true;
  };
  window.addEventListener("hashchange", open);
  open();
}
