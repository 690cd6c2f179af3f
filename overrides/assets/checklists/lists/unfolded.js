// An item that is opened holds the panel; one that is closed does not. In a row that has no fold a
// button opens it.

import { find, seek } from "../elements/find.js";
import { Panel } from "./answer-panel.js";
import { panelOf } from "./answer-words.js";

/**
 * @typedef {import("../answers/store.js").Store} Store
 * @typedef {import("./item.js").Item} Item
 */

/** The panels that are open, by the fold or the button that opened them.
 * @type {WeakMap<Element, Panel>} */
const open = new WeakMap();

/**
 * What the reader can write about an item comes and goes with its fold.
 * @param {Item} item @param {HTMLDetailsElement} fold @param {Store} store
 */
export function follow(item, fold, store) {
  const panel = open.get(fold);
  if (fold.open && !panel && panelOf()) {
    const made = new Panel(item, store, () => shut(fold));
    open.set(fold, made);
    const place = seek(fold, ".checklist__answer", HTMLElement);
    (place ?? fold).append(made.form);
  } else if (!fold.open) leave(fold);
}

/** Keeps what is written in a fold that is closed or left. @param {HTMLDetailsElement} fold */
export function leave(fold) {
  open.get(fold)?.end();
  open.delete(fold);
}

/** @param {HTMLDetailsElement} fold */
export function shut(fold) {
  leave(fold);
  fold.open = false;
  find(fold, "summary", HTMLElement).focus();
}

/**
 * Opens the item's panel in its row, or closes it when it is open.
 * @param {Item} item @param {HTMLButtonElement} button @param {Store} store
 */
export function panel(item, button, store) {
  const close = () => {
    open.get(button)?.end();
    open.delete(button);
    button.setAttribute("aria-expanded", "false");
    button.focus();
  };
  if (open.get(button)?.form.isConnected) {
    close();
    return;
  }
  const made = new Panel(item, store, close);
  open.set(button, made);
  made.form.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") close();
  });
  button.setAttribute("aria-expanded", "true");
  item.holder.insertBefore(made.form, item.holder.querySelector(":scope > details"));
  const chosen = seek(made.form, "input:checked", HTMLElement);
  (chosen ?? find(made.form, "input, textarea", HTMLElement)).focus();
}
