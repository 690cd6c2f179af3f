// «Lag kravdokumentet»: the frame, the requirements, a live preview, and the files.

import { answered } from "../answers/answered.js";
import { PRIORITIES } from "../answers/fields.js";
import * as states from "../answers/state.js";
import { storeOf } from "../answers/store.js";
import { catalogOf } from "../elements/catalog.js";
import { download, fileName } from "../elements/files.js";
import { jumped, node, redrawn, say } from "../elements/node.js";
import * as csv from "../formats/csv.js";
import * as docx from "../formats/docx.js";
import { FRAME, allowed, fromItem, grouped, mark, numbered, picked } from "./document.js";
import { openExample } from "./example.js";
import { toFile } from "./files.js";
import * as kept from "./kept.js";

const PAUSE = 300; // ms after the last key until what is written is saved and shown
const fresh = (prefix) => prefix + Math.random().toString(36).slice(2, 9);

export class CheckDocument extends HTMLElement {
  #store;
  #words;
  #catalog;
  #listening;
  #id = "";
  #waiting = new Map();
  #timer;
  #own = false;
  #undo = null;

  async connectedCallback() {
    this.#store = storeOf(this.dataset.site);
    this.#words = JSON.parse(this.dataset.words);
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    // Who has no document needs no catalog yet: it is a fifth of what this page weighs.
    if (kept.list(this.#store.project).length && !(await this.#loaded())) return;
    if (signal.aborted) return;
    this.#store.addEventListener("change", () => this.#own || redrawn(this, () => this.#show()), { signal });
    this.addEventListener("click", (event) => jumped(event) || this.#clicked(event.target.closest("button")), { signal });
    this.addEventListener("input", (event) => this.#typed(event.target), { signal });
    this.addEventListener("change", (event) => this.#changed(event.target), { signal });
    this.addEventListener("submit", (event) => event.preventDefault(), { signal });
    window.addEventListener("pagehide", () => this.#flush(), { signal });
    this.#find("preview").closest("details").addEventListener("toggle", () => this.#previewed && this.#id && this.#showPreview(this.#doc), { signal });
    this.#show();
    this.hidden = false;
  }

  /** True when the catalog is here; else says so in place of everything. */
  async #loaded() {
    try {
      this.#catalog ??= await catalogOf(this.dataset.root);
    } catch {
      this.hidden = false;
      this.replaceChildren(node("p", {}, this.#words.nowhere));
    }
    return Boolean(this.#catalog);
  }

  disconnectedCallback() {
    this.#flush();
    this.#listening?.abort();
  }

  #find(name) {
    return this.querySelector(`[data-${name}]`);
  }

  get #doc() {
    return kept.read(this.#store.project, this.#id);
  }

  /** Keeps [key, text] pairs; `quiet` when the page shows them already. */
  #keep(pairs, quiet = false) {
    this.#own = quiet;
    this.#store.change((state, id, stamp) => pairs.reduce((made, [key, text]) => states.keep(made, id, "documents", key, text, stamp), state));
    this.#own = false;
  }

  // --- Shown ------------------------------------------------------------------------------------

  #show() {
    const all = kept.list(this.#store.project);
    if (!all.some(([id]) => id === this.#id)) this.#id = all[0]?.[0] ?? "";
    const select = this.#find("documents");
    select.replaceChildren(...all.map(([id, name]) => node("option", { value: id }, name)));
    select.value = this.#id;
    select.closest("p").hidden = !all.length;
    for (const part of this.querySelectorAll("[data-needs]")) part.hidden = !this.#id;
    if (!this.#id) return;
    if (!this.#catalog) {
      this.#loaded().then((there) => there && this.isConnected && this.#show());
      return;
    }
    const doc = this.#doc;
    if (this.#find("name") !== document.activeElement) this.#find("name").value = doc.name;
    for (const field of this.querySelectorAll("[data-frame]")) {
      if (field !== document.activeElement) field.value = doc.frame[field.dataset.frame];
    }
    this.#showRequirements(doc);
    this.#showPick(doc);
    if (this.#previewed) this.#showPreview(doc);
  }

  /** The preview is long, so it is made only while somebody looks at it. */
  get #previewed() {
    return this.#find("preview").closest("details").open;
  }

  #showRequirements(doc) {
    const rows = numbered(doc);
    this.#find("count").textContent = this.#words.count.replace("{n}", rows.length).replace("{must}", rows.filter(({ priority }) => priority === "must").length);
    const holder = this.#find("rows");
    holder.replaceChildren(...rows.map((made, n) => this.#row(made, n, rows.length)));
  }

  #row(made, n, all) {
    const label = (text) => `${text} ${made.number}`;
    const select = node("select", { "data-priority": "", "aria-label": label(this.#words.priority) },
      ...PRIORITIES.map((p) => node("option", { value: p }, this.#words[`priority.${p}`])));
    select.value = made.priority;
    const area = node("textarea", { rows: "3", maxlength: "10000", "data-text": "", "aria-label": label(this.#words.text) });
    area.value = made.text;
    const button = (act, text, off) => node("button", { type: "button", "data-act": act, "aria-label": label(text), disabled: off }, text);
    return node("li", { "data-id": made.id },
      node("p", { class: "guide-document__head" }, node("strong", {}, made.number), ` ${made.group}`),
      area, node("p", { class: "guide-plan__buttons" }, select,
        button("up", this.#words.up, n === 0), button("down", this.#words.down, n === all - 1), button("out", this.#words.out, false)));
  }

  #showPick(doc) {
    const taken = new Set(doc.requirements.map(({ id }) => id));
    const holder = this.#find("pick");
    const open = new Set([...holder.querySelectorAll("details[open]")].map((one) => one.dataset.list));
    const made = [];
    for (const list of this.#catalog.lists) {
      const items = this.#catalog.items.filter((item) => item.list === list.id && item.requirement);
      if (!items.length) continue;
      const boxes = items.map((item) => {
        const box = node("input", { type: "checkbox", value: item.id, "data-take": "" });
        box.checked = taken.has(item.id);
        return node("li", {}, node("label", {}, box, node("span", {}, `${item.requirement} (${item.code})`)));
      });
      made.push(node("details", { "data-list": list.id, open: open.has(list.id) },
        node("summary", {}, `${list.code} ${list.title} (${items.filter(({ id }) => taken.has(id)).length}/${items.length})`), node("ul", {}, ...boxes)));
    }
    holder.replaceChildren(...made);
  }

  /** The preview in two parts, so that a word typed in one need not build the other again. */
  #halves(doc) {
    const blocks = this.#blocks(doc);
    const cut = blocks.findIndex((made) => made.text === this.#words.annex2);
    return [blocks.slice(0, cut), blocks.slice(cut)];
  }

  #elements(blocks) {
    return blocks.map((made) => this.#element(made));
  }

  #showPreview(doc) {
    this.#find("preview").replaceChildren(...this.#halves(doc).map((half) => node("div", {}, ...this.#elements(half))));
  }

  /** What has just been typed, in the preview. */
  #patchPreview(names) {
    const [front, back] = this.#find("preview").children;
    if (!front) return;
    const doc = this.#doc;
    const rows = numbered(doc);
    for (const name of names) {
      const [kind, id] = name.split(" ");
      if (kind === "frame") {
        front.replaceChildren(...this.#elements(this.#halves(doc)[0]));
        continue;
      }
      const made = rows.find((one) => one.id === id);
      const cell = made && [...back.querySelectorAll("tbody tr")].find((row) => row.firstChild.textContent === made.number)?.children[1];
      if (cell) cell.textContent = made.text;
    }
  }

  #element(made) {
    if (made.widths) {
      const cells = (row, tag) => node("tr", {}, ...row.map((text) => node(tag, tag === "th" ? { scope: "col" } : {}, text)));
      const table = node("table", {}, made.head.length ? node("thead", {}, cells(made.head, "th")) : "", node("tbody", {}, ...made.rows.map((row) => cells(row, "td"))));
      return node("div", { class: "guide-scroll", tabindex: "0", role: "region", "aria-label": this.#words.table }, table);
    }
    if (made.link) return node("p", { class: "guide-document__entry" }, made.text);
    const tag = { Title: "h3", Heading1: "h4", Heading2: "h5" }[made.style] ?? "p";
    return node(tag, {}, ...made.text.split("\n").flatMap((line, n) => (n ? [node("br"), line] : [line])));
  }

  // --- What the document says --------------------------------------------------------------------

  /** The document as blocks: annex 1 is the customer's requirements, annex 2 the supplier's answer. */
  #blocks(doc) {
    const w = this.#words;
    const rows = numbered(doc);
    const sections = FRAME.map((name) => [name, this.#said(name, doc.frame[name])]).filter(([, text]) => text);
    const groups = grouped(rows);
    const contents = [...sections.map(([name], n) => ({ link: `del${n}`, text: w[`frame.${name}`] })), ...groups.map(([group], n) => ({ link: `krav${n}`, text: group }))];
    return [
      { style: "Title", text: doc.name },
      { style: "Normal", text: w.origin.replace("{title}", this.#catalog.title).replace("{version}", this.#catalog.version) },
      { style: "Normal", text: this.#edition(doc) },
      { widths: [5, 20], head: [], rows: [[w.supplier, ""]] },
      { style: "Heading2", text: w.contents },
      ...contents,
      { style: "Heading1", text: w.annex1 },
      ...sections.flatMap(([name, text], n) => [{ style: "Heading2", text: w[`frame.${name}`], mark: `del${n}` }, { style: "Normal", text }]),
      { style: "Heading1", text: w.annex2 },
      { style: "Normal", text: w.how },
      ...groups.flatMap(([group, made], n) => [
        { style: "Heading2", text: group, mark: `krav${n}` },
        { widths: [1.5, 8.2, 2.5, 2.8, 5, 3.5, 2], head: [w.number, w.text, w.priority, w.reply, w.description, w.link, w.price],
          rows: made.map(({ number, text, priority }) => [number, text, w[`priority.${priority}`], "", "", "", ""]) },
      ]),
    ];
  }

  #said(name, text) {
    if (name !== "availability") return text;
    const found = allowed(text);
    return found ? `${text.replace("%", "").trim()} %. ${this.#words.allows.replace("{hours}", found[0]).replace("{minutes}", found[1])}` : text;
  }

  #edition(doc) {
    return this.#words.edition.replace("{id}", doc.id).replace("{edition}", mark(numbered(doc)));
  }

  // --- Done --------------------------------------------------------------------------------------

  #typed(target) {
    if (target.matches("[data-frame]")) this.#later(`frame ${target.dataset.frame}`, () => [kept.frame(this.#id, target.dataset.frame, target.value)]);
    else if (target.matches("[data-name]")) this.#later("name", () => (target.value.trim() ? [kept.named(this.#id, target.value.trim())] : []));
    else if (target.matches("[data-text]")) {
      const id = target.closest("li").dataset.id;
      this.#later(`text ${id}`, () => this.#edited(id, { text: target.value }));
    }
  }

  #later(name, make) {
    this.#waiting.set(name, make);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#flush(), PAUSE);
  }

  /** Keeps what waits, all at once, without touching the fields that are being written in. */
  #flush() {
    clearTimeout(this.#timer);
    if (!this.#waiting.size) return;
    const names = [...this.#waiting.keys()];
    const pairs = [...this.#waiting.values()].flatMap((make) => make());
    this.#waiting.clear();
    this.#keep(pairs, true);
    if (this.isConnected && this.#previewed) this.#patchPreview(names);
  }

  #edited(id, change) {
    const made = this.#doc.requirements.find((one) => one.id === id);
    return made ? [kept.requirement(this.#id, { ...made, ...change })] : [];
  }

  #changed(target) {
    this.#flush();
    if (target.matches("[data-documents]")) {
      this.#id = target.value;
      this.#show();
    } else if (target.matches("[data-take]")) this.#take(target.value, target.checked);
    else if (target.matches("[data-priority]")) this.#keep(this.#edited(target.closest("li").dataset.id, { priority: target.value }));
  }

  #take(id, take) {
    const doc = this.#doc;
    if (!take) return this.#out(id);
    const item = this.#catalog.byId.get(id);
    const found = answered(this.#store.project, id, item.was);
    const order = Math.max(-1, ...doc.requirements.map((made) => made.order)) + 1;
    return this.#keep([kept.requirement(doc.id, fromItem(this.#catalog, item, found, order))]);
  }

  /** Taken out, and a way to bring it back. */
  #out(id) {
    const made = this.#doc.requirements.find((one) => one.id === id);
    const document = this.#id;
    this.#keep([kept.requirement(document, { id, text: "" })]);
    if (!made) return;
    this.#undo = () => this.#keep([kept.requirement(document, made)]);
    this.#offer(this.#words.taken_out);
  }

  #offer(text) {
    say(this.#find("said"), this.#words.close, `${text} `, node("button", { type: "button", "data-act": "undo" }, this.#words.undo));
    this.#find("said").querySelector("button").focus();
  }

  #move(id, by) {
    const rows = this.#doc.requirements;
    const at = rows.findIndex((made) => made.id === id);
    const other = rows[at + by];
    if (!other) return;
    const order = rows.map((made) => made.id);
    [order[at], order[at + by]] = [order[at + by], order[at]];
    this.#keep(rows.map((made) => kept.requirement(this.#id, { ...made, order: order.indexOf(made.id) })));
    this.querySelector(`[data-id="${id}"] [data-act=${by < 0 ? "up" : "down"}]`)?.focus();
  }

  #clicked(button) {
    if (!button?.dataset.act) return;
    this.#flush();
    const id = button.closest("li")?.dataset.id;
    const acts = {
      new: async () => {
        button.disabled = true; // one click, one document
        const there = await this.#loaded();
        button.disabled = false;
        if (there) this.#begin(this.#words.new_name, picked(this.#catalog, this.#store.project));
      },
      copy: () => {
        const doc = this.#doc;
        this.#begin(this.#words.copied_name.replace("{name}", doc.name), doc.requirements.map((made) => ({ ...made, n: 0 })), doc.frame);
      },
      delete: () => this.#delete(),
      undo: () => {
        this.#undo?.();
        this.#undo = null;
        this.#hush();
      },
      hush: () => this.#hush(),
      back: () => {
        this.#store.change((state) => states.use(state, button.value));
        this.#hush();
      },
      add: () => this.#add(),
      up: () => this.#move(id, -1),
      down: () => this.#move(id, 1),
      out: () => this.#out(id),
      word: () => this.#word(),
      json: () => this.#file("json", JSON.stringify(toFile(this.#exported()), null, 1), "application/json"),
      csv: () => this.#file("csv", this.#csv(), "text/csv"),
      markdown: () => this.#file("md", this.#markdown(), "text/markdown"),
      print: () => {
        this.#exported();
        this.#showPreview(this.#doc);
        for (const part of this.querySelectorAll("details:has([data-preview])")) part.open = true;
        window.print();
      },
      example: () => this.#example(),
    };
    acts[button.dataset.act]?.();
  }

  #begin(name, requirements, frame = {}) {
    const id = fresh("d");
    this.#id = id;
    this.#keep([
      kept.named(id, name),
      ...Object.entries(frame).filter(([, text]) => text).map(([key, text]) => kept.frame(id, key, text)),
      ...requirements.map((made) => kept.requirement(id, made)),
    ]);
    this.#find("name").value = name;
    this.#find("name").focus();
  }

  #delete() {
    const doc = this.#doc;
    this.#keep([kept.removed(doc.id, true)]);
    this.#undo = () => {
      this.#id = doc.id;
      this.#keep([kept.removed(doc.id, false)]);
    };
    this.#offer(this.#words.deleted.replace("{name}", doc.name));
  }

  #hush() {
    say(this.#find("said"), "");
    this.querySelector("[data-act=new]").focus();
  }

  #add() {
    const field = this.#find("own");
    const text = field.value.trim();
    if (!text) {
      field.focus();
      return;
    }
    const order = Math.max(-1, ...this.#doc.requirements.map((made) => made.order)) + 1;
    this.#keep([kept.requirement(this.#id, { id: fresh("egen-"), n: 0, text, priority: "should", group: this.#words.own_group, order })]);
    field.value = "";
    field.focus();
  }

  /** The document with its numbers fixed: what has left the house keeps them. */
  #exported() {
    const doc = this.#doc;
    const rows = numbered(doc);
    const loose = rows.filter(({ id }) => !doc.requirements.find((made) => made.id === id).n);
    if (loose.length) this.#keep(loose.map(({ number, ...made }) => kept.requirement(doc.id, made)));
    return this.#doc;
  }

  #file(extension, content, type) {
    download(fileName(this.#doc.name, extension), content, type);
  }

  #word() {
    const doc = this.#exported();
    const made = docx.write(doc.name, document.documentElement.lang, this.#blocks(doc), `${doc.name} · ${this.#edition(doc)}`);
    this.#file("docx", made, "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
  }

  #csv() {
    const w = this.#words;
    const doc = this.#exported();
    const rows = numbered(doc).map(({ number, text, priority, group }) => [number, group, text, w[`priority.${priority}`], "", "", "", ""]);
    return csv.write([[w.number, w.group, w.text, w.priority, w.reply, w.description, w.link, w.price], ...rows, [], [w.supplier, ""], [`${doc.name} · ${this.#edition(doc)}`]]);
  }

  #markdown() {
    const doc = this.#exported();
    const escape = (text) => text.replaceAll("|", "\\|").replace(/\s*\n\s*/g, " ");
    const lines = this.#blocks(doc).flatMap((made) => {
      if (made.widths && !made.head.length) return [`**${made.rows[0][0]}:**`, ""];
      if (made.widths) return [`| ${made.head.map(escape).join(" | ")} |`, `|${" --- |".repeat(made.head.length)}`, ...made.rows.map((row) => `| ${row.map(escape).join(" | ")} |`), ""];
      if (made.link) return [`- ${made.text}`];
      return [`${{ Title: "# ", Heading1: "## ", Heading2: "### " }[made.style] ?? ""}${made.text}`, ""];
    });
    return `${lines.join("\n")}\n${this.#edition(doc)}\n`;
  }

  async #example() {
    const before = states.current(this.#store.state);
    this.#id = await openExample(this.#store, this.dataset.root, this.#words.example_name);
    this.#show();
    say(this.#find("said"), this.#words.close, `${this.#words.example_open} `, before && before !== this.#id ? node("button", { type: "button", "data-act": "back", value: before }, this.#words.back) : "");
    this.#find("documents").focus();
  }
}
