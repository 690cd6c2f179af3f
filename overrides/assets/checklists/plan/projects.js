// The projects: which is in use, and new ones, other names, copies, deletions and the way back.

import { randomId } from "../answers/ids.js";
import { latest, value } from "../answers/register.js";
import * as states from "../answers/state.js";
import { differs } from "../elements/differs.js";
import { minute } from "../elements/day.js";
import { find, findAll, seek } from "../elements/find.js";
import { isolated } from "../elements/isolated.js";
import { button, options } from "../elements/node.js";

/**
 * @typedef {import("../answers/state.js").Project} Project
 * @typedef {import("../answers/store.js").Store} Store
 * @typedef {import("../elements/said.js").Said} Said
 * @typedef {import("../elements/words.js").Words} Words
 * @typedef {"new" | "rename" | "copy"} Asking what a name is asked for
 */

const ID_LETTERS = 8;
const NEEDS_ONE = "[data-act=rename], [data-act=copy], [data-act=delete]";

export class Projects {
  #root;
  #store;
  #t;
  #said;
  #about = ""; // the project that a name is asked for
  /** @type {Asking} */
  #asking = "new";
  #differs = differs(); // most answers change no project's name

  /**
   * @param {HTMLElement} root the plan's element @param {Store} store @param {Words} t
   * @param {Said} said
   */
  constructor(root, store, t, said) {
    this.#root = root;
    this.#store = store;
    this.#t = t;
    this.#said = said;
  }

  get select() {
    return find(this.#root, "[data-projects]", HTMLSelectElement);
  }

  get #form() {
    return find(this.#root, "[data-name]", HTMLFormElement);
  }

  /** @param {Project} project */
  nameOf(project) {
    return value(project.name) || this.#t("unnamed");
  }

  show() {
    const { state } = this.#store;
    const now = states.current(state);
    /** @type {[id: string, name: string][]} */
    const all = states.projects(state).map(([id, one]) => [id, this.nameOf(one)]);
    /** @type {[id: string, name: string, when: string][]} */
    const gone = states
      .projects(state, true)
      .map(([id, one]) => [id, this.nameOf(one), latest(one.gone)[1]]);
    const other = this.#differs([now, all, gone]);
    if (other) {
      this.select.replaceChildren(...options(all.length ? all : [["", this.#t("unnamed")]]));
    }
    this.select.value = now; // also where another was chosen and nothing could be changed
    if (!other) return;
    this.#showGone(gone);
    // Which one it is, said on the page as soon as there are several.
    const which = all.length > 1 ? `: ${this.nameOf(this.#store.project)}` : "";
    find(this.#root, "[data-which]", HTMLElement).textContent = which;
    for (const way of findAll(this.#root, NEEDS_ONE, HTMLButtonElement)) way.disabled = !now;
  }

  /** The line of those that can be brought back, also long after.
   * @param {[id: string, name: string, when: string][]} gone */
  #showGone(gone) {
    const line = seek(this.#root, "[data-gone]", HTMLElement);
    if (!line) return; // a fork's own template
    line.hidden = !gone.length;
    const ways = gone.flatMap(([id, name, when]) => {
      const words = { name: isolated(name), when: minute(when) };
      return [" ", button("bring", this.#t("doc.gone_one", words), { value: id })];
    });
    line.replaceChildren(this.#t("doc.gone"), ...ways);
  }

  /** Asks for a name, the one that is likely already there. @param {Asking} asking */
  ask(asking) {
    this.#about = states.current(this.#store.state);
    const name = this.nameOf(this.#store.project);
    const likely = { new: "", rename: name, copy: this.#t("copied_name", { name }) };
    this.#asking = asking;
    this.#form.hidden = false;
    const field = find(this.#form, "input", HTMLInputElement);
    field.value = likely[asking];
    field.focus();
    field.select();
  }

  cancel() {
    this.#form.hidden = true;
    find(this.#root, "[data-act=new]", HTMLElement).focus();
  }

  /** The name has been written. */
  named() {
    const name = find(this.#form, "input", HTMLInputElement).value.trim();
    if (!name) return;
    const id = `p${randomId(ID_LETTERS)}`;
    const done = this.#store.change((state, now, stamp) => {
      // Another may have been chosen since, here or in another tab.
      const about = state.projects[this.#about] ? this.#about : now;
      if (this.#asking === "rename") return states.rename(state, about, name, stamp);
      const copied = this.#asking === "copy";
      const made = copied
        ? states.copy(state, about, id, name, stamp)
        : states.rename(state, id, name, stamp);
      return states.use(made, id);
    }, true);
    if (!done) return;
    this.#form.hidden = true;
    this.select.focus();
  }

  delete() {
    const id = states.current(this.#store.state);
    const name = this.nameOf(this.#store.project);
    const gone = this.#store.change((state, now, stamp) => states.remove(state, id, true, stamp));
    if (!gone) return;
    this.#said.offer(this.#t("deleted", { name }), () => this.#bring(id));
  }

  /** Brings one back, says so, and goes to where it is chosen. @param {string} id */
  bring(id) {
    if (!this.#bring(id)) return;
    const name = isolated(this.nameOf(this.#store.project));
    this.#said.say(this.#t("doc.brought", { name }));
    this.select.focus();
  }

  /** @param {string} id */
  #bring(id) {
    return this.#store.change((state, now, stamp) =>
      states.use(states.remove(state, id, false, stamp), id),
    );
  }
}
