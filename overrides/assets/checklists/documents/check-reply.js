// «Svar på krav»: the supplier opens the document, answers each requirement and saves the answer.

import { keep, kept } from "../answers/stored.js";
import { jumped } from "../elements/address.js";
import { download, fileName, taken, textOf } from "../elements/files.js";
import { today } from "../elements/day.js";
import { currency } from "../elements/amounts.js";
import { priceIn } from "./price.js";
import { find, findAll, isField, outer } from "../elements/find.js";
import { invalid } from "../elements/invalid.js";
import { node } from "../elements/node.js";
import { redrawn } from "../elements/redrawn.js";
import { Said } from "../elements/said.js";
import { Tool } from "../elements/tool.js";
import { Answered } from "./answered.js";
import { askedFor, ledTo } from "./answered-in.js";
import { keyOf } from "./begun.js";
import { begunList } from "./begun-list.js";
import { FRAME, grouped } from "./document.js";
import { fromFile } from "./files.js";
import { formOf } from "./form.js";
import { formGaps, gaps } from "./gaps.js";
import { libraryOf, offered, remembered } from "./library.js";
import { Coming } from "./reply-coming.js";
import { fileOf } from "./reply-out.js";
import { Folds } from "./reply-fold.js";
import { followed, formRows, showForm } from "./reply-form.js";
import { replyRow } from "./reply-row.js";
import { Gaps } from "./told-gaps.js";

/**
 * @typedef {import("./files.js").Opened} Opened
 * @typedef {import("./files.js").Reply} Reply
 */

const PAUSE = 300; // ms after the last key until what is written is saved
const LIBRARY = "svarbank"; // earlier answers are kept under it
const MOST_LINKS = 40; // so many of those that are missing are named

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
  #library = libraryOf(kept(this.site, LIBRARY) ?? "") ?? {};
  #told = new Gaps(this);
  #folds = new Folds(this);
  #said = new Said(this.part("said"), this.t, () => this.part("supplier"));
  #coming = new Coming(this, this.#said, this.#at, (document) => this.#begin(document));
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
    this.#showKept();
    this.#again(askedFor());
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
    // What is being written just now is not drawn anew under the reader's hands.
    const writing = this.root.querySelector(":is(input, textarea):focus");
    if (!writing) redrawn(this.root, () => this.#show(document));
  }

  /** Documents that were begun on this machine. */
  #showKept() {
    const { buttons, broken } = begunList(this.site, (name) => this.#at.kept(name), this.t);
    this.part("kept").replaceChildren(...buttons);
    this.part("begun").hidden = !buttons.length;
    if (broken) this.#said.say(this.t("begun_aside", { n: broken }));
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
    else if (this.#begin(found.document)) this.#coming.offer();
  }

  /** Shows a document; false where it is shown where its language is spoken.
   * @param {Opened} document */
  #begin(document) {
    if (this.#at.document !== document) this.#at.open(document);
    this.#said.say("");
    if (this.#save() && ledTo(this.root, document.language, keyOf(document))) return false;
    this.#show(document);
    return true;
  }

  /** @param {Opened} document */
  #show({ name, frame, requirements, form }) {
    for (const part of findAll(this.root, "[data-needs]", HTMLElement)) part.hidden = false;
    this.part("title").textContent = name;
    const said = FRAME.filter((key) => frame[key]).flatMap((key) => [
      node("dt", {}, this.t(`frame.${key}`)),
      node("dd", { dir: "auto" }, frame[key]),
    ]);
    this.part("frame").replaceChildren(...said);
    this.typed("supplier", HTMLInputElement).value = this.#at.answer.supplier;
    const rows = grouped(requirements).flatMap(([group, some]) => [
      node("h3", { dir: "auto" }, group),
      ...some.map((made) => this.#row(made)),
    ]);
    this.part("rows").replaceChildren(...rows);
    this.#folds.open();
    showForm(this.root, this.part("rows"), formRows(form, this.#at.answer.form, this.t));
    this.#count();
  }

  /** @param {import("./files.js").Asked} made */
  #row(made) {
    const before = offered(this.#library, made);
    return replyRow(made, this.#at.answer.answers[made.number] ?? {}, before, this.t);
  }

  #count() {
    const all = this.#at.document?.requirements ?? [];
    const missing = all.filter(({ number }) => !this.#at.answer.answers[number]?.reply);
    const counts = { done: all.length - missing.length, total: all.length };
    this.part("count").textContent = this.t("answered", counts);
    const links = missing
      .slice(0, MOST_LINKS)
      .flatMap(({ number }, n) => [n ? ", " : "", node("a", { href: `#${number}` }, number)]);
    const words = links.length ? [`${this.t("missing")} `, ...links] : [];
    this.part("missing").replaceChildren(...words);
    this.#told.follow(this.#gaps);
  }

  get #gaps() {
    const { requirements = [], form = [] } = this.#at.document ?? {};
    const { answers, form: prices } = this.#at.answer;
    return [...gaps(requirements, answers), ...formGaps(form, prices)];
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
      this.#count();
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
    if (again) this.#again(again);
    else if (act === "file") this.#file("json");
    else if (act === "book") this.#file("xlsx");
    else if (act === "anyway") this.#file(this.#wanted, true);
    else if (act === "reuse") this.#reuse(pressed?.value ?? "");
    else if (act === "take" || act === "undo") this.#coming.acts[act]();
    else if (act === "hush") this.#said.say("");
    else if (act === "print") window.print();
  }

  /** @param {string} name */
  #again(name) {
    if (!this.#at.again(name)) return;
    const { document } = this.#at;
    if (document) this.#show(document);
    this.#coming.offer();
  }

  /** What was answered earlier, put into the fields. @param {string} number */
  #reuse(number) {
    const asked = this.#at.document?.requirements.find((one) => one.number === number);
    const before = asked && offered(this.#library, asked);
    if (!asked || !before) return;
    this.#set(number, { text: before.text, link: before.link });
    const row = this.#row(asked);
    find(this.root, `#${number}`, HTMLElement).replaceWith(row);
    this.#folds.open(number);
    find(row, "textarea", HTMLElement).focus();
    this.#told.follow(this.#gaps);
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
    if (!anyway && this.#told.tell(this.#gaps)) return;
    this.#told.hush();
    this.#remember(document);
    const answer = { ...this.#at.answer, supplier, form: formOf(this.#at.answer.form) };
    const { files } = CheckReply;
    const made = await fileOf(kind, document, answer, this.t, files).catch(() => null);
    if (made) download(fileName(`svar ${supplier}`, kind), made.content, made.type);
    this.#said.say(made ? this.t("file_saved") : this.t("no_file"));
  }

  /** What was written is offered when the like is asked again. @param {Opened} document */
  #remember(document) {
    this.#library = remembered(this.#library, document, this.#at.answer.answers, today());
    keep(this.site, LIBRARY, JSON.stringify(this.#library));
  }
}
