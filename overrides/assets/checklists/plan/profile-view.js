// The questions of the profile on the page, and marking what seems not to be for this reader.

import { answered } from "../answers/answered.js";
import { value } from "../answers/register.js";
import { answer, keep } from "../answers/state.js";
import { find, isField, seek } from "../elements/find.js";
import { node } from "../elements/node.js";
import { unlike } from "./profile.js";

/**
 * @typedef {import("../answers/store.js").Store} Store
 * @typedef {import("../elements/catalog.js").Catalog} Catalog
 * @typedef {import("../elements/find.js").Field} Field
 * @typedef {import("../elements/said.js").Said} Said
 * @typedef {import("../elements/words.js").Words} Words
 */

export class ProfileView {
  #root;
  #store;
  #catalog;
  #t;
  #said;

  /**
   * @param {HTMLElement} root the plan's element @param {Store} store @param {Catalog} catalog
   * @param {Words} t @param {Said} said
   */
  constructor(root, store, catalog, t, said) {
    this.#root = root;
    this.#store = store;
    this.#catalog = catalog;
    this.#t = t;
    this.#said = said;
  }

  get #unlike() {
    return unlike(this.#catalog, this.#store.project, this.#t);
  }

  show() {
    // A guide need not have a profile.
    const form = seek(this.#root, "[data-profile]", HTMLFormElement);
    if (!form) return;
    const { profile } = this.#store.project;
    for (const field of [...form.elements].filter(isField)) {
      field.value = value(profile[field.name]);
    }
    const found = this.#unlike;
    const box = find(this.#root, "[data-unlike]", HTMLElement);
    box.hidden = !found.length;
    const count = this.#t("not_relevant", { n: found.length });
    find(box, "p", HTMLElement).textContent = count;
    const lines = found.map(({ item, why }) =>
      node("li", {}, `${item.code} ${item.text} `, node("em", {}, why)),
    );
    find(box, "ul", HTMLElement).replaceChildren(...lines);
  }

  /** A question was answered. @param {Field} field */
  answered({ name, value: text }) {
    this.#store.change((state, id, stamp) => keep(state, id, "profile", name, text, stamp));
    if (this.#unlike.length) return;
    find(this.#root, "[data-marked]", HTMLElement).textContent = this.#t("none_marked");
  }

  /** Marks what seems not to be for this reader as not relevant; can be taken back. */
  mark() {
    const { project } = this.#store;
    const all = this.#unlike.map(({ item, why }) => ({
      id: item.id,
      before: answered(project, item.id, item.was),
      after: { status: "irrelevant", reason: why, wording: item.text },
    }));
    this.#store.change((state, project, stamp) =>
      all.reduce((made, { id, after }) => answer(made, project, id, after, stamp), state),
    );
    const undo = () =>
      this.#store.change((state, project, stamp) =>
        all.reduce((made, { id, before: { status, reason } }) => {
          return answer(made, project, id, { status, reason }, stamp);
        }, state),
      );
    this.#said.offer(this.#t("marked", { n: all.length }), undo);
  }
}
