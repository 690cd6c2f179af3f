// Work in the plan: ticking a row, its panel that opens in place, somebody for a whole list.

import { answered, carried } from "../answers/answered.js";
import { FIELDS } from "../answers/fields.js";
import { answer, current } from "../answers/state.js";
import { find, outer } from "../elements/find.js";
import { button, node } from "../elements/node.js";
import { itemOf } from "../lists/item.js";
import { panel } from "../lists/unfolded.js";
import { readIn } from "../lists/wording.js";

/**
 * @typedef {import("../elements/catalog.js").Catalog} Catalog
 * @typedef {import("../elements/tool.js").Tool} Tool
 * @typedef {import("../elements/said.js").Said} Said
 * @typedef {import("./left.js").Left} Left
 * @typedef {import("./rows.js").Row} Row
 */

const WORTH = 3; // rows: one or two have their own fields as near

export class Work {
  #plan;
  #catalog;
  #left;
  #said;
  #ticking = false;

  /** @param {Tool} plan @param {Catalog} catalog @param {Left} left @param {Said} said
   * @param {() => boolean} isCopy true while somebody's copy is shown */
  constructor(plan, catalog, left, said, isCopy) {
    this.#plan = plan;
    this.#catalog = catalog;
    this.#left = left;
    this.#said = said;
    left.opening = (fold) => {
      if (isCopy() || !fold.matches("[data-group=list]")) return true;
      const many = left.under(fold.dataset.list ?? "").length >= WORTH;
      if (many) this.#offer(fold);
      return many;
    };
  }

  /** True while a row is what is worked with. */
  get within() {
    const inner = document.activeElement;
    return this.#ticking || (inner !== null && inner.closest(".guide-plan__row") !== null);
  }

  /** Opens the panel in a row, or closes it. @param {HTMLButtonElement} way */
  write(way) {
    const holder = this.#held(way);
    if (holder) panel(itemOf(holder), way, this.#plan.store);
  }

  /** @param {HTMLInputElement} box */
  ticked(box) {
    const holder = this.#held(box);
    if (!holder) return;
    const { id, was } = itemOf(holder);
    const { store } = this.#plan;
    const status = box.checked ? "done" : "";
    const own = carried(store.project, id, was);
    this.#ticking = true;
    store.answer(id, { ...own, status, ...readIn(holder) });
    this.#ticking = false;
  }

  // --- Somebody for a whole list ----------------------------------------------------------------

  /** @param {HTMLElement} fold */
  #offer(fold) {
    const way = node("p", { class: "guide-plan__bulk" }, this.#way(fold));
    find(fold, "summary", HTMLElement).after(way);
  }

  /** What offers it; a listener hears for which list. @param {HTMLElement} fold */
  #way(fold) {
    const words = this.#plan.t("bulk");
    const of = find(fold, "summary", HTMLElement).textContent.trim();
    return button("bulk", words, { "aria-label": `${words}: ${of}` });
  }

  /** Asks for a name in place of the button. @param {HTMLElement} way */
  ask(way) {
    const { t } = this.#plan;
    const about = { name: "responsible", maxlength: String(FIELDS.responsible) };
    const field = node("input", { ...about, autocomplete: "off", required: true });
    const label = node("label", {}, node("span", {}, t("bulk")), field);
    const [set, no] = [node("button", {}, t("bulk_set")), button("bulk_no", t("cancel"))];
    way.replaceWith(node("form", { "data-bulk": true, class: "guide-plan__name" }, label, set, no));
    field.focus();
  }

  /** The button stands there again. @param {HTMLElement} inner */
  close(inner) {
    const form = outer(inner, "form", HTMLFormElement);
    const fold = form && outer(form, "details", HTMLElement);
    if (!fold) return;
    const way = this.#way(fold);
    form.replaceWith(way);
    way.focus();
  }

  /** Everything under a heading gets somebody; one step takes it back.
   * @param {HTMLFormElement} form */
  all(form) {
    const name = find(form, "input", HTMLInputElement).value.trim();
    const key = outer(form, "[data-list]", HTMLElement)?.dataset.list ?? "";
    const { store, t } = this.#plan;
    const rows = this.#left.under(key).filter(({ found }) => found.responsible !== name);
    const { project } = store;
    const done = store.change((state, id, stamp) =>
      rows.reduce((made, { item }) => {
        const own = carried(project, item.id, item.was);
        return answer(made, id, item.id, { ...own, responsible: name }, stamp);
      }, state),
    );
    if (!name || !done) return;
    this.close(form);
    const within = current(store.state);
    const back = () => this.#back(within, rows, name);
    this.#said.offer(t("bulk_done", { name, n: rows.length }), back);
  }

  /** What each had before in the project that it was done in, where nobody has written another name
   * since. @param {string} within @param {Row[]} rows @param {string} name */
  #back(within, rows, name) {
    this.#plan.store.change((state, now, stamp) => {
      const project = state.projects[within];
      if (!project) return state;
      const same = rows.filter(({ item }) => answered(project, item.id).responsible === name);
      return same.reduce(
        (made, { item, found }) =>
          answer(made, within, item.id, { responsible: found.responsible }, stamp),
        state,
      );
    });
  }

  /** The row that something stands in; its item keeps its place from now on.
   * @param {Element} inner */
  #held(inner) {
    const holder = outer(inner, "[data-item]", HTMLElement);
    const item = this.#catalog.byId.get(holder?.dataset.item ?? "");
    if (!item) return null;
    const found = answered(this.#plan.store.project, item.id, item.was);
    this.#left.hold({ item, found });
    return holder;
  }
}
