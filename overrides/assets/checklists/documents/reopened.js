// A document that is opened from its file: at once when it is not here, else what it would change
// is shown first, and it can be opened beside instead.

import { randomId } from "../answers/ids.js";
import { value } from "../answers/register.js";
import { keepAll } from "../answers/state.js";
import { taken, textOf } from "../elements/files.js";
import { find } from "../elements/find.js";
import { isolated } from "../elements/isolated.js";
import { node } from "../elements/node.js";
import { short } from "../elements/short.js";
import { YEARS, counted } from "./counted.js";
import { differences } from "./difference.js";
import { fromFile } from "./files.js";
import * as kept from "./kept.js";
import { asFile } from "./whole.js";

/**
 * @typedef {import("../elements/said.js").Said} Said
 * @typedef {import("../elements/tool.js").Tool} Tool
 * @typedef {import("./difference.js").Change} Change
 * @typedef {import("./files.js").Opened} Opened
 */

const ID_LETTERS = 7;
const MOST_LINES = 40;
const MOST_TEXT = 160; // letters of a text

export class Reopened {
  #tool;
  #said;
  #shown;
  #draw;
  /** @type {Opened | null} the document that waits for an answer */
  #opened = null;

  /**
   * @param {Tool} tool @param {Said} said @param {import("./shown.js").Shown} shown
   * @param {() => void} draw
   */
  constructor(tool, said, shown, draw) {
    this.#tool = tool;
    this.#said = said;
    this.#shown = shown;
    this.#draw = draw;
  }

  /** @param {string} id the document in use from now on */
  #chosen(id) {
    this.#shown.id = id;
    this.#draw();
  }

  /** What the buttons do. */
  get acts() {
    return {
      over: () => this.#over(),
      beside: () => this.#beside(),
      refuse: () => this.#close(),
    };
  }

  /** @param {HTMLInputElement} field */
  async open(field) {
    const [file] = taken(field);
    if (!file) return;
    const { text, problem } = await textOf(file);
    const found = problem ? { problem } : fromFile(text);
    this.#put();
    if (found.problem !== undefined) {
      this.#said.say(this.#tool.t(`problem.${found.problem}`));
      return;
    }
    this.#said.say(""); // of a file before this one
    this.#found(found.document);
  }

  /** The document as it is here. @param {string} id */
  #docOf(id) {
    return counted(this.#shown.ownDoc(id), this.#shown.own);
  }

  /** @param {Opened} opened */
  #found(opened) {
    const project = this.#shown.own;
    const doc = this.#docOf(opened.id);
    const listed = kept.list(project).some(([id]) => id === opened.id);
    // A deleted one still holds what was written in it.
    const changes = doc.name ? differences(doc, opened) : [];
    if (changes.length) this.#ask(opened, changes);
    else if (listed) {
      this.#chosen(opened.id);
      this.#said.say(this.#tool.t("same_document"));
    } else this.#keep(opened.id, asFile(opened, this.#docOf(opened.id)));
  }

  /** @param {Opened} opened @param {Change[]} changes */
  #ask(opened, changes) {
    const { t } = this.#tool;
    this.#opened = opened;
    const preview = this.#tool.part("preview");
    preview.hidden = false;
    const title = find(preview, "p", HTMLElement);
    title.textContent = t("reopened", { name: isolated(opened.name) });
    const lines = changes.slice(0, MOST_LINES).map((one) => node("li", {}, this.#words(one)));
    const more = changes.length - lines.length;
    if (more > 0) lines.push(node("li", {}, t("reopened_more", { n: more })));
    find(preview, "ul", HTMLElement).replaceChildren(...lines);
    find(preview, "[data-act=beside]", HTMLElement).focus();
  }

  /** @param {Change} change */
  #words({ kind, what, before, after }) {
    const { t } = this.#tool;
    if (kind === "moved") return t("change.moved");
    const field = this.#fieldOf(kind, what);
    const [was, is] = [before, after].map((text) => isolated(short(text, MOST_TEXT)));
    if (before === after) return t("change.other", { what: field, before: was });
    if (!before) return t("change.added", { what: field, after: is });
    if (!after) return t("change.removed", { what: field, before: was });
    return t("change.text", { what: field, before: was, after: is });
  }

  /** What is another, in words. @param {Change["kind"]} kind @param {string} what */
  #fieldOf(kind, what) {
    const { t } = this.#tool;
    if (kind === "name") return t("name");
    if (kind === "frame") return t(`frame.${what}`);
    if (kind !== "quantity") return what;
    return what === YEARS ? t("judge.set_years") : t(`judge_amount_of.${what}`);
  }

  /** As the file says; what was changed here is given back by «Angre». */
  #over() {
    const project = this.#shown.own;
    const opened = this.#opened;
    if (!opened) return;
    const pairs = asFile(opened, this.#docOf(opened.id));
    const before = pairs.map(([key]) => value(project.documents[key]));
    this.#put();
    if (!this.#keep(opened.id, pairs)) return;
    // What somebody has written since is no part of it.
    const undo = () => {
      const now = this.#shown.own.documents;
      const back = pairs.map(([key, text], n) => ({ key, text, was: before[n] }));
      const mine = back.filter(({ key, text }) => !isLast(key) && value(now[key]) === text);
      this.#keep(opened.id, mine.map(({ key, was }) => [key, was]));
    };
    this.#said.offer(this.#tool.t("reopened_over"), undo);
  }

  #beside() {
    const opened = this.#opened;
    if (!opened) return;
    const id = `d${randomId(ID_LETTERS)}`;
    const name = this.#tool.t("beside_name", { name: opened.name });
    const pairs = asFile({ ...opened, id, name }, this.#docOf(id));
    this.#put();
    if (this.#keep(id, [...pairs, kept.from(id, opened.id)])) {
      this.#said.say(this.#tool.t("reopened_beside", { name: isolated(name) }));
    }
  }

  /** @param {string} document @param {kept.Pair[]} pairs */
  #keep(document, pairs) {
    const done = this.#tool.store.change((state, now, stamp) => {
      const id = this.#shown.mine || now;
      return keepAll(state, id, "documents", pairs, stamp);
    }, true);
    if (done) this.#chosen(document);
    return done;
  }

  #close() {
    this.#put();
    this.#tool.part("open-document").focus();
  }

  #put() {
    this.#opened = null;
    this.#tool.part("preview").hidden = true;
  }
}

/** @param {string} key */
const isLast = (key) => key.endsWith("-n");
