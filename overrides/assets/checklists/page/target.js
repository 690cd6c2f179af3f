// The item that the address names is shown with its help open.

import { targetOf } from "../elements/address.js";

/** A link to an item shows the item with its help open. */
export function openTarget() {
  const open = () => {
    const target = targetOf(location.hash);
    const more = target?.matches("[data-item]") && target.querySelector("details");
    if (more) more.open = true;
  };
  window.addEventListener("hashchange", open);
  open();
}
