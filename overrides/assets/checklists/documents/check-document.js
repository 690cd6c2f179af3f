// «Lag kravdokumentet»: the frame, the requirements, a live preview, and the files.

import { jumped } from "../elements/address.js";
import { catalogOf } from "../elements/catalog.js";
import { find, isField, outer } from "../elements/find.js";
import { toldAt } from "../elements/invalid.js";
import { Keeper } from "../elements/keep.js";
import { Later } from "../elements/later.js";
import { node } from "../elements/node.js";
import { redrawn } from "../elements/redrawn.js";
import { Said } from "../elements/said.js";
import { Soon } from "../elements/soon.js";
import { Tool } from "../elements/tool.js";
import { DocumentView } from "./document-view.js";
import { numbered, picked } from "./document.js";
import * as edits from "./edits.js";
import * as kept from "./kept.js";
import { More } from "./more.js";
import { Shown } from "./shown.js";

/**
 * @typedef {import("../elements/catalog.js").Catalog} Catalog
 */

const MOVES = ["up", "down", "topic-up", "topic-down"];
const BUBBLES = { bubbles: true };
const FORMATS = ["word", "prices", "csv", "markdown", "json"]; // what a document is saved as
const PAUSE = 300; // ms after the last key until what is written is saved and shown

export class CheckDocument extends HTMLElement {
  /** Brings what moves requirements and makes files; the entry says from where.
   * @type {import("./more.js").Files} */
  static files = () => Promise.reject(new Error("no files"));
  /** @type {Maker | undefined} */
  #maker;

  connectedCallback() {
    this.#maker = new Maker(this);
    this.#maker.begin();
  }

  disconnectedCallback() {
    this.#maker?.end();
  }
}

