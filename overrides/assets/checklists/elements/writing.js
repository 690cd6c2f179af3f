// Whether the reader writes in a field of several lines: the page bears a mark, for focus.css. A
// style that asked for it would look through the whole page whenever the focus moves.

/** Follows the focus within an element. @param {HTMLElement} root @param {AbortSignal} signal */
export function tellWriting(root, signal) {
  const page = document.documentElement;
  const told = (/** @type {FocusEvent} */ { type, target }) => {
    const writes = type === "focusin" && target instanceof HTMLTextAreaElement;
    page.toggleAttribute("data-writing", writes);
  };
  root.addEventListener("focusin", told, { signal });
  root.addEventListener("focusout", told, { signal });
  signal.addEventListener("abort", () => page.removeAttribute("data-writing"));
}
