// Drawing anew without taking away the reader's place, or what she is writing.

// A field that has been written in since it last said that it has changed bears this. On the field
// itself, so that every tool of a page knows the same.
const UNSAID = Symbol.for("guide.unsaid");
/** @param {EventTarget | null} field @param {boolean} unsaid */
const marked = (field, unsaid) => field && Object.assign(field, { [UNSAID]: unsaid });
document.addEventListener("input", ({ target }) => marked(target, true), true);
document.addEventListener("change", ({ target }) => changed(target), true);

// While a field is left for another, nothing has the focus: what is drawn in that moment takes away
// what the reader is going to. With a pointer she is there when she lets go.
let [left, held] = [false, false];
/** @type {(() => void)[]} */
const waiting = [];
/** @param {EventTarget | null} field */
function changed(field) {
  marked(field, false);
  left = true;
  setTimeout(() => void (left = false));
}
/** @param {string} kind */
function pressed(kind) {
  held = kind === "pointerdown";
  if (!held) for (const act of waiting.splice(0)) setTimeout(act); // after the click
}
for (const kind of ["pointerdown", "pointerup", "pointercancel"])
  document.addEventListener(kind, () => pressed(kind), true);

/** Does it soon; while something is pressed not before it is let go: what moves is not hit.
 * @param {() => void} act */
export function letGo(act) {
  if (held) waiting.push(act);
  else setTimeout(act);
}

/**
 * Draws anew and gives the focus back to what had it: the control with the same marks, with the
 * caret where it was. What is written there and not kept yet is kept first.
 * @param {HTMLElement} root @param {() => void} draw
 */
export function redrawn(root, draw) {
  if (left && (document.activeElement ?? document.body) === document.body) {
    letGo(() => root.isConnected && redrawn(root, draw));
    return;
  }
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

const TELLS = /^data-(?!focus)/; // the theme marks what has the focus
/** What tells a control from others within what is drawn: all that it bears of data, and what a
 * button stands for. @param {Element} active */
const selector = (active) =>
  [...active.attributes]
    .filter(({ name }) => TELLS.test(name) || (name === "value" && active.matches("button")))
    .map(({ name, value }) => `[${name}="${CSS.escape(value)}"]`)
    .join("");