class Maker extends Tool {
  /** @type {Catalog | undefined} */
  #catalog;
  #said = new Said(this.part("said"), this.t, () =>
    this.#shown.id ? this.part("documents") : this.#act("new"),
  );
  #shown = new Shown(this, this.#said);
  #keeper = new Keeper(this.store, () => this.#shown.within);
  #view = new DocumentView(this.root, this.t);
  #more = new More(this, this.#shown, this.#keeper, this.#said, (t) => CheckDocument.files(t));
  /** @type {Later<kept.Pair>} */
  #later = new Later(PAUSE, (pairs, names) => {
    // Without touching the fields that are being written in.
    this.#keeper.keep(pairs, true);
    const catalog = this.root.isConnected && this.#catalog;
    if (catalog) this.#more.patch(names, catalog);
    // It is read again while nobody waits, so that the next words need not.
    window.requestIdleCallback?.(() => this.#doc);
  });

  async begin() {
    const { root, signal } = this;
    // Who has no document needs no catalog yet: it is a fifth of what this page weighs.
    if (this.#shown.list().length && !(await this.#loaded())) return;
    if (signal.aborted) return;
    this.store.addEventListener("change", () => this.#followed(), { signal });
    root.addEventListener("click", (event) => jumped(event) || this.#clicked(event), { signal });
    root.addEventListener("input", (event) => this.#typed(event.target), { signal });
    root.addEventListener("change", (event) => this.#changed(event.target), { signal });
    root.addEventListener("submit", (event) => event.preventDefault(), { signal });
    root.addEventListener("focusin", (event) => worked(event.target), { signal });
    root.addEventListener("focusout", (event) => this.#left(event), { signal });
    window.addEventListener("pagehide", () => this.#later.flush(), { signal });
    const unfolded = { signal, capture: true };
    root.addEventListener("toggle", (event) => this.#unfolded(event.target), unfolded);
    this.#keeper.soon = new Soon(() => this.#keeper.store(), signal);
    this.#show();
    root.hidden = false;
  }

  end() {
    this.#later.flush();
    super.end();
  }

  /** True when the catalog is here; else says so in place of everything. */
  async #loaded() {
    try {
      this.#catalog ??= await catalogOf(this.way);
      this.#shown.known = this.#catalog;
    } catch {
      this.root.hidden = false;
      this.root.replaceChildren(node("p", {}, this.t("nowhere")));
    }
    return Boolean(this.#catalog);
  }

  get #doc() {
    return this.#shown.doc;
  }

  /** @param {string} name */
  #act(name) {
    return find(this.root, `[data-act=${name}]`, HTMLButtonElement);
  }

  // --- Shown ------------------------------------------------------------------------------------

  #followed() {
    const other = this.#shown.follow(() => this.#later.flush());
    if (other || !this.#keeper.quiet) redrawn(this.root, () => this.#show());
  }

  /** @param {FocusEvent} event */
  #left(event) {
    if (this.#shown.isLeft(event) && this.#shown.follow(() => this.#later.flush())) this.#show();
  }

  #show() {
    const all = this.#shown.list();
    this.#view.choose(all, this.#shown.id);
    const told = this.root.querySelector("[data-gone]:not([hidden])");
    if (told || kept.list(this.#shown.own, true).length) this.#more.act(({ gone }) => gone.show());
    // The first document brings what belongs to it.
    if (this.#shown.id) this.root.dispatchEvent(new CustomEvent("checklist:answer", BUBBLES));
    if (this.#shown.id && this.#catalog) {
      this.#view.show(this.#doc, this.#shown.within);
      this.#showMore();
      this.#more.prepare(this.#catalog);
    } else if (this.#shown.id) {
      this.#loaded().then((there) => there && this.root.isConnected && this.#show());
    }
  }

  /** @param {EventTarget | null} fold */
  #unfolded(fold) {
    const one = fold instanceof HTMLDetailsElement && fold.open;
    const more = ":scope > :is([data-preview], [data-pick], [data-posts])";
    if (one && fold.querySelector(more)) this.#showMore();
  }

  /** What stands in folds that are open. */
  #showMore() {
    if (this.#shown.id && this.#catalog) this.#more.show(this.#catalog);
  }

  // --- Written -----------------------------------------------------------------------------------

  /** @param {EventTarget | null} target */
  #typed(target) {
    if (!isField(target)) return;
    const id = this.#shown.id;
    const { frame } = target.dataset;
    if (frame) this.#later.add(`frame ${frame}`, () => [kept.frame(id, frame, target.value)]);
    else if (target.matches("[data-name]")) {
      const name = () => target.value.trim();
      this.#later.add("name", () => (name() ? [kept.named(id, name())] : []));
    } else if (target.matches("[data-text]")) {
      const own = rowId(target);
      // Taken out in another tab while it is written in here, it stays: words are not lost.
      const before = this.#doc.requirements.find((one) => one.id === own);
      const change = () => edits.edited(this.#doc, own, { text: target.value }, before);
      this.#later.add(`text ${own}`, change);
    }
  }

  /** @param {EventTarget | null} target */
  #changed(target) {
    this.#later.flush();
    if (!isField(target)) return;
    if (target.matches("[data-documents]")) {
      this.#shown.id = target.value;
      this.#show();
    } else if (target.matches("[data-take]") && target instanceof HTMLInputElement) {
      if (target.checked) this.#take(target.value);
      else this.#out(target.value, `[data-take][value="${target.value}"]`);
    } else if (target.matches("[data-priority]")) {
      const change = { priority: target.value };
      this.#keeper.keep(edits.edited(this.#doc, rowId(target), change));
    } else if (target.matches("[data-text]") && !target.value.trim()) {
      this.#show(); // it stands as it was
      this.#said.say(this.t("text_empty"));
    } else if (target.matches("[data-topic], [data-group]")) {
      this.#more.act(({ moves }) => moves.written(target));
    } else if (target.matches("[data-tongue]")) this.#showMore();
  }

  // --- Done --------------------------------------------------------------------------------------

  /** @param {Event} event */
  #clicked(event) {
    const pressed = outer(event.target, "button[data-act]", HTMLButtonElement);
    if (!pressed) return;
    this.#later.flush();
    const id = rowId(pressed);
    const act = pressed.dataset.act ?? "";
    /** @type {Record<string, () => unknown>} */
    const acts = {
      new: () => this.#new(pressed),
      copy: () => this.#copy(),
      delete: () => this.#delete(),
      bring: () => this.#more.act(({ gone }) => gone.bring(pressed.value)),
      undo: () => this.#said.undo(),
      hush: () => this.#said.hush(),
      back: () => this.#shown.back(pressed.value, () => this.#show()),
      add: () => this.#add(),
      out: () => this.#out(id),
      print: () => this.#more.act(({ out }) => out.print(this.#catalog)),
      example: () => this.#shown.example(() => this.#show()),
      leave: () => this.#shown.leave(() => this.#show()),
    };
    if (FORMATS.includes(act)) this.#more.act(({ out }) => out.file(act, this.#catalog));
    else if (MOVES.includes(act)) this.#more.act(({ moves }) => moves.acts(pressed)[act]());
    else acts[act]?.();
  }

  /** One click, one document. @param {HTMLButtonElement} pressed */
  async #new(pressed) {
    pressed.disabled = true;
    await this.#loaded();
    pressed.disabled = false;
    if (!this.#catalog) return;
    const name = this.t("new_name");
    this.#begin(name, edits.begun(name, picked(this.#catalog, this.#shown.own)));
  }

  #copy() {
    const { doc, project } = this.#shown;
    const name = this.t("copied_name", { name: doc.name });
    this.#more.act(({ copied }) => this.#begin(name, copied(doc, project, name)));
  }

  /** @param {string} name @param {{id: string, pairs: kept.Pair[]}} made */
  #begin(name, { id, pairs }) {
    this.#shown.id = id;
    this.#keeper.keep(pairs);
    const field = this.typed("name", HTMLInputElement);
    field.value = name;
    field.focus();
  }

  #delete() {
    const { doc, within } = this.#shown;
    this.#more.act(({ gone }) => gone.delete(doc, within));
  }

  /** @param {string} id */
  #take(id) {
    if (this.#catalog) this.#more.take(id, this.#catalog);
  }

  /** Taken out, and a way to bring it back. @param {string} id
   * @param {string} where the reader did it */
  #out(id, where = `[data-id="${id}"] [data-act=out]`) {
    const doc = this.#doc;
    const { id: own, requirements } = doc;
    const made = requirements.find((one) => one.id === id);
    const what = numbered(doc).find((one) => one.id === id)?.number ?? "";
    const { within } = this.#shown;
    this.#keeper.keep(edits.out(doc, id), false, within);
    if (!made) return;
    const undo = () => {
      this.#keeper.keep([kept.requirement(own, made)], false, within);
      this.#more.act(({ moves }) => moves.back(where));
    };
    this.#said.offer(this.t("taken_out", { what }), undo);
  }

  #add() {
    const field = this.typed("own", HTMLTextAreaElement);
    const text = field.value.trim();
    toldAt(field, this.part("own-problem"), !text);
    if (text && this.#keeper.keep(edits.added(this.#doc, text, this.t("own_group")))) {
      field.value = "";
      const { number } = numbered(this.#doc).at(-1) ?? { number: "" };
      this.part("moved").textContent = this.t("added", { number });
    }
    field.focus();
  }
}

/** The row that the reader is at shows all that can be said of it, and goes on to: what she presses
 * next would move away under her hand. @param {EventTarget | null} inner */
function worked(inner) {
  const row = outer(inner, "li[data-id]", HTMLElement);
  if (row) row.dataset.at = "";
}

/** The id of the requirement whose row a control stands in. @param {Element} control */
const rowId = (control) => outer(control, "li", HTMLElement)?.dataset.id ?? "";
