// «Sammenlign svar»: every requirement a row, every supplier a column; unmet absolute ones first.

import { download } from "../elements/files.js";
import { currency } from "../elements/amounts.js";
import { priceIn } from "./price.js";
import { drafted } from "../elements/draft.js";
import { drawnIn } from "../elements/drawn-in.js";
import { findAll, isField, outer } from "../elements/find.js";
import { isolated } from "../elements/isolated.js";
import { Keeper } from "../elements/keep.js";
import { options } from "../elements/node.js";
import { redrawn, settled } from "../elements/redrawn.js";
import { Said } from "../elements/said.js";
import { Tool } from "../elements/tool.js";
import { Arriving } from "./arriving.js";
import { pairOf } from "./compare-fields.js";
import { showPictures } from "./compare-view.js";
import { asFile } from "./compared.js";
import { MOST } from "./document.js";
import { Drawing } from "./drawing.js";
import { own } from "./evaluated.js";
import { evaluation, suppliersOf } from "./evaluation.js";
import { Judging } from "./judging.js";
import { answeredBy, openedList } from "./opened-list.js";
import { Outgoing } from "./outgoing.js";
import { Questions } from "./question-view.js";
import { Reopened } from "./reopened.js";
import * as supplied from "./supplied.js";
import { Shown } from "./shown.js";
import { put } from "./typed-in.js";

export class CheckCompare extends HTMLElement {
  /** Brings what makes the files; the entry says from where.
   * @type {import("./outgoing.js").Bring} */
  static files = () => Promise.reject(new Error("no files"));
  /** @type {Comparing | undefined} */
  #comparing;

