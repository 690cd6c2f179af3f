// The item that the address names is shown with its help open, and what it is folded in.

import { targetOf } from "../elements/address.js";
import { seek } from "../elements/find.js";
import { openAround } from "../elements/fold.js";

/** Follows the address of every page. */
export function openTarget() {
  const open = () => {
    const target = targetOf(location.hash);
    const more = target?.matches("[data-item]") && seek(target, "details", HTMLDetailsElement);
    if (target?.closest("summary")) openAround(target); // the head of a list
    if (!target || !more) return;
    more.open = true;
    const folded = target.closest("details:not([open])");
    openAround(target);
    // The browser went to the address before there was anything to go to.
    if (folded) target.scrollIntoView();
  };
  window.addEventListener("hashchange", open);
  open();
}
