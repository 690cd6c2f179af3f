// «Svar på krav»: the supplier opens the document, answers each requirement and saves the answer.

import { jumped } from "../elements/address.js";
import { download, fileName, taken, textOf } from "../elements/files.js";
import { currency } from "../elements/amounts.js";
import { priceIn } from "./price.js";
import { find, isField, outer } from "../elements/find.js";
import { invalid } from "../elements/invalid.js";
import { redrawn } from "../elements/redrawn.js";
import { Said } from "../elements/said.js";
import { Tool } from "../elements/tool.js";
import { Answered } from "./answered.js";
import { askedFor, broughtFile, ledTo } from "./answered-in.js";
import { keyOf } from "./begun.js";
import { BegunList } from "./begun-list.js";
import { fromFile } from "./files.js";
import { formOf } from "./form.js";
import { changedIn } from "./reply-changed.js";
import { Coming } from "./reply-coming.js";
import { fileOf } from "./reply-out.js";
import { followed } from "./reply-form.js";
import { ReplyView } from "./reply-view.js";

/**
 * @typedef {import("./files.js").Opened} Opened
 * @typedef {import("./files.js").Reply} Reply
 */

const PAUSE = 300; // ms after the last key until what is written is saved

export class CheckReply extends HTMLElement {
  /** Brings what makes the workbook; the entry says from where.
   * @type {import("./reply-out.js").Files} */
  static files = () => Promise.reject(new Error("no files"));
  /** @type {Answering | undefined} */
  #answering;

  connectedCallback() {
    priceIn(currency());
    this.#answering = new Answering(this);
    this.#answering.begin();
  }

  disconnectedCallback() {
    this.#answering?.end();
  }
}

class Answering extends Tool {
  #at = new Answered(this.site);
  #wanted = "json";
  #view = new ReplyView(this, this.#at);
  /** @type {HTMLElement | null} that the reader was at last, but for what is said */
  #last = null;
  #said = new Said(this.part("said"), this.t, () => this.#home);
  #begun = new BegunList(this, this.#said, this.#at);
  #coming = new Coming(this, this.#said, this.#at, (made, file) => this.#begin(made, file));
  /** @type {import("./begun.js").Begun | undefined} the fullest answer to another edition */
  #earlier;
  #late = false; // another tab has answered while something was being written here
  /** @type {number | undefined} */
  #timer;