  connectedCallback() {
    priceIn(currency());
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
  #drawing = new Drawing(this);
  /** @type {{project: object, id: string, made: import("./evaluation.js").Evaluation} | null} */
  #known = null;

  #reopened = new Reopened(this, this.#said, this.#shown, () => this.#show());
  #outgoing = new Outgoing(this, this.#said, () => this.#made, (t) => CheckCompare.files(t),
    () => this.#questions.all);
  #questions = new Questions(this, this.#said, this.#shown, this.#keeper);
  #judging = new Judging(this, this.#said, this.#shown, this.#keeper, () => this.#show());

  #arriving = new Arriving(this, this.#said, this.#shown, this.#keeper);

  begin() {
    const { root, signal } = this;
    this.store.addEventListener("change", () => this.#followed(), { signal });
    root.addEventListener("change", (event) => this.#changed(event.target), { signal });
    root.addEventListener("click", (event) => this.#clicked(event.target), { signal });
    root.addEventListener("focusout", (event) => this.#left(event), { signal });
    root.addEventListener("submit", (event) => event.preventDefault(), { signal });
    // What is long is folded where the screen is small.
    const wide = window.matchMedia("(width > 44rem)").matches;
    for (const fold of findAll(root, "details[data-wide]", HTMLDetailsElement)) fold.open = wide;
    const drawn = () => this.#shown.id && showPictures(root, this.#made, this.t);
    this.part("pictures").addEventListener("toggle", drawn, { signal });
    window.addEventListener("beforeprint", drawn, { signal });
    window.addEventListener("pagehide", () => settled(root), { signal });
    for (const one of findAll(root, ":is(input, textarea)[data-ask]", HTMLElement)) {
      if (isField(one)) drafted(one, this.site, `sporsmal-${one.dataset.ask}`, signal);
    }
    // A link may say which document.
    this.#shown.id = /^#dokument-([a-z0-9]{1,16})$/.exec(location.hash)?.[1] ?? "";
    this.#show();
    root.hidden = false;
  }

  // --- What is compared --------------------------------------------------------------------------

  get #weights() {
    return supplied.weighed(this.#shown.project, this.#shown.id);
  }

  /** Worked out once for all that asks, until something is another. */
  get #made() {
    const { project, id, doc } = this.#shown;
    if (this.#known?.project !== project || this.#known.id !== id) {
      this.#known = { project, id, made: evaluation(project, doc) };
    }
    return this.#known.made;
  }

  // --- Shown -------------------------------------------------------------------------------------

  #followed() {
    if (this.#shown.follow() || !this.#keeper.quiet) redrawn(this.root, () => this.#show());
  }

  #show() {
    const all = this.#shown.list();
    const { id } = this.#shown;
    const select = this.typed("documents", HTMLSelectElement);
    select.replaceChildren(...options(all));
    select.value = id;
    this.part("none").hidden = Boolean(id);
    const made = id ? this.#made : null;
    const blind = Boolean(made && this.#judging.mine);
    this.#needs("document", Boolean(made));
    const n = made?.suppliers.length ?? 0;
    this.#needs("answers", n > 0);
    this.#needs("several", n > 1);
    this.#needs("sight", !blind);
    const beside = () => this.#showBeside(made);
    if (!made || !n) beside();
    else if (blind) this.#judging.show(made);
    else {
      this.#drawing.all(made, [
        ["beside", beside],
        ["judging", () => this.#judging.show(made)],
        ["outgoing", () => this.#outgoing.show(made)],
      ]);
    }
  }

  /** The answers that were opened, and what was asked about them.
   * @param {import("./evaluation.js").Evaluation | null} made */
  #showBeside(made) {
    const { project, id } = this.#shown;
    const about = answeredBy(project, id, made?.requirements ?? []);
    const all = openedList(made?.suppliers ?? [], about, this.t);
    const opened = this.part("opened");
    drawnIn(this.root, opened, () => opened.replaceChildren(...all));
    if (made) this.#questions.show(about);
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

  // --- Done -------------------------------------------------------------------------------------

  /** @param {EventTarget | null} target */
  #changed(target) {
    if (!isField(target) || this.#judging.changed(target)) return;
    if (this.#questions.changed(target) || this.#set(target)) return;
    const { own, note, name } = target.dataset;
    if (target.matches("[data-documents]")) {
      this.#shown.id = target.value;
      this.#show();
    } else if (own || note) this.#assess(target, own ?? note ?? "");
    else if (name) this.#rename(name, target.value);
    else if (target instanceof HTMLInputElement && target.type === "file") {
      if (target.matches("[data-open]")) this.#arriving.open(target);
      else this.#reopened.open(target);
    }
  }

  /** A field of the evaluation itself; what it cannot be is told, and what it was comes back.
   * @param {import("../elements/find.js").Field} field */
  #set(field) {
    const { project, id } = this.#shown;
    const { setting, unit, total, totalNote, lift, decision, number, weight } = field.dataset;
    const marks = { setting, unit, total, totalNote, lift, decision, number, weight };
    const ownOf = (/** @type {string} */ one) => own(project, id, one);
    const pair = pairOf(marks, field.value, id, ownOf, this.#weights);
    if (pair) this.#keeper.keep([pair]);
    if (pair === null) {
      this.#said.say(this.t("judge.no_value", { value: isolated(field.value) }));
      field.value = "";
      this.#show();
    }
    return pair !== undefined;
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
    this.#keep(id, { ...made, supplier });
  }

  /**
   * Our own view of one cell; the rest of the page follows, the field keeps its place.
   * @param {import("../elements/find.js").Field} field @param {string} id the supplier's
   */
  #assess(field, id) {
    const { number = "" } = field.dataset;
    const before = supplied.assessed(this.#shown.project, this.#shown.id, id, number);
    const { value } = field;
    const note = value.slice(0, supplied.MOST_NOTE);
    const change = field.dataset.own ? { reply: value } : { note };
    // A field that is taken off the page says once more that it has changed.
    const same = Object.entries({ reply: "", note: "", ...before, ...change });
    if (same.every(([what, text]) => (Object(before)[what] ?? "") === text)) return;
    const pair = supplied.assessment(this.#shown.id, id, number, { ...before, ...change });
    const was = this.#made;
    this.#keeper.keep([pair], true);
    const one = suppliersOf(this.#shown.project, this.#shown.id).find((other) => other.id === id);
    if (one) this.#drawing.cell(number, one, was, () => this.#made);
  }

  /** @param {EventTarget | null} target */
  #clicked(target) {
    const pressed = outer(target, "button", HTMLButtonElement);
    if (pressed && this.#outgoing.clicked(pressed)) return;
    /** @type {Record<string, () => unknown>} */
    const acts = {
      remove: () => this.#remove(pressed?.value ?? ""),
      put: () => put(pressed, this.#supplier.bind(this), this.#keeping(), this.#said, this.t),
      undo: () => this.#said.undo(),
      hush: () => this.#said.hush(),
      back: () => this.#shown.back(pressed?.value ?? "", () => this.#show()),
      print: () => window.print(),
      csv: () => this.#save("csv"),
      markdown: () => this.#save("md"),
      example: () => this.#shown.example(() => this.#show()),
      leave: () => this.#shown.leave(() => this.#show()),
      scores: () => this.#judging.saveScores(pressed?.value ?? ""),
      unjudge: () => this.#judging.remove(pressed?.value ?? ""),
      unfold: () => this.#unfold(pressed),
      ...this.#arriving.acts(pressed),
      ...this.#questions.acts(pressed),
      ...this.#judging.acts,
      ...this.#reopened.acts,
    };
    acts[pressed?.dataset.act ?? ""]?.();
  }

  /** A requirement's answers, where a phone has them folded.
   * @param {HTMLElement | null} button */
  #unfold(button) {
    const row = button?.closest("tr");
    if (!button || !row) return;
    const open = row.classList.toggle("guide-compare__open");
    button.setAttribute("aria-expanded", String(open));
  }

  /** @param {string} id @param {import("./kept.js").Supplier} made */
  #keep(id, made) {
    this.#keeping()(id, made);
  }

  /** What keeps a supplier in the document that is shown now, also when another is shown later. */
  #keeping() {
    const { id: document, within } = this.#shown;
    return (/** @type {string} */ id, /** @type {import("./kept.js").Supplier} */ made) =>
      this.#keeper.keep([supplied.supplier(document, id, made)], false, within);
  }

  /** The table as a file, and a word of it. @param {"csv" | "md"} kind */
  #save(kind) {
    download(...asFile(kind, this.#made, this.t));
    this.#said.say(this.t("made"));
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
