// The start of the front page: what the firm is like, how many points it gives, and the level.

import { CHOSEN, LEVELS, derived, fitting, levelOf, said } from "../answers/fit.js";
import { keep } from "../answers/state.js";
import { storeOf } from "../answers/store.js";
import { catalogOf } from "../elements/catalog.js";
import { fill } from "../elements/fill.js";
import { find, findAll, outer, seek } from "../elements/find.js";
import { GONE } from "../elements/gone.js";
import { tellLost } from "../elements/lost.js";
import { tellWhich } from "../elements/which.js";
import { Questions } from "./questions.js";

/** @typedef {import("../elements/catalog.js").Catalog} Catalog */

export class CheckStart extends HTMLElement {
  #listening = new AbortController();
  /** @type {Catalog | undefined} */
  #catalog;
  /** @type {Questions | undefined} */
  #questions;
  #asking = false;
  #project = "";

  connectedCallback() {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const form = find(this, "[data-ask]", HTMLFormElement);
    this.#questions = new Questions(form, this.#store, () => this.#end(), signal);
    this.#begin();
    const { blocked = "", full = "" } = this.dataset;
    const words = new Map(Object.entries({ blocked, full }));
    tellLost(this, this.#store, (why) => words.get(why) ?? "", signal);
    tellWhich(this, this.#store, signal);
    this.#store.addEventListener("change", () => this.#changed(), { signal });
    this.addEventListener("click", (event) => this.#clicked(event.target), { signal });
    this.addEventListener("change", (event) => this.#chosen(event.target), { signal });
  }

  disconnectedCallback() {
    this.#listening.abort(GONE);
  }

  get #store() {
    return storeOf(this.dataset.site);
  }

  /** Asks who has answered nothing. */
  #begin() {
    this.#project = this.#store.state.local.current;
    this.#questions?.ask();
    this.#asking = !this.#questions?.given.length;
    this.#show();
  }

  #changed() {
    const { current } = this.#store.state.local;
    // The first answer makes the first project; any other step leads to another firm.
    if (this.#project && current !== this.#project) this.#begin();
    this.#project = current;
    this.#show();
    this.dispatchEvent(new CustomEvent("checklist:answer", { bubbles: true }));
  }

  /** @param {EventTarget | null} target */
  #clicked(target) {
    const act = outer(target, "[data-act]", HTMLElement)?.dataset.act;
    if (act !== "change" && act !== "rest") return;
    this.#asking = true;
    this.#questions?.ask(act === "rest");
    this.#show();
    this.#questions?.focus();
  }

  #end() {
    this.#asking = false;
    this.#show();
    find(this, "[data-given]", HTMLElement).focus();
  }

  /** A level is chosen, or left to the answers. @param {EventTarget | null} target */
  #chosen(target) {
    if (!(target instanceof HTMLInputElement) || target.name !== CHOSEN) return;
    const { value } = target;
    this.#store.change((state, id, stamp) => keep(state, id, "profile", CHOSEN, value, stamp));
  }

  #show() {
    const given = this.#questions?.given ?? [];
    this.hidden = !this.#store.writable;
    find(this, "[data-ask]", HTMLElement).hidden = !this.#asking;
    if (this.#asking) this.#questions?.show();
    find(this, "[data-given]", HTMLElement).hidden = this.#asking;
    const firm = find(this, "[data-firm]", HTMLElement);
    const { you = "", none = "" } = firm.dataset;
    firm.textContent = given.length ? fill(you, { firm: given.join(", ") }) : none;
    const left = this.#questions?.left ?? 0;
    const rest = find(this, "[data-act=rest]", HTMLElement);
    rest.hidden = !left || !given.length;
    rest.textContent = fill(rest.dataset.rest ?? "", { n: left });
    void this.#count(given.length > 0);
  }

  /** How many points the answers give; said when there are answers and the catalog is here.
   * @param {boolean} answered */
  async #count(answered) {
    const chosen = said(this.#store.project, CHOSEN);
    if (answered || chosen) this.#catalog ??= await this.#fetched();
    const result = find(this, "[data-result]", HTMLElement);
    result.hidden = !(answered || chosen) || !this.#catalog;
    if (result.hidden || !this.#catalog) return;
    const title = find(this, "[data-count]", HTMLElement);
    title.textContent = this.#points(title, this.#number());
    this.#levels(this.#catalog);
  }

  async #fetched() {
    try {
      return await catalogOf(this.dataset.root ?? "");
    } catch {
      return undefined; // no net just now: the next answer asks again
    }
  }

  /** The level that holds, and how many points each gives. @param {Catalog} catalog */
  #levels({ levels }) {
    const fold = seek(this, "[data-levels]", HTMLElement);
    if (!fold) return;
    const { project } = this.#store;
    const chosen = said(project, CHOSEN);
    const kept = LEVELS.includes(Number(chosen)) ? chosen : "";
    for (const radio of findAll(fold, "input", HTMLInputElement)) {
      const level = radio.value || String(derived(levels, project));
      radio.checked = radio.value === kept;
      const label = find(fold, `[data-level="${radio.value}"]`, HTMLElement);
      const points = this.#points(label, this.#number(level));
      label.textContent = fill(label.dataset.label ?? "", { level: this.#named(level), points });
    }
    const head = find(fold, "summary", HTMLElement);
    const level = this.#named(String(levelOf(levels, project)));
    head.textContent = fill(head.dataset.label ?? "", { level });
  }

  /** @param {string} level */
  #named(level) {
    return find(this, `[data-level="${level}"]`, HTMLElement).dataset.name ?? "";
  }

  /** How many points are meant for the reader, now or at another level. @param {string} [level] */
  #number(level) {
    const { project } = this.#store;
    /** @type {import("../answers/register.js").Entry[]} */
    const entry = level ? [[level, "", "", ""]] : (project.profile[CHOSEN] ?? []);
    const asked = { ...project, profile: { ...project.profile, [CHOSEN]: entry } };
    const { items, levels } = this.#catalog ?? { items: [], levels: {} };
    return items.filter(fitting(levels, asked)).length;
  }

  /** @param {HTMLElement} holder of the words @param {number} n */
  #points({ dataset }, n) {
    const { one = "", other = "" } = dataset;
    return fill(n === 1 ? one : other, { n });
  }
}
