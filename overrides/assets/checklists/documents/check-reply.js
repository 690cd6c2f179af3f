// «Svar på krav»: the supplier opens the document, answers each requirement and saves the answer.

import { keep, kept, keptNames } from "../answers/stored.js";
import { download, fileName, textOf } from "../elements/files.js";
import { jumped, node, say } from "../elements/node.js";
import { FRAME, REPLIES, grouped } from "./document.js";
import { answerFile, fromFile, reply } from "./files.js";

const PAUSE = 300;

export class CheckReply extends HTMLElement {
  #words;
  #listening;
  #document = null;
  #answer = { supplier: "", answers: {} };
  #timer;

  connectedCallback() {
    this.#words = JSON.parse(this.dataset.words);
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    this.addEventListener("change", (event) => this.#changed(event.target), { signal });
    this.addEventListener("input", (event) => this.#typed(event.target), { signal });
    this.addEventListener("click", (event) => jumped(event) || this.#clicked(event.target.closest("button")), { signal });
    this.addEventListener("submit", (event) => event.preventDefault(), { signal });
    window.addEventListener("pagehide", () => this.#save(), { signal });
    this.#showKept();
    this.hidden = false;
  }

  disconnectedCallback() {
    this.#save();
    this.#listening?.abort();
  }

  #find(name) {
    return this.querySelector(`[data-${name}]`);
  }

  get #key() {
    return `svar:${this.#document.id}-${this.#document.edition}`;
  }

  /** Documents that were begun on this machine. */
  #showKept() {
    const all = keptNames(this.dataset.site, "svar:").map((name) => [name, JSON.parse(kept(this.dataset.site, name) ?? "null")]).filter(([, made]) => made?.document);
    this.#find("kept").replaceChildren(...all.map(([name, { document }]) => node("li", {}, node("button", { type: "button", "data-again": name }, document.name))));
    this.#find("begun").hidden = !all.length;
  }

  async #open(field) {
    const [file] = field.files;
    field.value = "";
    if (!file) return;
    this.#save();
    const { text, problem } = await textOf(file);
    const found = problem ? { problem } : fromFile(text);
    if (found.problem) {
      this.#say(this.#words[`problem.${found.problem}`]);
      return;
    }
    this.#document = found.document;
    const before = JSON.parse(kept(this.dataset.site, this.#key) ?? "null");
    this.#answer = before?.answer ?? { supplier: "", answers: {} };
    this.#say("");
    this.#show();
  }

  #say(text) {
    say(this.#find("said"), this.#words.close, text);
  }

  #show() {
    const { name, frame, requirements } = this.#document;
    for (const part of this.querySelectorAll("[data-needs]")) part.hidden = false;
    this.#find("title").textContent = name;
    this.#find("frame").replaceChildren(...FRAME.filter((key) => frame[key]).flatMap((key) => [node("dt", {}, this.#words[`frame.${key}`]), node("dd", {}, frame[key])]));
    this.#find("supplier").value = this.#answer.supplier;
    this.#find("rows").replaceChildren(...grouped(requirements).flatMap(([group, rows]) => [node("h3", {}, group), ...rows.map((made) => this.#row(made))]));
    this.#count();
  }

  #row({ number, text, priority }) {
    const found = this.#answer.answers[number] ?? {};
    const choices = REPLIES.map((value) => {
      const box = node("input", { type: "radio", name: `svar-${number}`, value, "data-reply": number });
      box.checked = found.reply === value;
      return node("label", {}, box, node("span", {}, this.#words[`reply.${value}`]));
    });
    const field = (name, tag, more = {}) => {
      const made = node(tag, { "data-field": name, "data-number": number, ...more });
      made.value = found[name] ?? "";
      return node("label", {}, node("span", {}, this.#words[`reply.${name}`]), made);
    };
    return node("fieldset", { id: number, class: "guide-reply__row" },
      node("legend", {}, `${number} · ${this.#words[`priority.${priority}`]}`), node("p", {}, text),
      node("div", { class: "guide-reply__choices" }, ...choices),
      field("text", "textarea", { rows: "2", maxlength: "10000" }),
      node("div", { class: "checklist-answer__pair" }, field("link", "input", { maxlength: "2000" }), field("price", "input", { maxlength: "100", inputmode: "decimal" })));
  }

  #count() {
    const { requirements } = this.#document;
    const missing = requirements.filter(({ number }) => !this.#answer.answers[number]?.reply);
    this.#find("count").textContent = this.#words.answered.replace("{done}", requirements.length - missing.length).replace("{total}", requirements.length);
    this.#find("missing").replaceChildren(...(missing.length ? [`${this.#words.missing} `, ...missing.slice(0, 40).flatMap(({ number }, n) => [n ? ", " : "", node("a", { href: `#${number}` }, number)])] : []));
  }

  #set(number, values) {
    this.#answer.answers[number] = reply({ ...this.#answer.answers[number], ...values });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#save(), PAUSE);
  }

  #typed(target) {
    if (target.matches("[data-field]")) this.#set(target.dataset.number, { [target.dataset.field]: target.value });
    else if (target.matches("[data-supplier]")) {
      this.#answer.supplier = target.value.slice(0, 200);
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#save(), PAUSE);
    }
  }

  #changed(target) {
    if (target.matches("[data-open]")) this.#open(target);
    else if (target.matches("[data-reply]")) {
      this.#set(target.dataset.reply, { reply: target.value });
      this.#count();
      this.#save();
    }
  }

  #save() {
    clearTimeout(this.#timer);
    if (!this.#document) return;
    const fine = keep(this.dataset.site, this.#key, JSON.stringify({ document: this.#document, answer: this.#answer }));
    this.#find("where").textContent = fine ? this.#words.saved_here : this.#words.not_saved;
  }

  #clicked(button) {
    if (!button) return;
    if (button.dataset.again) {
      const made = JSON.parse(kept(this.dataset.site, button.dataset.again));
      this.#document = made.document;
      this.#answer = made.answer;
      this.#show();
    } else if (button.dataset.act === "file") {
      if (!this.#answer.supplier.trim()) {
        this.#say(this.#words.name_first);
        this.#find("supplier").focus();
        return;
      }
      this.#save();
      const made = answerFile(this.#document, this.#answer.supplier.trim(), this.#answer.answers);
      download(fileName(`svar ${this.#answer.supplier}`, "json"), JSON.stringify(made, null, 1), "application/json");
      this.#say(this.#words.file_saved);
    } else if (button.dataset.act === "hush") this.#say("");
    else if (button.dataset.act === "print") window.print();
  }
}
