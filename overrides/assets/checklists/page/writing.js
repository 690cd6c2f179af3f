// In a field of several lines it is the line that is brought into view, and not under the bar at
// the top. A style that asked what is written in would look through the whole page whenever
// something in it changes; a mark on the page, which a style knows, at each step into a field.

/** Follows the focus, and what has it now. */
export function followWriting() {
  into(document.activeElement);
  document.addEventListener("focusin", ({ target }) => into(target));
}

/** @param {EventTarget | null} target */
function into(target) {
  const writes = target instanceof HTMLTextAreaElement;
  const { style } = document.documentElement;
  // As it is written: with `var()` the page would be looked through all the same.
  style.scrollPaddingBlockStart = writes ? getComputedStyle(target).scrollMarginBlockStart : "";
  // The browser has brought its last line into view before that.
  if (writes) requestAnimationFrame(() => shown(target));
}

/** A field that lies under the bar at the top comes out from it, when it has room.
 * @param {HTMLTextAreaElement} field */
function shown(field) {
  const bar = document.querySelector(".md-header")?.getBoundingClientRect().bottom ?? 0;
  const { top, height } = field.getBoundingClientRect();
  if (top < bar && height < innerHeight / 2) field.scrollIntoView({ block: "nearest" });
}
