// The panel in an opened item: status, answer, note, who, when. Saved as it is written.

import { answered, carried, outdated } from "../answers/answered.js";
import { isDay } from "../answers/fields.js";
import { value } from "../answers/register.js";
import { answer, current } from "../answers/state.js";
import { fill } from "../elements/fill.js";
import { find, findAll, isField, seek } from "../elements/find.js";
import { GONE } from "../elements/gone.js";
import { isolated } from "../elements/isolated.js";
import { put } from "../elements/put.js";
import { choices } from "./answer-choices.js";
import { isDueGood, watchDue } from "./due.js";
import { readIn } from "./wording.js";

/**
 * @typedef {import("../answers/fields.js").FieldName} FieldName
 * @typedef {import("../answers/store.js").Store} Store
 * @typedef {import("./item.js").Item} Item
 */

const PAUSE = 400; // ms after the last key until what is written is saved
const WRITTEN = "[name=reason], [name=answer], [name=note], [name=responsible], [name=due], "
  + "[name=priority]";

export class Panel {
  #item;
  #store;
  /** The project that it was opened in: what is written stays there, whatever another tab does. */
  #in;
  #shut;
  #listening = new AbortController();
  /** @type {number | undefined} */
  #waiting;

  /** @param {Item} item @param {Store} store @param {() => void} shut when the reader closes it */
  constructor(item, store, shut) {
    this.#item = item;
    this.#store = store;
    this.#in = current(store.state);
    this.#shut = shut;
    const template = find(document, "#checklist-answer", HTMLTemplateElement);
    const copy = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
    this.form = find(copy, "form", HTMLFormElement);
    const { id } = item;
    for (const box of findAll(this.form, "[name=status]", HTMLInputElement)) {
      box.name = `status-${id}`;
    }
    // Several may be open at once, and each is known by its item.
    const code = seek(item.holder, ".checklist__code", HTMLElement)?.textContent ?? id;
    this.form.setAttribute("aria-label", `${this.form.getAttribute("aria-label")}: ${code}`);
    watchDue(this.form, id);
    this.#listen();
    this.#show();
  }

  /** Keeps what is written, and is gone. */
  end() {
    this.#flush();
    this.#listening.abort(GONE);
    this.form.remove();
  }

