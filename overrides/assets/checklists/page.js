// What a page does besides its lists: opens what is folded for print, and the item in the address.

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

/** What an address's fragment names on this page; null when it names nothing, or is no name at all. */
export function targetOf(hash) {
  try {
    return document.getElementById(decodeURIComponent(hash.slice(1)));
  } catch {
    return null;
  }
}

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

/** The words that an item has now: what an answer to it is an answer to. */
export function wordingOf(holder) {
  const text = holder.querySelector(".task-list-text");
  const before = text.querySelector(".checklist__sr")?.textContent ?? "";
  return text.textContent.slice(before.length).trim();
}
