// A term's explanation where it stands: on hover, focus and tap; Escape takes it away.

import { outer } from "../elements/find.js";
import { node } from "../elements/node.js";

const EDGE = 8; // px between the explanation and the window's edge

/** @type {{link: HTMLAnchorElement, tip: HTMLElement} | undefined} */
let shown;

function hide() {
  shown?.tip.remove();
  shown?.link.removeAttribute("aria-describedby");
  shown = undefined;
}

/** @param {HTMLAnchorElement} link */
function show(link) {
  if (shown?.link === link) return;
  hide();
  const about = { id: "guide-term-tip", class: "guide-tip", role: "tooltip" };
  const tip = node("span", about, link.dataset.term ?? "");
  link.after(tip);
  link.setAttribute("aria-describedby", tip.id);
  // Kept inside the window: moved left by what would stick out.
  const over = tip.getBoundingClientRect().right - document.documentElement.clientWidth + EDGE;
  if (over > 0) tip.style.setProperty("translate", `-${over}px`);
  shown = { link, tip };
}

/** @param {Event} event */
const termOf = (event) => outer(event.target, "a[data-term]", HTMLAnchorElement);

/** @param {PointerEvent} event */
function hovered(event) {
  if (event.pointerType !== "mouse") return;
  const link = termOf(event);
  if (link) show(link);
  else if (event.target instanceof Node && !shown?.tip.contains(event.target)) hide();
}

/** @param {MouseEvent} event */
function clicked(event) {
  const link = termOf(event);
  if (!link) {
    hide();
    return;
  }
  // The first tap explains, the second follows the link; a mouse has seen it already.
  const touched = event instanceof PointerEvent && event.pointerType === "touch";
  if (!event.detail || !touched || link.dataset.tapped === "yes") return;
  event.preventDefault();
  event.stopPropagation();
  link.dataset.tapped = "yes";
  show(link);
}

/** @param {FocusEvent} event */
function focused(event) {
  const link = termOf(event);
  if (link) show(link);
  else hide();
}

let following = false;

/** From the first touch of a term on, each is explained. @param {Event} [event] that touch: of a
 * pointer, the focus or a click; none when it is over */
export function explain(event) {
  if (event instanceof PointerEvent) (event.type === "click" ? clicked : hovered)(event);
  else if (event instanceof FocusEvent) focused(event);
  if (following) return;
  following = true;
  document.addEventListener("pointerover", hovered);
  document.addEventListener("focusin", focused);
  document.addEventListener("keydown", ({ key }) => key === "Escape" && hide());
  document.addEventListener("click", clicked, true);
}
