// «Lag kravdokumentet»: the frame, the requirements, a live preview, and the files.

import { current, use } from "../answers/state.js";
import { jumped } from "../elements/address.js";
import { catalogOf } from "../elements/catalog.js";
import { download, fileName } from "../elements/files.js";
import { find, isField, outer, seek } from "../elements/find.js";
import { Keeper } from "../elements/keep.js";
import { Later } from "../elements/later.js";
import { button, node } from "../elements/node.js";
import { redrawn } from "../elements/redrawn.js";
import { Said } from "../elements/said.js";
import { Tool } from "../elements/tool.js";
import { DocumentView } from "./document-view.js";
import { picked } from "./document.js";
import * as edits from "./edits.js";
import { openExample } from "./example.js";
import { exported, isFormat } from "./exported.js";
import * as kept from "./kept.js";

/**
 * @typedef {import("../elements/catalog.js").Catalog} Catalog
 * @typedef {import("./document.js").Requirement} Requirement
 */

const PAUSE = 300; // ms after the last key until what is written is saved and shown

export class CheckDocument extends HTMLElement {
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
  #id = "";
  #keeper = new Keeper(this.store);
  #said = new Said(this.part("said"), this.t, () => this.#act("new"));
  #view = new DocumentView(this.root, this.t);
  /** @type {Later<kept.Pair>} */
  #later = new Later(PAUSE, (pairs, names) => {
    // Without touching the fields that are being written in.
    this.#keeper.keep(pairs, true);
    const catalog = this.root.isConnected && this.#catalog;
    if (catalog) this.#view.preview.patch(names, this.#doc, catalog);
  });

  async begin() {
    const { root, signal } = this;
    // Who has no document needs no catalog yet: it is a fifth of what this page weighs.
    if (kept.list(this.store.project).length && !(await this.#loaded())) return;
    if (signal.aborted) return;
    this.store.addEventListener("change", () => this.#followed(), { signal });
    root.addEventListener("click", (event) => jumped(event) || this.#clicked(event), { signal });
    root.addEventListener("input", (event) => this.#typed(event.target), { signal });
    root.addEventListener("change", (event) => this.#changed(event.target), { signal });
    root.addEventListener("submit", (event) => event.preventDefault(), { signal });
    window.addEventListener("pagehide", () => this.#later.flush(), { signal });
    this.#view.preview.fold.addEventListener("toggle", () => this.#showPreview(), { signal });
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
    } catch {
      this.root.hidden = false;
      this.root.replaceChildren(node("p", {}, this.t("nowhere")));
    }
    return Boolean(this.#catalog);
  }

  get #doc() {
    return kept.read(this.store.project, this.#id);
  }

  /** @param {string} name */
  #act(name) {
    return find(this.root, `[data-act=${name}]`, HTMLButtonElement);
  }

  // --- Shown ------------------------------------------------------------------------------------

  #followed() {
    if (!this.#keeper.quiet) redrawn(this.root, () => this.#show());
  }

  #show() {
    const all = kept.list(this.store.project);
    if (!all.some(([id]) => id === this.#id)) this.#id = all[0]?.[0] ?? "";
    this.#view.choose(all, this.#id);
    if (this.#id && this.#catalog) this.#view.show(this.#doc, this.#catalog);
    else if (this.#id) {
      this.#loaded().then((there) => there && this.root.isConnected && this.#show());
    }
  }

  #showPreview() {
    if (this.#id && this.#catalog) this.#view.preview.show(this.#doc, this.#catalog);
  }

  // --- Written -----------------------------------------------------------------------------------

  /** @param {EventTarget | null} target */
  #typed(target) {
    if (!isField(target)) return;
    const id = this.#id;
    const { frame } = target.dataset;
    if (frame) this.#later.add(`frame ${frame}`, () => [kept.frame(id, frame, target.value)]);
    else if (target.matches("[data-name]")) {
      const name = () => target.value.trim();
      this.#later.add("name", () => (name() ? [kept.named(id, name())] : []));
    } else if (target.matches("[data-text]")) {
      const own = rowId(target);
      const change = () => edits.edited(this.#doc, own, { text: target.value });
      this.#later.add(`text ${own}`, change);
    }
  }

  /** @param {EventTarget | null} target */
  #changed(target) {
    this.#later.flush();
    if (!isField(target)) return;
    if (target.matches("[data-documents]")) {
      this.#id = target.value;
      this.#show();
    } else if (target.matches("[data-take]") && target instanceof HTMLInputElement) {
      if (target.checked) this.#take(target.value);
      else this.#out(target.value);
    } else if (target.matches("[data-priority]")) {
      const change = { priority: target.value };
      this.#keeper.keep(edits.edited(this.#doc, rowId(target), change));
    }
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
      undo: () => this.#said.undo(),
      hush: () => this.#said.hush(),
      back: () => this.#back(pressed.value),
      add: () => this.#add(),
      up: () => this.#move(id, -1),
      down: () => this.#move(id, 1),
      out: () => this.#out(id),
      print: () => this.#print(),
      example: () => this.#example(),
    };
    if (isFormat(act)) this.#file(act);
    else acts[act]?.();
  }

  /** One click, one document. @param {HTMLButtonElement} pressed */
  async #new(pressed) {
    pressed.disabled = true;
    await this.#loaded();
    pressed.disabled = false;
    if (!this.#catalog) return;
    this.#begin(this.t("new_name"), picked(this.#catalog, this.store.project));
  }

  #copy() {
    const { name, requirements, ...more } = this.#doc;
    this.#begin(this.t("copied_name", { name }), requirements, more);
  }

  /**
   * @param {string} name @param {Requirement[]} requirements
   * @param {{frame?: Record<string, string>, last?: number}} [more]
   */
  #begin(name, requirements, more = {}) {
    const { id, pairs } = edits.begun(name, requirements, more);
    this.#id = id;
    this.#keeper.keep(pairs);
    const field = this.typed("name", HTMLInputElement);
    field.value = name;
    field.focus();
  }

  #delete() {
    const { id, name } = this.#doc;
    this.#keeper.keep([kept.removed(id, true)]);
    this.#said.offer(this.t("deleted", { name }), () => {
      this.#id = id;
      this.#keeper.keep([kept.removed(id, false)]);
    });
  }

  /** @param {string} id */
  #take(id) {
    if (!this.#catalog) return;
    this.#keeper.keep(edits.taken(this.#doc, id, this.#catalog, this.store.project));
  }

  /** Taken out, and a way to bring it back. @param {string} id */
  #out(id) {
    const doc = this.#doc;
    const { id: own, requirements } = doc;
    const made = requirements.find((one) => one.id === id);
    this.#keeper.keep(edits.out(doc, id));
    if (!made) return;
    const undo = () => this.#keeper.keep([kept.requirement(own, made)]);
    this.#said.offer(this.t("taken_out"), undo);
  }

  /** @param {string} id @param {number} by */
  #move(id, by) {
    const pairs = edits.moved(this.#doc, id, by);
    if (!pairs.length) return;
    this.#keeper.keep(pairs);
    const way = by < 0 ? "up" : "down";
    seek(this.root, `[data-id="${id}"] [data-act=${way}]`, HTMLElement)?.focus();
  }

  #add() {
    const field = this.typed("own", HTMLTextAreaElement);
    const text = field.value.trim();
    if (text) {
      this.#keeper.keep(edits.added(this.#doc, text, this.t("own_group")));
      field.value = "";
    }
    field.focus();
  }

  /** The document with its numbers fixed: what has left the house keeps them. */
  #fixed() {
    const pairs = edits.fixed(this.#doc);
    if (pairs.length) this.#keeper.keep(pairs);
    return this.#doc;
  }

  /** @param {string} format */
  #file(format) {
    if (!this.#catalog) return;
    const doc = this.#fixed();
    const language = document.documentElement.lang;
    const made = exported(format, doc, this.t, this.#catalog, language);
    download(fileName(doc.name, made.extension), made.content, made.type);
  }

  #print() {
    this.#fixed();
    this.#view.preview.fold.open = true;
    this.#showPreview();
    window.print();
  }

  async #example() {
    const before = current(this.store.state);
    this.#id = await openExample(this.store, this.way, this.t("example_name"));
    this.#show();
    const other = before && before !== this.#id;
    const back = other ? button("back", this.t("back"), { value: before }) : "";
    this.#said.say(`${this.t("example_open")} `, back);
    this.part("documents").focus();
  }

  /** @param {string} project */
  #back(project) {
    this.store.change((state) => use(state, project));
    this.#said.hush();
  }
}

/** The id of the requirement whose row a control stands in. @param {Element} control */
const rowId = (control) => outer(control, "li", HTMLElement)?.dataset.id ?? "";
