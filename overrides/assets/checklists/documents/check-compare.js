// «Sammenlign svar»: every requirement a row, every supplier a column; unmet absolute ones first.

import { download, fileName, taken } from "../elements/files.js";
import { findAll, isField, outer } from "../elements/find.js";
import { isolated } from "../elements/isolated.js";
import { Keeper } from "../elements/keep.js";
import { options } from "../elements/node.js";
import { redrawn } from "../elements/redrawn.js";
import { Said } from "../elements/said.js";
import { Tool } from "../elements/tool.js";
import * as csv from "../formats/csv.js";
import { counted } from "./compare.js";
import { cell, firmness, questions, ranking, table } from "./compare-table.js";
import { grid, markdown } from "./compared.js";
import { MOST, mark, numbered } from "./document.js";
import * as kept from "./kept.js";
import { openedList } from "./opened-list.js";
import { Reopened } from "./reopened.js";
import { readAnswer } from "./replies.js";
import * as supplied from "./supplied.js";
import { Shown } from "./shown.js";

/** @typedef {import("./compared.js").Compared} Compared */

const PLACES = ["s1", "s2", "s3", "s4", "s5"];
const MOST_NOTE = 1000;
const MOST_WEIGHT = 100;
const FILE = "sammenligning";

export class CheckCompare extends HTMLElement {
  /** @type {Comparing | undefined} */
  #comparing;

  connectedCallback() {
    this.#comparing = new Comparing(this);
    this.#comparing.begin();
  }

  disconnectedCallback() {
    this.#comparing?.end();
  }
}

class Comparing extends Tool {
  #said = new Said(this.part("said"), this.t, () => this.part("documents"));
  #shown = new Shown(this, this.#said);
  #keeper = new Keeper(this.store, () => this.#shown.within);

  #reopened = new Reopened(this, this.#said, this.#shown, () => this.#show());

