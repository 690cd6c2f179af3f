// Opens what is folded for print, and closes it again.

import { findAll } from "../elements/find.js";

/** Browsers without `::details-content` print what is closed closed: open it, then close again. */
export function openForPrint() {
  /** @type {HTMLDetailsElement[]} */
  let opened = [];
  window.addEventListener("beforeprint", () => {
    // Paper says where it came from, also when the site does not know its own address.
    for (const address of document.querySelectorAll(".checklist-print__address:empty")) {
      address.textContent = location.href.split("#")[0];
    }
    opened = findAll(document, "details:not([open])", HTMLDetailsElement);
    for (const details of opened) {
      details.dataset.forPrint = ""; // Nobody writes in what is opened for paper only.
      details.open = true;
    }
  });
  window.addEventListener("afterprint", () => {
    for (const details of opened) {
      details.open = false;
      delete details.dataset.forPrint;
    }
  });
}
