// Whether the reader writes in a field of several lines: the page bears a mark, for focus.css. A
// style that asked for it would look through the whole page whenever something in it changes.

/** Follows the focus. */
export const tellWriting = () =>
  document.addEventListener("focusin", ({ target }) => {
    const writes = target instanceof HTMLTextAreaElement;
    document.documentElement.toggleAttribute("data-writing", writes);
    // The browser has brought its last line into view before the mark was there.
    if (writes) requestAnimationFrame(() => shown(target));
  });

/** A field that lies under the bar at the top comes out from it, when it has room.
 * @param {HTMLTextAreaElement} field */
function shown(field) {
  const bar = document.querySelector(".md-header")?.getBoundingClientRect().bottom ?? 0;
  const { top, height } = field.getBoundingClientRect();
  if (top < bar && height < innerHeight / 2) field.scrollIntoView({ block: "nearest" });
}
