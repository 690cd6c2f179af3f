// One list: its boxes follow the store, its bar tells how far it is, resets and undoes.

import { answered, outdated, progress } from "../answers/answered.js";
import { value } from "../answers/register.js";
import { projects } from "../answers/state.js";
import { storeOf } from "../answers/store.js";
import { panel } from "./answer-panel.js";
import { wordingOf } from "./wording.js";

export class CheckList extends HTMLElement {
  #store;
  #undo;
  #listening;
  #items = [];
  #begun = false;
  #project;

  connectedCallback() {
    this.#store = storeOf(this.dataset.site);
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    this.#items = [...this.querySelectorAll("[data-item]")].map((holder) => ({
      id: holder.dataset.item,
      priority: holder.dataset.priority,
      was: holder.dataset.was?.split(" ") ?? [],
      holder,
      box: holder.querySelector(":scope > label input"),
    }));
    this.#store.addEventListener("change", () => this.#show(), { signal });
    this.addEventListener("change", (event) => this.#ticked(event), { signal });
    this.addEventListener("click", (event) => this.#clicked(event), { signal });
    this.#early();
    this.#show();
    const bar = this.querySelector(".checklist__bar");
    if (bar) bar.hidden = false;
  }

  disconnectedCallback() {
    this.#listening?.abort();
  }

  /** What the reader ticked before this was fetched is a tick like any other. */
  #early() {
    for (const { id, box, holder } of this.#items) {
      if (box.checked && !box.defaultChecked && !this.#begun) this.#store.answer(id, { status: "done", wording: wordingOf(holder) });
    }
    this.#begun = true;
  }

  #ticked(event) {
    if (!event.target.matches(".task-list-control input")) return;
    const { holder } = this.#itemAt(event.target);
    const status = event.target.checked ? "done" : "";
    this.#store.answer(holder.dataset.item, { status, wording: wordingOf(holder) });
    const announce = this.querySelector("[data-announce]");
    if (announce) announce.textContent = this.#words(this.#progress().all);
    this.dispatchEvent(new CustomEvent("checklist:tick", { bubbles: true, detail: holder.dataset.item }));
  }

  #itemAt(element) {
    const holder = element.closest("[data-item]");
    return this.#items.find((item) => item.holder === holder);
  }

  #clicked(event) {
    const button = event.target.closest("button");
    if (button?.matches(".checklist__reset")) this.#reset();
    else if (button?.matches(".checklist__redo")) this.#redo();
    else if (button?.matches(".checklist__copy")) copyLink(button);
    else if (button?.matches(".checklist__edit")) panel(this.#itemAt(button), button, this.#store);
  }

  /** Takes the ticks away, and nothing else; can be undone. */
  #reset() {
    const ticked = this.#items.filter(({ box }) => box.checked);
    this.#undo = ticked.map(({ id }) => id);
    for (const { id } of ticked) this.#store.answer(id, { status: "" });
    const undone = this.querySelector(".checklist__undone");
    const words = ticked.length === 1 ? undone.dataset.one : undone.dataset.other;
    this.querySelector(".checklist__undo").hidden = false;
    undone.textContent = words.replace("{n}", ticked.length);
    this.querySelector(".checklist__redo").focus();
  }

  #redo() {
    for (const id of this.#undo ?? []) this.#store.answer(id, { status: "done" });
    this.#undo = undefined;
    this.querySelector(".checklist__undo").hidden = true;
    this.#items[0]?.box.focus();
  }

  #progress() {
    return progress(this.#store.project, this.#items);
  }

  #words({ done, total }) {
    const words = this.querySelector(".checklist__progress")?.dataset.words ?? "";
    return words.replace("{done}", done).replace("{total}", total);
  }

  #show() {
    const { project, status } = this.#store;
    for (const item of this.#items) this.#showItem(item, project, status);
    this.#project = project;
    const bar = this.querySelector(".checklist__bar");
    if (!bar) return;
    const made = this.#progress();
    for (const count of bar.querySelectorAll("[data-count]")) {
      count.querySelector("b").textContent = this.#words(made[count.dataset.count] ?? { done: 0, total: 0 });
    }
    const where = bar.querySelector(".checklist__where");
    const all = projects(this.#store.state);
    const name = all.length > 1 ? `${value(project.name) || where.dataset.unnamed}: ` : "";
    where.textContent = name + where.dataset[status] + (status === "saved" && this.#store.reminder ? ` ${where.dataset.remind}` : "");
    where.classList.toggle("checklist__where--warn", status !== "saved" || this.#store.reminder);
    bar.querySelector(".checklist__reset").hidden = !this.#items.some(({ box }) => box.checked);
  }

  #showItem(item, project, status) {
    const { id, was, holder, box } = item;
    // What has not changed since it was last shown is left alone: a long page has many.
    const key = [id, ...was].find((name) => project.items[name]);
    const before = this.#project;
    if (before && before.items[key] === project.items[key] && item.status === status) return;
    item.status = status;
    const found = answered(project, id, was);
    box.checked = found.status === "done";
    box.disabled = status === "newer";
    holder.dataset.status = found.status || "none";
    if (found.priority) holder.dataset.mine = found.priority;
    else delete holder.dataset.mine;
    if (!key) {
      const said = holder.querySelector(".checklist__said");
      if (said?.textContent) said.textContent = "";
      return;
    }
    say(holder, found);
  }
}

/** One line of what the reader has written about an item. */
function say(holder, found) {
  const said = holder.querySelector(".checklist__said");
  const words = document.querySelector("#checklist-answer")?.content.querySelector("[data-words]")?.dataset;
  if (!said || !words) return;
  const changed = outdated(found, wordingOf(holder));
  const parts = [
    found.conflict.length ? words.conflict : "",
    changed ? words.changed : "",
    found.status === "doing" ? words.statusDoing : "",
    found.status === "irrelevant" ? `${words.statusIrrelevant}${found.reason ? `: ${found.reason}` : ""}` : "",
    found.priority ? words[`priority${found.priority[0].toUpperCase()}${found.priority.slice(1)}`] : "",
    found.answer,
    found.responsible,
    found.due ? `${words.due} ${day(found.due)}` : "",
    found.note ? words.note : "",
  ];
  said.textContent = parts.filter(Boolean).join(" · ");
  said.classList.toggle("checklist__said--warn", changed || found.conflict.length > 0);
}

const day = (iso) => iso.split("-").reverse().join(".");

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
