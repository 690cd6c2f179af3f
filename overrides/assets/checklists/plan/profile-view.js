// The questions of the profile on the page, the level that follows, and marking what they rule out.

import { answered } from "../answers/answered.js";
import { derived } from "../answers/fit.js";
import { namesIn } from "../answers/parameters.js";
import { value } from "../answers/register.js";
import { answer, current, keep } from "../answers/state.js";
import { differs } from "../elements/differs.js";
import { find, isField } from "../elements/find.js";
import { node } from "../elements/node.js";
import { Parts } from "../elements/parts.js";
import { readOf } from "../elements/read.js";
import { hers } from "../lists/meant.js";
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
  #parts;
  #store;
  #catalog;
  #t;
  #said;
  /** @type {string | undefined} the project that is shown */
  #in;
  #ruledOutDiffers = differs();

  /**
   * @param {HTMLElement} root the plan's element @param {Store} store @param {Catalog} catalog
   * @param {Words} t @param {Said} said
   */
  constructor(root, store, catalog, t, said) {
    this.#root = root;
    this.#parts = new Parts(root);
    this.#store = store;
    this.#catalog = catalog;
    this.#t = t;
    this.#said = said;
  }

  get #unlike() {
    return unlike(this.#catalog, this.#store.project, this.#t);
  }

  show() {
    this.#showNumbers();
    // A guide need not have a profile.
    const form = this.#parts.seek("[data-profile]", HTMLFormElement);
    if (!form) return;
    const { profile } = this.#store.project;
    for (const field of [...form.elements].filter(isField)) {
      const text = value(profile[field.name]);
      field.value = text;
      // An answer of an older edition is kept, and shown as none.
      if (field.value !== text) field.value = "";
    }
    this.#fold();
    this.#showLevel();
    this.#showUnlike();
  }

  /** Folded where a project comes with answers; what the reader does with the fold stays. */
  #fold() {
    const [before, now] = [this.#in, current(this.#store.state)];
    this.#in = now;
    // The first answer makes a project; that is no other one.
    if (before === now || before === "") return;
    this.#part("[data-profile-fold]", HTMLDetailsElement).open = !this.#asked;
  }

  /** @template {HTMLElement} T @param {string} selector @param {new () => T} type */
  #part(selector, type) {
    return this.#parts.seek(selector, type) ?? find(this.#root, selector, type);
  }

  /** True when the reader has said anything of the firm. */
  get #asked() {
    const { profile } = this.#store.project;
    return Object.values(profile).some((entries) => value(entries));
  }

  /** Which numbers stand in what is meant for the reader. */
  #showNumbers() {
    const form = this.#parts.seek("check-numbers", HTMLElement);
    const mine = hers(this.#catalog, this.#store.project);
    const names = new Set(mine.flatMap(({ form: words = "" }) => namesIn(words)));
    const named = [...names].join(" ");
    if (form && form.dataset.named !== named) form.dataset.named = named;
  }

  /** What the answers come to: a level, and how many items. */
  #showLevel() {
    const { project } = this.#store;
    const { levels = {}, items } = this.#catalog;
    const followed = this.#parts.seek("[data-followed]", HTMLOptionElement);
    const level = this.#t(`level.${derived(levels, project)}`);
    if (followed) followed.textContent = this.#t("level_follows", { level });
    const [n, total] = [hers(this.#catalog, project).length, items.length];
    const words = n < total ? this.#t("fits", { n, total }) : this.#t("none_marked");
    this.#part("[data-marked]", HTMLElement).textContent = this.#asked ? words : "";
  }

  /** What the answers rule out, for those who want it marked too. */
  #showUnlike() {
    const found = this.#unlike;
    if (!this.#ruledOutDiffers(found.map(({ item, why }) => [item.id, why]))) return;
    const box = this.#part("[data-unlike]", HTMLElement);
    box.hidden = !found.length;
    const count = this.#t("not_relevant", { n: found.length });
    find(box, "summary", HTMLElement).textContent = count;
    const lines = found.map(({ item, why }) =>
      node("li", {}, `${item.code} ${item.text} `, node("em", {}, why)),
    );
    find(box, "ul", HTMLElement).replaceChildren(...lines);
  }

  /** A question was answered, or a level chosen. @param {Field} field */
  answered({ name, value: text }) {
    this.#store.change((state, id, stamp) => keep(state, id, "profile", name, text, stamp));
  }

  /** Marks what seems not to be for this reader as not relevant; can be taken back. */
  mark() {
    const { project } = this.#store;
    const all = this.#unlike.map(({ item, why }) => ({
      id: item.id,
      before: answered(project, item.id, item.was),
      after: { status: "irrelevant", reason: why, ...readOf(item.text, item.of) },
    }));
    this.#store.change((state, project, stamp) =>
      all.reduce((made, { id, after }) => answer(made, project, id, after, stamp), state),
    );
    const within = current(this.#store.state);
    // Back in the project that it was done in, and where nobody has said otherwise since.
    const undo = () =>
      this.#store.change((state, now, stamp) =>
        all.reduce((made, { id, before: { status, reason }, after }) => {
          const here = state.projects[within];
          const said = here && answered(here, id);
          const same = said?.status === after.status && said.reason === after.reason;
          return same ? answer(made, within, id, { status, reason }, stamp) : made;
        }, state),
      );
    this.#said.offer(this.#t("marked", { n: all.length }), undo);
  }
}
