// The menu by keyboard and screen reader. Material's is check boxes that labels tick; here the
// labels become buttons. Where scripts do not come the boxes are reached themselves (menu.css).

import { findAll, outer, seek } from "../elements/find.js";
import { GONE } from "../elements/gone.js";
import { node } from "../elements/node.js";

const MENU = "guide-menu";
const NARROW = "(width < 76.25em)"; // here the menu is a drawer, and its sections cover each other

/** Makes the header's button once; gives what does so for a page's sections.
 * @returns {() => void} */
export function openMenu() {
  const drawer = seek(document, "#__drawer", HTMLInputElement);
  const label = seek(document, ".md-header label[for=__drawer]", HTMLLabelElement);
  if (!drawer || !label) return () => {};
  const back = label.dataset.back ?? "";
  const button = asButton(label, drawer, MENU);
  let chosen = false;
  let page = new AbortController(); // what is listened for in a page's menu ends with the page
  /** @type {HTMLElement | undefined} */
  let made;
  const menu = () => seek(document, ".md-sidebar--primary", HTMLElement);
  drawer.addEventListener("change", () => {
    if (!matchMedia(NARROW).matches) return;
    if (drawer.checked) firstShown(menu())?.focus();
    else button.focus();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && drawer.checked) drawer.click();
  });
  // Material puts the drawer away without a word when a page has come.
  document.addEventListener("click", ({ target }) => {
    const link = outer(target, ".md-sidebar--primary a[href]", HTMLAnchorElement);
    if (!link || !drawer.checked) return;
    drawer.click();
    chosen = true;
  });
  return () => {
    // Material takes the focus away when it has put a page in.
    if (chosen) requestAnimationFrame(() => button.focus());
    chosen = false;
    const found = menu();
    if (!found || found === made) return;
    made = found;
    page.abort(GONE);
    page = new AbortController();
    const { signal } = page;
    found.id = MENU;
    const boxes = findAll(found, ".md-nav__toggle", HTMLInputElement);
    for (const box of boxes) section(box, back, signal);
  };
}

/** @param {HTMLInputElement} box @param {string} back what leads out of a section is called
 * @param {AbortSignal} signal */
function section(box, back, signal) {
  box.hidden = true;
  const holder = box.closest("li");
  const label = holder && seek(holder, `label.md-nav__link[for="${box.id}"]`, HTMLLabelElement);
  const panel = box.parentElement && seek(box.parentElement, ":scope > nav", HTMLElement);
  if (!label || !panel) return;
  panel.id = `${box.id}_menu`;
  const button = asButton(label, box, panel.id, signal);
  const icon = seek(panel, `label[for="${box.id}"] > .md-nav__icon`, HTMLElement);
  const out = node("button", { type: "button", class: "md-nav__icon md-icon", "aria-label": back });
  icon?.replaceWith(out);
  out.addEventListener("click", () => box.click(), { signal });
  const follow = () => matchMedia(NARROW).matches && (box.checked ? out : button).focus();
  box.addEventListener("change", follow, { signal });
}

/**
 * A button in a label's place, that says whether the box is ticked.
 * @param {HTMLLabelElement} label @param {HTMLInputElement} box @param {string} controls an id
 * @param {AbortSignal} [signal]
 */
function asButton(label, box, controls, signal) {
  const about = { type: "button", class: label.className, "aria-controls": controls };
  const made = node("button", about);
  made.classList.add("guide-menu");
  if (label.id) made.id = label.id;
  made.append(...label.childNodes);
  label.replaceWith(made);
  box.hidden = true;
  const show = () => made.setAttribute("aria-expanded", String(box.checked));
  made.addEventListener("click", () => box.click(), { signal });
  box.addEventListener("change", show, { signal });
  show();
  return made;
}

/** @param {HTMLElement | null} root */
const firstShown = (root) =>
  root &&
  findAll(root, "a[href], button", HTMLElement).find((one) =>
    one.checkVisibility({ visibilityProperty: true }),
  );
