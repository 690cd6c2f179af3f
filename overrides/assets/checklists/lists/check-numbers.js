// «Tallene deres»: the reader's own number for each that requirements name, kept with the project.

import { broken, numberIn, within } from "../answers/bounds.js";
import { keyOf, shown, unitOf, written } from "../answers/parameters.js";
import { storeOf } from "../answers/store.js";
import { catalogOf } from "../elements/catalog.js";
import { fill } from "../elements/fill.js";
import { find, outer } from "../elements/find.js";
import { GONE } from "../elements/gone.js";
import { Keeper } from "../elements/keep.js";
import { Later } from "../elements/later.js";
import { node } from "../elements/node.js";
import { numberHere } from "../elements/numbers.js";
import { fieldOf, numberRow } from "./number-row.js";

/** @typedef {import("../answers/bounds.js").Rule} Rule */

const PAUSE = 300; // ms after the last key until a number is kept

export class CheckNumbers extends HTMLElement {
  static observedAttributes = ["data-named", "data-within"];
  #listening = new AbortController();
  /** @type {Keeper | undefined} */
  #keeper;
  /** @type {Rule[]} */
  #rules = [];
  /** @type {HTMLElement[]} */
  #rows = [];
  /** @type {object | undefined} what was shown last */
  #profile;
  /** @type {Later<[row: HTMLElement, text: string]>} */
  #later = new Later(PAUSE, (all) => {
    for (const [row, text] of all) this.#keep(row, text);
  });

  async connectedCallback() {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    // Without a net nothing is asked; the usual numbers stand in the texts.
    const catalog = await catalogOf(this.dataset.root ?? "").catch(() => undefined);
    if (!catalog || signal.aborted || !this.#store.writable) return;
    this.#keeper = new Keeper(this.#store);
    this.#rules = catalog.rules;
    const template = find(this, "template", HTMLTemplateElement);
    this.#rows = catalog.parameters.map((one) => numberRow(template, one));
    this.#store.addEventListener("change", () => this.#follow(), { signal });
    this.addEventListener("input", (event) => this.#typed(event), { signal });
    this.addEventListener("change", (event) => this.#left(event), { signal });
    this.addEventListener("click", (event) => this.#clicked(event.target), { signal });
    window.addEventListener("pagehide", () => this.#later.flush(), { signal });
    this.#sort();
    this.#show();
    this.hidden = false;
  }

  disconnectedCallback() {
    this.#later.flush();
    this.#listening.abort(GONE);
  }

  /** Which numbers are named where the reader works: those come first, the rest is folded.
   * @param {string} _ @param {string | null} before @param {string | null} now */
  attributeChangedCallback(_, before, now) {
    if (!this.#rows.length || before === now) return;
    this.#sort();
    this.#show();
  }

  get #store() {
    return storeOf(this.dataset.site);
  }

  /** The project of what stands beside it, such as an example; else the one in use. */
  get #project() {
    const { state, project } = this.#store;
    return state.projects[this.dataset.within ?? ""] ?? project;
  }

  #sort() {
    const named = this.dataset.named?.split(" ").filter(Boolean) ?? [];
    const used = this.#rows.filter(
      ({ dataset }) => !named.length || named.includes(dataset.parameter ?? ""),
    );
    const others = this.#rows.filter((row) => !used.includes(row));
    const places = { "[data-used]": used, "[data-others]": others };
    for (const [place, rows] of Object.entries(places)) {
      const holder = find(this, place, HTMLElement);
      // What the reader is writing in is not taken out of her hands.
      if (rows.every((row, n) => holder.children[n] === row)) continue;
      if (this.contains(document.activeElement)) return;
      holder.replaceChildren(...rows);
    }
    const rest = find(this, "[data-rest]", HTMLElement);
    rest.hidden = !others.length;
    this.#clash();
    const summary = find(rest, "summary", HTMLElement);
    summary.textContent = fill(summary.dataset.words ?? "", { n: others.length });
  }

  /** Numbers stand among the answers about the firm: a tick changes none. */
  #follow() {
    if (this.#project.profile !== this.#profile) this.#show();
  }

  #show() {
    const project = this.#project;
    this.#profile = project.profile;
    for (const row of this.#rows) {
      const { value, usual, own } = numberHere(row, project);
      const field = fieldOf(row);
      if (field !== document.activeElement) {
        field.value = written(value);
        this.#told(row, value);
      }
      const line = find(row, "[data-usual]", HTMLElement);
      const words = (own ? this.dataset.yours : this.dataset.usual) ?? "";
      line.textContent = fill(words, { number: shown(usual, units(row)) });
      const unit = row.dataset.choices ? "" : unitOf(value, units(row));
      find(row, "[data-unit]", HTMLElement).textContent = unit;
      find(row, "button", HTMLElement).hidden = !own;
      if (own) row.dataset.set = "";
      else delete row.dataset.set;
    }
    this.#clash();
  }

  /** The rules that her numbers break: of those that are named here, or that she has set. */
  #clash() {
    const project = this.#project;
    const rowOf = (/** @type {string} */ id) =>
      this.#rows.find(({ dataset }) => dataset.parameter === id);
    const size = (/** @type {string} */ id) => {
      const row = rowOf(id);
      if (!row) return undefined;
      const { value, own } = numberHere(row, project);
      const named = own || !row.closest("[data-others]");
      return named ? Number(value) * Number(row.dataset.minutes || 1) : undefined;
    };
    const lines = broken(this.#rules, size).map(({ first, then, text }) => {
      const [a, b] = [first, then].map((id) => this.#said(rowOf(id)));
      const words = { first: a.title, then: b.title, a: a.number, b: b.number, text };
      return node("p", {}, fill(this.dataset.clash ?? "", words));
    });
    find(this, "[data-clashes]", HTMLElement).replaceChildren(...lines);
  }

  /** What a number is of, and what it is now. @param {HTMLElement | undefined} row */
  #said(row) {
    if (!row) return { title: "", number: "" };
    const title = find(row, "label", HTMLElement).textContent ?? "";
    return { title, number: numberHere(row, this.#project).text };
  }

  /** @param {Event} event */
  #typed(event) {
    const row = rowOf(event.target);
    if (!row) return;
    event.stopPropagation(); // what it stands in listens for its own fields
    const value = numberIn(fieldOf(row).value);
    if (value && within(value, bounds(row))) {
      this.#told(row, value);
      this.#later.add(row.dataset.parameter ?? "", () => [[row, value]]);
    }
  }

  /** @param {Event} event */
  #left(event) {
    const row = rowOf(event.target);
    if (!row) return;
    event.stopPropagation();
    this.#later.flush();
    const text = fieldOf(row).value;
    const value = numberIn(text);
    if (!text.trim()) this.#keep(row, "");
    else this.#told(row, value);
  }

  /** Says what is wrong with what stands in a field. @param {HTMLElement} row
   * @param {string} value «» for what is no number */
  #told(row, value) {
    const good = Boolean(value) && within(value, bounds(row));
    const { least = "", most = "" } = row.dataset;
    const line = find(row, "[data-problem]", HTMLElement);
    const words = { least: written(least), most: written(most) };
    line.textContent = good ? "" : fill(this.dataset.wrong ?? "", words);
    line.hidden = good;
    if (good) fieldOf(row).removeAttribute("aria-invalid");
    else fieldOf(row).setAttribute("aria-invalid", "true");
  }

  /** @param {EventTarget | null} target */
  #clicked(target) {
    const row = outer(target, "button", HTMLButtonElement) && rowOf(target);
    if (!row) return;
    this.#keep(row, "");
    fieldOf(row).focus();
    fieldOf(row).value = written(numberHere(row, this.#project).value);
    this.#told(row, numberIn(fieldOf(row).value));
  }

  /** @param {HTMLElement} row @param {string} text */
  #keep(row, text) {
    const { parameter = "" } = row.dataset;
    const before = numberHere(row, this.#project);
    if (text === before.value && (text || !before.own)) return;
    this.#keeper?.keep([[keyOf(parameter), text]], false, this.dataset.within, "profile");
    const said = fill(this.dataset.kept ?? "", this.#said(row));
    find(this, "[data-told]", HTMLElement).textContent = said;
  }
}

/** @param {EventTarget | null} inner */
const rowOf = (inner) => outer(inner, "[data-parameter]", HTMLElement);
/** @param {HTMLElement} row */
const bounds = ({ dataset: { least = "", most = "" } }) => ({ least, most });
/** @param {HTMLElement} row */
const units = ({ dataset: { one, many, choices } }) => ({ one, many, choices });
