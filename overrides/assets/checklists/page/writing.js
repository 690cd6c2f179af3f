// Whether the reader writes in a field of several lines: the page bears a mark, for focus.css. A
// style that asked for it would look through the whole page whenever something in it changes.

/** Follows the focus. */
export const tellWriting = () =>
  document.addEventListener("focusin", ({ target }) => {
    const writes = target instanceof HTMLTextAreaElement;
    document.documentElement.toggleAttribute("data-writing", writes);
  });
