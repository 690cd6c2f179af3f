// Drawing anew without taking away the reader's place, or what she is writing.

// What tells one control from another within what is drawn.
const MARKS = [
  ...["data-act", "data-take", "data-priority", "data-text", "data-own", "data-note"],
  ...["data-number", "value"],
];

// A field that has been written in since it last said that it has changed bears this. On the field
// itself, so that every tool of a page knows the same.
const UNSAID = Symbol.for("guide.unsaid");
/** @param {EventTarget | null} field @param {boolean} unsaid */
const marked = (field, unsaid) => field && Object.assign(field, { [UNSAID]: unsaid });
document.addEventListener("input", ({ target }) => marked(target, true), true);
document.addEventListener("change", ({ target }) => marked(target, false), true);

/**
 * Draws anew and gives the focus back to what had it: the control with the same marks, with the
 * caret where it was. What is written there and not kept yet is kept first.
 * @param {HTMLElement} root @param {() => void} draw
 */
export function redrawn(root, draw) {
  const active = root.contains(document.activeElement) ? document.activeElement : null;
  const id = active?.closest("[data-id]")?.getAttribute("data-id");
  const marks = active ? selector(active) : "";
  const caret = isWritten(active) ? [active.selectionStart, active.selectionEnd] : null;
  settled(root);
  draw();
  if (!active || active.isConnected || !marks) return;
  const within = id ? root.querySelector(`[data-id="${CSS.escape(id)}"]`) : root;
  const again = within?.querySelector(marks);
  if (!(again instanceof HTMLElement)) return;
  again.focus();
  if (caret && isWritten(again)) again.setSelectionRange(caret[0], caret[1]);
}

/**
 * A text that is being written is kept when its field is left; where the reader does not get to
 * leave it (it is drawn anew, or the page goes) the field says now that it has changed.
 * @param {HTMLElement} root
 */
export function settled(root) {
  const field = root.contains(document.activeElement) ? document.activeElement : null;
  if (!isWritten(field) || !Reflect.get(field, UNSAID)) return;
  field.dispatchEvent(new Event("change", { bubbles: true }));
}

/** @returns {field is HTMLInputElement | HTMLTextAreaElement} @param {unknown} field */
const isWritten = (field) =>
  field instanceof HTMLTextAreaElement ||
  (field instanceof HTMLInputElement && ["text", "search"].includes(field.type));

/** @param {Element} active */
const selector = (active) =>
  MARKS.filter((name) => active.hasAttribute(name))
    .map((name) => `[${name}="${CSS.escape(active.getAttribute(name) ?? "")}"]`)
    .join("");
