// Opens what is folded for print, and closes it again.

/** Browsers without `::details-content` print closed details closed; open them, then close again. */
export function openForPrint() {
  let opened = [];
  window.addEventListener("beforeprint", () => {
    // Paper says where it came from, also when the site does not know its own address.
    for (const address of document.querySelectorAll(".checklist-print__address:empty")) {
      address.textContent = location.href.split("#")[0];
    }
    opened = [...document.querySelectorAll("details:not([open])")];
    for (const details of opened) details.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const details of opened) details.open = false;
  });
}
