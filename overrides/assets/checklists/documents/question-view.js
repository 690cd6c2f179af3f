// The log of questions on the comparison's page: a form for a new one, each with its answer, and
// the ways out to all suppliers.

import { randomId } from "../answers/ids.js";
import { day, today } from "../elements/day.js";
import { find, findAll, outer } from "../elements/find.js";
import { toldAt } from "../elements/invalid.js";
import { isolated } from "../elements/isolated.js";
import { button, node, options } from "../elements/node.js";
import { editionLines } from "./edition-lines.js";
import { FIELDS, asText, asked, log } from "./question-log.js";

/**
 * @typedef {import("../elements/keep.js").Keeper} Keeper
 * @typedef {import("../elements/said.js").Said} Said
 * @typedef {import("../elements/tool.js").Tool} Tool
 * @typedef {import("./question-log.js").Asked} Asked
 * @typedef {import("./shown.js").Shown} Shown
 */

const ID_LETTERS = 4;
const PAGE = 50; // questions that are shown before somebody asks for those before them

export class Questions {
  #tool;
  #said;
  #shown;
  #keeper;
  #most = PAGE;

  /** @param {Tool} tool @param {Said} said @param {Shown} shown @param {Keeper} keeper */
  constructor(tool, said, shown, keeper) {
    this.#tool = tool;
    this.#said = said;
    this.#shown = shown;
    this.#keeper = keeper;
  }

  get all() {
    return log(this.#shown.project, this.#shown.id);
  }

  /** @param {{numbers: string[], editions: import("./editions.js").Edition[]}} document what
   * its requirements are called, and its editions */
  show({ numbers, editions: made }) {
    const { t } = this.#tool;
    this.#tool.part("editions").replaceChildren(...editionLines(made, t));
    this.#tool.part("sent").hidden = !made.length;
    const { all } = this;
    this.#list(all);
    this.#tool.part("log-out").hidden = !all.length;
    const select = this.#tool.typed("ask-number", HTMLSelectElement);
    const chosen = select.value;
    select.replaceChildren(
      ...options([["", t("log_none")], ...numbers.map((one) => /** @type {const} */ ([one, one]))]),
    );
    select.value = chosen;
  }

  /** The last ones, and a way to all before them. @param {Asked[]} all */
  #list(all) {
    const { t } = this.#tool;
    const hidden = Math.max(0, all.length - this.#most);
    const lines = all.slice(hidden).map((one, n) => this.#line(one, hidden + n));
    const before = button("log_before", t("log_before", { n: hidden }));
    this.#tool.part("asked").replaceChildren(...(hidden ? [node("li", {}, before)] : []), ...lines);
  }

  /** All of them, and to the one that comes before the first that was seen. */
  #before() {
    const { all } = this;
    const at = Math.max(0, all.length - this.#most - 1);
    this.#most = Infinity;
    this.#list(all);
    findAll(this.#tool.part("asked"), "textarea", HTMLTextAreaElement)[at]?.focus();
  }

  /** @param {Asked} one @param {number} n */
  #line({ id, day: when, number, question, answer, who }, n) {
    const { t } = this.#tool;
    const about = [number, day(when), who].filter(Boolean).map(isolated).join(" · ");
    const room = { rows: "2", maxlength: "4000", dir: "auto" };
    const field = node("textarea", { "data-answer": id, ...room });
    field.value = answer;
    field.defaultValue = answer;
    const more = { value: id, "aria-label": `${t("remove")} ${n + 1}` };
    return node(
      "li",
      { value: `${n + 1}` },
      node("p", { dir: "auto" }, node("strong", {}, question)),
      about ? node("p", {}, about) : "",
      node("p", {}, node("label", {}, node("span", {}, t("log_answer")), field)),
      button("unask", t("remove"), more),
    );
  }

  /** True when a field is one of these. @param {import("../elements/find.js").Field} field */
  changed(field) {
    const { answer } = field.dataset;
    const one = answer && this.all.find(({ id }) => id === answer);
    // Taken out elsewhere meanwhile: what is written to it would be lost unsaid.
    if (answer && !one) this.#said.say(this.#tool.t("log_gone", { answer: isolated(field.value) }));
    if (!one) return field.matches("[data-ask-number], [data-ask], [data-answer]");
    this.#keep({ ...one, answer: field.value }, true);
    return true;
  }

  /** What the buttons do. @param {HTMLButtonElement | null} pressed */
  acts(pressed) {
    return {
      ask: () => this.#add(pressed),
      unask: () => this.#remove(pressed?.value ?? ""),
      log_before: () => this.#before(),
      log_text: () => this.#copy(),
    };
  }

  /** @param {Asked} one @param {boolean} [quiet] */
  #keep(one, quiet = false) {
    return this.#keeper.keep([asked(this.#shown.id, one)], quiet, this.#shown.within);
  }

  /** @param {HTMLButtonElement | null} pressed */
  #add(pressed) {
    const form = outer(pressed, "[data-log]", HTMLElement);
    if (!form) return;
    const fields = findAll(form, "[data-ask]", HTMLTextAreaElement);
    const inputs = findAll(form, "[data-ask]", HTMLInputElement);
    const said = new Map([...fields, ...inputs].map((one) => [one.dataset.ask, one.value.trim()]));
    said.set("number", this.#tool.typed("ask-number", HTMLSelectElement).value);
    const question = fields.find(({ dataset }) => dataset.ask === "question");
    const empty = !said.get("question");
    toldAt(question, find(form, "[data-ask-problem]", HTMLElement), empty);
    if (!empty) {
      const made = Object.fromEntries(FIELDS.map((name) => [name, said.get(name) ?? ""]));
      // Ids in the order of time: who asked first stands first.
      const id = `${Date.now().toString(36)}${randomId(ID_LETTERS)}`;
      const one = { ...made, id, day: today() };
      if (this.#keep(/** @type {Asked} */ (one))) {
        for (const field of [...fields, ...inputs]) field.value = "";
        this.#said.say(this.#tool.t("log_added", { n: this.all.length }));
      }
    }
    question?.focus();
  }

  /** @param {string} id */
  #remove(id) {
    const one = this.all.find((made) => made.id === id);
    if (!one) return;
    const { id: document, within } = this.#shown;
    this.#keep({ ...one, question: "" });
    // Back to where it was taken out, whatever is shown by then.
    const back = () => this.#keeper.keep([asked(document, one)], false, within);
    this.#said.offer(this.#tool.t("log_removed"), back);
  }

  async #copy() {
    const { t } = this.#tool;
    const text = asText(this.#shown.doc.name, this.all, t);
    try {
      await navigator.clipboard.writeText(text);
      this.#said.say(t("log_copied"));
    } catch {
      const field = node("textarea", { rows: "8", readonly: "", "aria-label": t("log_copy") });
      field.value = text;
      this.#said.say(t("log_by_hand"), field);
    }
  }
}
