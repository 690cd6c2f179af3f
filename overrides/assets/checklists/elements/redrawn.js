// Drawing anew without taking the reader's place away.

// What tells one control from another within what is drawn.
const MARKS = [
  ...["data-act", "data-take", "data-priority", "data-text", "data-own", "data-note"],
  ...["data-number", "value"],
];

/**
 * Draws anew and gives the focus back to what had it: the control with the same marks.
 * @param {HTMLElement} root @param {() => void} draw
 */
export function redrawn(root, draw) {
  const active = root.contains(document.activeElement) ? document.activeElement : null;
  const id = active?.closest("[data-id]")?.getAttribute("data-id");
  const marks = active ? selector(active) : "";
  draw();
  if (!active || active.isConnected || !marks) return;
  const within = id ? root.querySelector(`[data-id="${CSS.escape(id)}"]`) : root;
  const again = within?.querySelector(marks);
  if (again instanceof HTMLElement) again.focus();
}

/** @param {Element} active */
const selector = (active) =>
  MARKS.filter((name) => active.hasAttribute(name))
    .map((name) => `[${name}="${CSS.escape(active.getAttribute(name) ?? "")}"]`)
    .join("");