  begin() {
    const { root, signal } = this;
    root.addEventListener("change", (event) => this.#changed(event.target), { signal });
    root.addEventListener("input", (event) => this.#typed(event.target), { signal });
    root.addEventListener("click", (event) => jumped(event) || this.#clicked(event), { signal });
    root.addEventListener("submit", (event) => event.preventDefault(), { signal });
    window.addEventListener("pagehide", () => this.#save(), { signal });
    window.addEventListener("storage", (event) => this.#followed(event), { signal });
    root.addEventListener("focusin", ({ target }) => this.#been(target), { signal });
    root.addEventListener("focusout", () => setTimeout(() => this.#caught()), { signal });
    this.#begun.show();
    this.#again(askedFor(), broughtFile());
    root.hidden = false;
  }

  end() {
    this.#save();
    super.end();
  }

  /** Another tab has answered: its answers show here too. @param {StorageEvent} event */
  #followed({ key }) {
    const { document } = this.#at;
    if (!document || !this.#at.follow(key)) return;
    this.#late = true;
    this.#caught();
  }

  /** What is being written just now is not drawn anew under the reader's hands. */
  #caught() {
    const { document } = this.#at;
    const writing = this.root.querySelector(":is(input, textarea):focus");
    if (!document || !this.#late || (writing && !writing.matches("[type=radio]"))) return;
    this.#late = false;
    redrawn(this.root, () => this.#show(document));
  }

  /** @param {EventTarget | null} target */
  #been(target) {
    const said = outer(target, "[data-said]", HTMLElement);
    if (target instanceof HTMLElement && !said) this.#last = target;
  }

  /** Where the reader was; drawn anew meanwhile, in the same requirement. */
  get #home() {
    const last = this.#last?.isConnected ? this.#last : null;
    return last?.checkVisibility() ? last : this.part("supplier");
  }

  /** @param {HTMLInputElement} field */
  async #open(field) {
    const [file] = taken(field);
    if (!file) return;
    this.#save();
    const { text, problem } = await textOf(file);
    const found = problem ? { problem } : fromFile(text);
    if (found.problem === "is_answer") this.#coming.own(text);
    else if (found.problem !== undefined) this.#said.say(this.t(`problem.${found.problem}`));
    else if (this.#begin(found.document)) this.#offer();
  }

  /** Shows a document; false where it is shown where its language is spoken.
   * @param {Opened} document @param {string} [file] that is opened again there */
  #begin(document, file = "") {
    const before = this.#at.document === document ? null : this.#at.open(document);
    this.#said.say("");
    this.#view.told.hush();
    if (this.#save() && ledTo(this.root, document.language, keyOf(document), file)) return false;
    this.#show(document);
    this.#begun.show();
    const list = before ? changedIn(before, document, this.t) : [];
    if (list.length) this.#said.say(this.t("opened_changed", { list: list.join(", ") }));
    return true;
  }

  /** Of an earlier edition, what still holds; unless something has been said already. */
  #offer() {
    if (!this.part("said").childElementCount) this.#coming.offer(this.#earlier);
  }

  /** @param {Opened} document */
  #show(document) {
    this.#earlier = this.#coming.earlier;
    this.#view.show(document, this.#earlier);
  }

  /** @param {string} number @param {Partial<Reply>} values */
  #set(number, values) {
    this.#at.set(number, values);
    this.#soon();
  }

  #soon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#save(), PAUSE);
  }

  /** @param {EventTarget | null} target */
  #typed(target) {
    if (!isField(target)) return;
    const { field, number, post } = target.dataset;
    if (post) {
      this.#at.price(post, target.value);
      followed(this.root, this.#at.document?.form, post, target.value, this.t);
      this.#soon();
    } else if (field && number) this.#set(number, { [field]: target.value });
    else if (target.matches("[data-supplier]")) {
      this.#at.name(target.value);
      this.#soon();
    }
  }

  /** @param {EventTarget | null} target */
  #changed(target) {
    if (!(target instanceof HTMLInputElement)) return;
    if (target.matches("[data-open]")) this.#open(target);
    else if (target.dataset.reply) {
      this.#set(target.dataset.reply, { reply: target.value });
      this.#view.count();
      this.#save();
    }
  }

  #save() {
    clearTimeout(this.#timer);
    const fine = this.#at.save();
    if (fine === null) return true; // nothing was to be
    this.part("where").textContent = fine ? this.t("saved_here") : this.t("not_saved");
    return fine;
  }

  /** @param {Event} event */
  #clicked(event) {
    const pressed = outer(event.target, "button", HTMLButtonElement);
    const { again, act } = pressed?.dataset ?? {};
    const value = pressed?.value ?? "";
    /** @type {Record<string, () => unknown>} */
    const acts = {
      ...this.#coming.acts,
      file: () => this.#file("json"),
      book: () => this.#file("xlsx"),
      anyway: () => this.#file(this.#wanted, true),
      reuse: () => this.#reuse(value),
      unanswer: () => this.#unanswer(value),
      forget: () => this.#begun.forget(value),
      hush: () => this.#said.hush(),
      print: () => window.print(),
    };
    if (again) this.#again(again);
    else if (act) acts[act]?.();
  }

  /** @param {string} name @param {string} [file] that one was led here with */
  #again(name, file = "") {
    if (!this.#at.again(name)) return;
    this.#said.say("");
    const { document } = this.#at;
    this.#view.told.hush();
    if (document) this.#show(document);
    if (file) this.#coming.own(file);
    else this.#offer();
  }

  /** A tap in the wrong place is no answer. @param {string} number */
  #unanswer(number) {
    this.#set(number, { reply: "" });
    this.#view.unchosen(number);
    this.#save();
  }

  /** What was answered earlier, put into the fields. @param {string} number */
  #reuse(number) {
    const asked = this.#at.document?.requirements.find((one) => one.number === number);
    const before = asked && this.#view.before(asked);
    if (!asked || !before) return;
    this.#set(number, { text: before.text, link: before.link });
    this.#view.again(asked);
  }

  /** @param {string} kind of file @param {boolean} [anyway] with gaps that are told */
  async #file(kind, anyway = false) {
    const { document } = this.#at;
    const supplier = this.#at.answer.supplier.trim();
    if (!supplier || !document) {
      this.#said.say(this.t("name_first"));
      invalid(this.part("supplier"), this.part("said"));
      return;
    }
    this.#save();
    this.#wanted = kind;
    if (!anyway && this.#view.told.tell(this.#view.gaps)) return;
    this.#view.told.hush();
    this.#view.remember(document);
    const answer = { ...this.#at.answer, supplier, form: formOf(this.#at.answer.form) };
    const { files } = CheckReply;
    const made = await fileOf(kind, document, answer, this.t, files).catch(() => null);
    const whose = document.frame.company || document.name;
    if (made) download(fileName(`svar ${supplier} ${whose}`, kind), made.content, made.type);
    if (anyway) find(this.root, "[data-act=file]", HTMLElement).focus();
    this.#said.say(made ? this.t("file_saved") : this.t("no_file"));
  }
}