  #listen() {
    const { signal } = this.#listening;
    const form = this.form;
    this.#store.addEventListener("change", () => this.#show(), { signal });
    window.addEventListener("pagehide", () => this.#flush(), { signal });
    form.addEventListener("input", () => {
      clearTimeout(this.#waiting);
      this.#waiting = setTimeout(() => this.#flush(), PAUSE);
    });
    form.addEventListener("change", () => {
      this.#waiting ??= 0;
      this.#flush();
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("click", (event) => this.#clicked(event.target));
  }

  /** @param {EventTarget | null} target */
  #clicked(target) {
    if (!(target instanceof HTMLButtonElement)) return;
    const { holder } = this.#item;
    if (target.matches("[data-close]")) this.#shut();
    else if (target.matches("[data-confirm]")) {
      this.#write({ ...this.#own(), ...readIn(holder) });
    } else if (target.dataset.choose) {
      this.#write({ [target.dataset.choose]: target.value });
    }
  }

  get #project() {
    return this.#store.state.projects[this.#in] ?? this.#store.project;
  }

  get #found() {
    return answered(this.#project, this.#item.id, this.#item.was);
  }

  /** @param {Partial<Record<FieldName, string>>} values */
  #write(values) {
    const { id } = this.#item;
    return this.#store.change((state, now, stamp) => {
      if (!state.projects[this.#in]) this.#in = now;
      return answer(state, this.#in, id, values, stamp);
    });
  }

  get #fields() {
    return [...this.form.querySelectorAll(WRITTEN)].filter(isField);
  }

  /** An answer that came from a retired item is written under the item that took over. */
  #own() {
    return carried(this.#project, this.#item.id, this.#item.was);
  }

  #flush() {
    if (this.#waiting === undefined) return;
    clearTimeout(this.#waiting);
    this.#waiting = undefined;
    this.#save();
  }

  /** What is written, where it is another than before. @returns {[FieldName, string][]} */
  #changed() {
    const before = this.#found;
    const { id } = this.#item;
    const chosen = this.form.querySelector(`[name="status-${id}"]:checked`);
    const status = chosen instanceof HTMLInputElement ? chosen.value : "";
    const values = Object.fromEntries(this.#fields.map((field) => [field.name, field.value]));
    if (!isDueGood(this.form) || (values.due && !isDay(values.due))) delete values.due;
    const all = /** @type {[FieldName, string][]} */ (Object.entries({ ...values, status }));
    return all.filter(([name, text]) => before[name] !== text);
  }

  #save() {
    const changed = this.#changed();
    if (!changed.length) return;
    const { holder } = this.#item;
    const said = changed.some(([name]) => name === "status" || name === "answer");
    const wording = said || this.#found.wording === "" ? readIn(holder) : {};
    const done = this.#write({ ...this.#own(), ...Object.fromEntries(changed), ...wording });
    const line = find(this.form, "[data-saved]", HTMLElement);
    line.textContent = done && this.#store.status === "saved" ? (line.dataset.saved ?? "") : "";
  }

  /** What is stored, in the fields; never over what is being written just now. */
  #show() {
    const found = this.#found;
    for (const radio of findAll(this.form, "[type=radio]", HTMLInputElement)) {
      radio.checked = radio.value === found.status;
      radio.disabled = !this.#store.writable;
    }
    for (const field of this.#fields) {
      put(field, found[/** @type {FieldName} */ (field.name)]);
      field.disabled = !this.#store.writable;
    }
    this.#offer("reason", found.status === "irrelevant");
    this.#offer("answer", this.#item.holder.dataset.kind === "question");
    this.#showSuggested();
    this.#showTorn(found);
    this.#showHeld();
  }

  /** A field that is for some items only, and for what somebody has written in it all the same: a
   * workbook has it for all. @param {"reason" | "answer"} name @param {boolean} asked */
  #offer(name, asked) {
    const written = this.#found[name] !== "";
    find(this.form, `[data-for=${name}]`, HTMLElement).hidden = !asked && !written;
  }

  /** Says so when another project is in use than the one that is written in here. */
  #showHeld() {
    const { state } = this.#store;
    const held = seek(this.form, "[data-held]", HTMLElement);
    if (!held) return; // a fork's own template
    const now = current(state);
    held.hidden = !this.#in || !now || now === this.#in;
    const name = value(this.#project.name) || (held.dataset.unnamed ?? "");
    held.textContent = fill(held.dataset.held ?? "", { name: isolated(name) });
  }

  /** The choice that leaves the priority as the guide has it. */
  #showSuggested() {
    const suggested = find(this.form, "[data-word]", HTMLOptionElement);
    const of = `[data-priority-word][value=${this.#item.holder.dataset.priority}]`;
    const priority = find(this.form, of, HTMLOptionElement).textContent;
    suggested.textContent = fill(suggested.dataset.word ?? "", { priority });
  }

  /** Where the guide has changed since, and where two contradict each other.
   * @param {import("../answers/answered.js").Answered} found */
  #showTorn(found) {
    const now = readIn(this.#item.holder);
    const changed = find(this.form, ".checklist-answer__changed", HTMLElement);
    changed.hidden = !outdated(found, now);
    const old = find(changed, "[data-old]", HTMLElement);
    old.textContent = found.wording;
    old.lang = found.read.split(":")[0];
    find(changed, "[data-new]", HTMLElement).textContent = now.wording;
    const torn = find(this.form, ".checklist-answer__conflict", HTMLElement);
    torn.hidden = found.conflict.length === 0;
    const fields = this.#project.items[found.from];
    const buttons = found.conflict.flatMap((name) => choices(this.form, fields[name], name));
    find(torn, "[data-choices]", HTMLElement).replaceChildren(...buttons);
  }
}
