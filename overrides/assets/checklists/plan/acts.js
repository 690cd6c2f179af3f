// What a reader does in the plan: where a tap, a choice or a word that is written leads.

import { NAMES } from "../answers/fields.js";
import { use } from "../answers/state.js";
import { jumped } from "../elements/address.js";
import { dropDrafts } from "../elements/draft.js";
import { find, isField } from "../elements/find.js";

/** @typedef {import("./plan.js").Plan} Plan */

export class Acts {
  #plan;

  /** @param {Plan} plan */
  constructor(plan) {
    this.#plan = plan;
  }

  listen() {
    const { root, signal } = this.#plan;
    root.addEventListener("click", (event) => this.#followed(event), { signal });
    root.addEventListener("change", (event) => this.#changed(event.target), { signal });
    root.addEventListener("input", (event) => this.#typed(event.target), { signal });
    root.addEventListener("submit", (event) => this.#submitted(event), { signal });
  }

  /** @param {Event} event a click */
  #followed(event) {
    const { place, left } = this.#plan;
    if (jumped(event)) place.unfold();
    else {
      place.leave(event.target, left.open);
      this.#clicked(event.target);
    }
  }

  /** @param {EventTarget | null} target */
  #clicked(target) {
    if (!(target instanceof HTMLButtonElement)) return;
    const { projects, work } = this.#plan;
    if (target.matches("[data-own]")) {
      this.#plan.leaveCopy();
      projects.select.focus();
    } else if (target.matches("[data-cancel]")) projects.cancel();
    else if (target.matches(".checklist__edit")) work.write(target);
    else this.#act(target.dataset.act ?? "", target);
  }

  /** @param {string} name @param {HTMLButtonElement} button */
  #act(name, button) {
    const { id = "" } = button.dataset;
    const { aside, merging, overview, profile, projects, reporting, said, store, ways, work } =
      this.#plan;
    /** @type {Record<string, () => unknown>} */
    const acts = {
      new: () => projects.ask("new"),
      rename: () => projects.ask("rename"),
      copy: () => projects.ask("copy"),
      delete: () => projects.delete(),
      bring: () => projects.bring(button.value),
      everything: () => overview.turn(),
      lists: () => overview.showRest(),
      undo: () => said.undo(),
      hush: () => said.hush(),
      markdown: () => ways.markdown(this.#plan.rows, this.#plan.project),
      mark: () => profile.mark(),
      forget: () => store.answer(id, Object.fromEntries(NAMES.map((one) => [one, ""]))),
      erase: () => this.#sure(true),
      no: () => this.#sure(false),
      really: () => this.#erase(),
      bulk: () => work.ask(button),
      bulk_no: () => work.close(button),
      ...ways.acts,
      ...reporting.acts,
      ...merging.acts(button),
      ...aside.acts,
    };
    acts[name]?.();
  }

  /** @param {boolean} asked */
  #sure(asked) {
    const { root } = this.#plan;
    this.#plan.part("sure").hidden = !asked;
    find(root, asked ? "[data-act=no]" : "[data-act=erase]", HTMLElement).focus();
  }

  #erase() {
    const { said, site, store, t } = this.#plan;
    store.erase();
    dropDrafts(site);
    this.#sure(false);
    said.say(t("erased"));
  }

  /** @param {Event} event */
  #submitted(event) {
    event.preventDefault();
    const { projects, work } = this.#plan;
    const form = event.target instanceof HTMLFormElement ? event.target : null;
    if (form?.matches("[data-name]")) projects.named();
    else if (form?.matches("[data-bulk]")) work.all(form);
  }

  /** @param {EventTarget | null} target */
  #changed(target) {
    if (!isField(target)) return;
    const { profile, store, ways, work } = this.#plan;
    if (target.matches("[data-projects]")) store.change((state) => use(state, target.value));
    else if (target.closest("[data-filter]")) this.#plan.narrow();
    else if (target.closest("[data-profile]")) profile.answered(target);
    else if (target instanceof HTMLInputElement && target.matches("[data-item] > label > input")) {
      work.ticked(target);
    } else if (target instanceof HTMLInputElement && target.matches("[data-open]")) {
      ways.open(target);
    }
  }

  /** @param {EventTarget | null} target */
  #typed(target) {
    if (!isField(target)) return;
    if (target.type === "search") this.#plan.narrow();
    else if (target.matches("[data-label], [data-me]")) this.#plan.ways.label(target.value);
  }
}