  begin() {
    const { root, signal } = this;
    this.store.addEventListener("change", () => this.#followed(), { signal });
    root.addEventListener("change", (event) => this.#changed(event.target), { signal });
    root.addEventListener("click", (event) => this.#clicked(event.target), { signal });
    root.addEventListener("focusout", (event) => this.#left(event), { signal });
    root.addEventListener("submit", (event) => event.preventDefault(), { signal });
    this.#show();
    root.hidden = false;
  }

  // --- What is compared --------------------------------------------------------------------------

  get #requirements() {
    return numbered(this.#shown.doc);
  }

  get #weights() {
    return supplied.weighed(this.#shown.project, this.#shown.id);
  }

  /** @returns {Compared[]} */
  get #suppliers() {
    const project = this.#shown.project;
    return supplied.suppliers(project, this.#shown.id).map(([id, made]) => {
      // Read once each: a ranking asks for every reply many times.
      /** @type {Map<string, supplied.Assessment>} */
      const read = new Map();
      const own = (/** @type {string} */ number) => {
        const found = read.get(number) ?? supplied.assessed(project, this.#shown.id, id, number);
        read.set(number, found);
        return found;
      };
      const replyOf = (/** @type {string} */ number) => counted(made.answers[number], own(number));
      return { ...made, id, own, replyOf };
    });
  }

  // --- Shown -------------------------------------------------------------------------------------

  #followed() {
    if (this.#shown.follow() || !this.#keeper.quiet) redrawn(this.root, () => this.#show());
  }

  #show() {
    const all = this.#shown.list();
    const select = this.typed("documents", HTMLSelectElement);
    select.replaceChildren(...options(all));
    select.value = this.#shown.id;
    this.part("none").hidden = Boolean(this.#shown.id);
    const suppliers = this.#shown.id ? this.#suppliers : [];
    this.#needs("document", Boolean(this.#shown.id));
    this.#needs("answers", suppliers.length > 1);
    const asked = this.#shown.id ? this.#requirements : [];
    const edition = this.#shown.id ? mark(asked) : "";
    const numbers = asked.map(({ number }) => number);
    const from = kept.cameFrom(this.#shown.project, this.#shown.id);
    const opened = openedList(suppliers, { id: this.#shown.id, edition, numbers, from }, this.t);
    this.part("opened").replaceChildren(...opened);
    if (suppliers.length < 2) return;
    this.#showWeights();
    this.#showResult(suppliers);
    this.part("table").replaceChildren(table(this.#requirements, suppliers, this.t));
  }

  /** @param {FocusEvent} event */
  #left(event) {
    if (this.#shown.isLeft(event) && this.#shown.follow()) this.#show();
  }

  /** What waits for a document, or for answers. @param {string} what @param {boolean} there */
  #needs(what, there) {
    for (const part of findAll(this.root, `[data-needs=${what}]`, HTMLElement)) {
      part.hidden = !there;
    }
  }

  #showWeights() {
    const weights = this.#weights;
    for (const field of findAll(this.root, "[data-weight]", HTMLInputElement)) {
      if (field === document.activeElement) continue;
      field.value = String(weights[field.dataset.weight ?? ""]);
    }
  }

  /** What the answers come to. @param {Compared[]} suppliers */
  #showResult(suppliers) {
    const given = /** @type {const} */ ([this.#requirements, suppliers, this.#weights, this.t]);
    this.part("rank").replaceChildren(...ranking(...given));
    this.part("sensitivity").replaceChildren(...firmness(...given));
    this.part("questions").replaceChildren(...questions(...given));
  }

  // --- Done -------------------------------------------------------------------------------------

  /** @param {EventTarget | null} target */
  #changed(target) {
    if (!isField(target)) return;
    const { weight, own, note, name } = target.dataset;
    if (target.matches("[data-documents]")) {
      this.#shown.id = target.value;
      this.#show();
    } else if (weight) this.#weigh(weight, target.value);
    else if (own || note) this.#assess(target, own ?? note ?? "");
    else if (name) this.#rename(name, target.value);
    else if (target instanceof HTMLInputElement && target.type === "file") {
      if (target.matches("[data-open]")) this.#open(taken(target));
      else this.#reopened.open(target);
    }
  }

  /** @param {string} priority @param {string} text */
  #weigh(priority, text) {
    const weight = Math.min(MOST_WEIGHT, Math.max(0, Number(text) || 0));
    this.#keeper.keep([supplied.weights(this.#shown.id, { ...this.#weights, [priority]: weight })]);
  }

  /** @param {string} id */
  #supplier(id) {
    return supplied.suppliers(this.#shown.project, this.#shown.id).find(([one]) => one === id)?.[1];
  }

  /** @param {string} id @param {string} text */
  #rename(id, text) {
    const made = this.#supplier(id);
    if (!made) return;
    const supplier = text.trim().slice(0, MOST.name) || made.supplier;
    this.#keeper.keep([supplied.supplier(this.#shown.id, id, { ...made, supplier })]);
  }

  /**
   * Our own view of one cell; the rest of the page follows, the field keeps its place.
   * @param {import("../elements/find.js").Field} field @param {string} id the supplier's
   */
  #assess(field, id) {
    const { number = "" } = field.dataset;
    const before = supplied.assessed(this.#shown.project, this.#shown.id, id, number);
    const { value } = field;
    const change = field.dataset.own ? { reply: value } : { note: value.slice(0, MOST_NOTE) };
    const pair = supplied.assessment(this.#shown.id, id, number, { ...before, ...change });
    this.#keeper.keep([pair], true);
    const suppliers = this.#suppliers;
    const one = suppliers.find((made) => made.id === id);
    if (one) redrawn(this.root, () => field.closest("td")?.replaceWith(cell(number, one, this.t)));
    this.#showResult(suppliers);
  }

  /** @param {File[]} files */
  async #open(files) {
    const told = [];
    for (const file of files) {
      const { project, id: document } = this.#shown;
      const now = new Set(supplied.suppliers(project, document).map(([id]) => id));
      const place = PLACES.find((one) => !now.has(one));
      if (!place) {
        told.push(this.t("most"));
        break;
      }
      told.push(await this.#take(file, place));
    }
    this.#said.say(told.join(" "));
  }

  /** One answer, kept in a place that is free; what is said of it. @param {File} file
   * @param {string} place */
  async #take(file, place) {
    const found = await readAnswer(file, this.t);
    if (found.problem !== undefined) {
      return `${isolated(file.name)}: ${this.t(`problem.${found.problem}`)}`;
    }
    const { answer } = found;
    const name = file.name.replace(/\.\w+$/, "");
    const made = { supplier: name, unread: [], ...answer };
    this.#keeper.keep([supplied.supplier(this.#shown.id, place, made)]);
    const n = Object.keys(answer.answers).length;
    const read = this.t("read", { name: isolated(answer.supplier || file.name), n });
    const doubts = answer.doubts?.length ?? 0;
    return doubts ? `${read} ${this.t("read_doubts", { n: doubts })}` : read;
  }

  /** @param {EventTarget | null} target */
  #clicked(target) {
    const pressed = outer(target, "button", HTMLButtonElement);
    /** @type {Record<string, () => unknown>} */
    const acts = {
      remove: () => this.#remove(pressed?.value ?? ""),
      undo: () => this.#said.undo(),
      hush: () => this.#said.hush(),
      back: () => this.#shown.back(pressed?.value ?? "", () => this.#show()),
      print: () => window.print(),
      csv: () => download(fileName(FILE, "csv"), csv.write(this.#grid()), "text/csv"),
      markdown: () => download(fileName(FILE, "md"), markdown(this.#grid()), "text/markdown"),
      example: () => this.#shown.example(() => this.#show()),
      ...this.#reopened.acts,
    };
    acts[pressed?.dataset.act ?? ""]?.();
  }

  #grid() {
    return grid(this.#requirements, this.#suppliers, this.#weights, this.t);
  }

  /** @param {string} id */
  #remove(id) {
    const made = this.#supplier(id);
    if (!made) return;
    const document = this.#shown.id;
    this.#keeper.keep([supplied.supplier(document, id, null)]);
    const { within } = this.#shown;
    const undo = () => this.#keeper.keep([supplied.supplier(document, id, made)], false, within);
    this.#said.offer(this.t("answer_out", { what: isolated(made.supplier) }), undo);
  }
}
