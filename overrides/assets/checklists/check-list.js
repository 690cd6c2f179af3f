// One list: its boxes follow the store, its bar tells how far it is, resets and undoes.

import { isTicked, progress } from "./state.js";
import { storeOf } from "./store.js";

export class CheckList extends HTMLElement {
  #store;
  #undo;
  #listening;

  connectedCallback() {
    this.#store = storeOf(this.dataset.site);
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    this.#store.addEventListener("change", () => this.#show(), { signal });
    this.addEventListener("change", (event) => this.#ticked(event), { signal });
    this.addEventListener("click", (event) => this.#clicked(event), { signal });
    this.#show();
    const bar = this.querySelector(".checklist__bar");
    if (bar) bar.hidden = false;
    for (const button of this.querySelectorAll(".checklist__copy")) button.hidden = false;
  }

  disconnectedCallback() {
    this.#listening?.abort();
  }

  get #boxes() {
    return this.querySelectorAll("[data-item] > label input");
  }

  #itemOf(box) {
    const { item, priority } = box.closest("[data-item]").dataset;
    return { id: item, priority };
  }

  #ticked(event) {
    const holder = event.target.closest("[data-item]");
    if (!holder || event.target.type !== "checkbox") return;
    this.#store.tick(holder.dataset.item, event.target.checked);
    const all = this.#progress().all;
    const announce = this.querySelector("[data-announce]");
    if (announce) announce.textContent = this.#words(all);
    this.dispatchEvent(new CustomEvent("checklist:tick", { bubbles: true, detail: holder.dataset.item }));
  }

  #clicked(event) {
    const button = event.target.closest("button");
    if (button?.matches(".checklist__reset")) this.#reset();
    else if (button?.matches(".checklist__redo")) this.#redo();
    else if (button?.matches(".checklist__copy")) copyLink(button);
  }

  #reset() {
    const { count, undo } = this.#store.clear([...this.#boxes].map((box) => this.#itemOf(box).id));
    this.#undo = undo;
    const undone = this.querySelector(".checklist__undone");
    const words = count === 1 ? undone.dataset.one : undone.dataset.other;
    this.querySelector(".checklist__undo").hidden = false;
    undone.textContent = words.replace("{n}", count);
    this.querySelector(".checklist__redo").focus();
  }

  #redo() {
    this.#undo?.();
    this.#undo = undefined;
    this.querySelector(".checklist__undo").hidden = true;
    this.querySelector("[data-item] > label input")?.focus();
  }

  #progress() {
    return progress(this.#store.state, [...this.#boxes].map((box) => this.#itemOf(box)));
  }

  #words({ done, total }) {
    const words = this.querySelector(".checklist__progress")?.dataset.words ?? "";
    return words.replace("{done}", done).replace("{total}", total);
  }

  #show() {
    const { state, status } = this.#store;
    for (const box of this.#boxes) {
      box.checked = isTicked(state, this.#itemOf(box).id);
      box.disabled = status === "newer";
    }
    const bar = this.querySelector(".checklist__bar");
    if (!bar) return;
    const made = this.#progress();
    for (const count of bar.querySelectorAll("[data-count]")) {
      count.querySelector("b").textContent = this.#words(made[count.dataset.count]);
    }
    const where = bar.querySelector(".checklist__where");
    where.textContent = where.dataset[status];
    where.classList.toggle("checklist__where--warn", status !== "saved");
    bar.querySelector(".checklist__reset").hidden = made.all.done === 0;
  }
}

/** Copies an item's permanent address; says so, or says why not, beside the button. */
async function copyLink(button) {
  const link = button.parentElement.querySelector("a").href;
  const said = button.parentElement.querySelector(".checklist__copied");
  try {
    await navigator.clipboard.writeText(link);
    said.textContent = button.dataset.copied;
  } catch {
    said.textContent = button.dataset.failed;
  }
}
