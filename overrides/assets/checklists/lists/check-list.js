// One list: its boxes follow the store, its bar tells how far it is, resets and undoes.

import { carried, progress } from "../answers/answered.js";
import { current } from "../answers/state.js";
import { storeOf } from "../answers/store.js";
import { find, findAll, outer, seek } from "../elements/find.js";
import { GONE } from "../elements/gone.js";
import { Bar } from "./bar.js";
import { copyLink } from "./copy-link.js";
import { itemOf, showItem } from "./item.js";
import { takeOff } from "./unfit.js";
import { readIn } from "./wording.js";

/**
 * @typedef {import("../answers/state.js").Project} Project
 * @typedef {import("./item.js").Item} Item
 */

/** @typedef {Pick<typeof import("./unfolded.js"), "follow" | "leave" | "shut">} Folds */

export class CheckList extends HTMLElement {
  /** Brings what the reader writes in; the entry says from where.
   * @type {() => Promise<{folds: Folds}>} */
  static folds = () => Promise.reject(new Error("no folds"));
  /** Brings what puts the reader's numbers in the texts.
   * @type {() => Promise<{renumber: typeof import("./renumbered.js").renumber}>} */
  static numbers = () => Promise.reject(new Error("no numbers"));
  /** @type {Folds | undefined} */
  #writing;
  #listening = new AbortController();
  /** @type {Item[]} */
  #items = [];
  /** @type {Item[]} those meant for the reader */
  #shown = [];
  /** @type {Bar | null} */
  #bar = null;
  #begun = false;
  /** @type {Project | undefined} what was shown last */
  #project;
  /** @type {Item[]} what was reset last */
  #undo = [];
  #within = "";
  #whole = false; // a list by itself, and no part of a register
  connectedCallback() {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    this.#items = findAll(this, "[data-item]", HTMLElement).map(itemOf);
    const bar = seek(this, ".checklist__bar", HTMLElement);
    this.#bar = bar && new Bar(this, bar);
    this.#whole = Boolean(seek(this, "check-fit", HTMLElement));
    this.#project = undefined;
    this.#store.addEventListener("change", () => this.#show(), { signal });
    this.addEventListener("change", (event) => this.#ticked(event.target), { signal });
    this.addEventListener("click", (event) => this.#clicked(event.target), { signal });
    const opened = (/** @type {Event} */ event) => this.#opened(event.target);
    this.addEventListener("keydown", (event) => this.#pressed(event), { signal });
    this.addEventListener("toggle", opened, { signal, capture: true });
    this.#early();
    this.#show();
    for (const more of this.#folds) this.#opened(more);
    this.#bar?.begin();
  }

  disconnectedCallback() {
    this.#listening.abort(GONE);
    for (const more of this.#folds) this.#writing?.leave(more);
  }

  /** What is open of items. */
  get #folds() {
    return findAll(this, "[data-item] > details[open]", HTMLDetailsElement);
  }

  get #store() {
    return storeOf(this.dataset.site);
  }

  /** What the reader ticked before this was fetched is a tick like any other. */
  #early() {
    for (const item of this.#begun ? [] : this.#items) {
      const { box, holder } = item;
      if (!box.checked || box.defaultChecked) continue;
      this.#answer(item, { status: "done", ...readIn(holder) });
    }
    this.#begun = true;
  }

  /** With what a retired item that it took over from holds: note, owner, date.
   * @param {Item} item @param {{status: string, wording?: string, read?: string}} values */
  #answer({ id, was }, values) {
    this.#store.answer(id, { ...carried(this.#store.project, id, was), ...values });
  }

  /** @param {EventTarget | null} target */
  #ticked(target) {
    const item = this.#items.find(({ box }) => box === target);
    if (!item) return;
    const status = item.box.checked ? "done" : "";
    this.#answer(item, { status, ...readIn(item.holder) });
    this.#bar?.announce(this.#progress());
    const how = { bubbles: true, detail: item.id };
    this.dispatchEvent(new CustomEvent("checklist:tick", how));
  }

  /** @param {EventTarget | null} target */
  #clicked(target) {
    const button = outer(target, "button", HTMLButtonElement);
    if (button?.matches(".checklist__reset")) this.#reset();
    else if (button?.matches(".checklist__redo")) this.#redo();
    else if (button?.matches(".checklist__copy")) copyLink(button);
    // An edition's own item may have a button for it, as ours had.
    else if (button?.matches(".checklist__edit")) {
      const more = this.#of(button)?.holder.querySelector(":scope > details");
      if (more instanceof HTMLDetailsElement) more.open = !more.open;
    }
  }

  /** @param {KeyboardEvent} event */
  #pressed({ key, target }) {
    const more = key === "Escape" && outer(target, "[data-item] > details", HTMLDetailsElement);
    if (!more || !more.open) return;
    if (this.#writing) this.#writing.shut(more);
    else more.open = false;
  }

  /** @param {EventTarget | null} target */
  async #opened(target) {
    if (!(target instanceof HTMLDetailsElement) || target.matches("[data-for-print]")) return;
    const item = target.matches("[data-item] > details") && this.#of(target);
    if (!item) return;
    // Without it an item is read, and ticked, as ever.
    this.#writing ??= (await CheckList.folds().catch(() => undefined))?.folds;
    if (this.isConnected) this.#writing?.follow(item, target, this.#store);
  }

  /** @param {Element} inside of an item */
  #of(inside) {
    const holder = inside.closest("[data-item]");
    return this.#items.find((one) => one.holder === holder);
  }

  /** Takes the ticks away, and nothing else; can be undone. */
  #reset() {
    this.#undo = this.#items.filter(({ box }) => box.checked);
    this.#within = current(this.#store.state);
    for (const item of this.#undo) this.#answer(item, { status: "" });
    this.#bar?.reset(this.#undo.length);
  }

  #redo() {
    for (const item of this.#undo) this.#answer(item, { status: "done" });
    this.#forget();
    this.#items[0]?.box.focus();
    this.#bar?.announce(this.#progress());
  }

  #progress() {
    return progress(this.#store.project, this.#shown);
  }

  /** Who has said nothing about the firm has the numbers that stand there. */
  async #renumber() {
    const said = Object.keys(this.#store.project.profile).length > 0 || this.#project;
    const made = said && (await CheckList.numbers().catch(() => undefined));
    if (made) made.renumber(this, this.#store.project);
  }

  /** There is nothing to take back any more. */
  #forget() {
    this.#undo = [];
    find(this, ".checklist__undo", HTMLElement).hidden = true;
  }

  #show() {
    const { project, status, state } = this.#store;
    // What was taken away in another project is not brought back into this one.
    if (this.#undo.length && current(state) !== this.#within) this.#forget();
    for (const item of this.#items) showItem(item, this.#project, project, status);
    this.#shown = takeOff(this.#items, this.#store, this.#whole);
    if (this.#project?.profile !== project.profile) this.#renumber();
    this.#project = project;
    const ticked = this.#items.some(({ box }) => box.checked);
    this.#bar?.show(this.#progress(), this.#store, ticked);
  }
}
