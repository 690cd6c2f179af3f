// «Sammenlign svar»: every requirement a row, every supplier a column; unmet absolute ones first.

import * as states from "../answers/state.js";
import { storeOf } from "../answers/store.js";
import { MOST_BYTES, download, fileName, textOf } from "../elements/files.js";
import { node, redrawn, say } from "../elements/node.js";
import * as csv from "../formats/csv.js";
import * as docx from "../formats/docx.js";
import { cleaned } from "../formats/text.js";
import * as compare from "./compare.js";
import { REPLIES, mark, numbered } from "./document.js";
import { openExample } from "./example.js";
import { fromAnswerFile, fromFile } from "./files.js";
import * as kept from "./kept.js";
import { fromRows } from "./rows.js";

const MOST = 5;

export class CheckCompare extends HTMLElement {
  #store;
  #words;
  #listening;
  #id = "";
  #own = false;
  #undo = null;

  connectedCallback() {
    this.#store = storeOf(this.dataset.site);
    this.#words = JSON.parse(this.dataset.words);
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    this.#store.addEventListener("change", () => this.#own || redrawn(this, () => this.#show()), { signal });
    this.addEventListener("change", (event) => this.#changed(event.target), { signal });
    this.addEventListener("click", (event) => this.#clicked(event.target.closest("button")), { signal });
    this.addEventListener("submit", (event) => event.preventDefault(), { signal });
    this.#show();
    this.hidden = false;
  }

  disconnectedCallback() {
    this.#listening?.abort();
  }

  #find(name) {
    return this.querySelector(`[data-${name}]`);
  }

  #keep(pairs, quiet = false) {
    this.#own = quiet;
    this.#store.change((state, id, stamp) => pairs.reduce((made, [key, text]) => states.keep(made, id, "documents", key, text, stamp), state));
    this.#own = false;
  }

  // --- What is compared --------------------------------------------------------------------------

  get #requirements() {
    return numbered(kept.read(this.#store.project, this.#id));
  }

  get #suppliers() {
    const { project } = this.#store;
    return kept.suppliers(project, this.#id).map(([id, made]) => {
      // Read once each: a ranking asks for every reply many times.
      const read = new Map();
      const own = (number) => {
        if (!read.has(number)) read.set(number, kept.assessed(project, this.#id, id, number));
        return read.get(number);
      };
      return { ...made, id, own, replyOf: (number) => compare.counted(made.answers[number], own(number)) };
    });
  }

  #show() {
    const all = kept.list(this.#store.project);
    if (!all.some(([id]) => id === this.#id)) this.#id = all[0]?.[0] ?? "";
    const select = this.#find("documents");
    select.replaceChildren(...all.map(([id, name]) => node("option", { value: id }, name)));
    select.value = this.#id;
    for (const part of this.querySelectorAll("[data-needs=document]")) part.hidden = !this.#id;
    this.#find("none").hidden = Boolean(this.#id);
    const suppliers = this.#id ? this.#suppliers : [];
    for (const part of this.querySelectorAll("[data-needs=answers]")) part.hidden = suppliers.length < 2;
    this.#showOpened(suppliers);
    if (suppliers.length < 2) return;
    this.#showWeights();
    this.#showRank(suppliers);
    this.#showTable(suppliers);
    this.#showQuestions(suppliers);
  }

  #showOpened(suppliers) {
    const edition = this.#id ? mark(this.#requirements) : "";
    this.#find("opened").replaceChildren(...suppliers.map((one) => {
      const notes = [
        one.document && one.document !== this.#id ? this.#words.other_document : one.edition && one.edition !== edition ? this.#words.other_edition : "",
        one.unread?.length ? this.#words.unread.replace("{list}", one.unread.map(([number, text]) => (text ? `${number} («${text}»)` : number)).join(", ")) : "",
      ].filter(Boolean);
      const name = node("input", { "data-name": one.id, maxlength: "200", "aria-label": this.#words.supplier });
      name.value = one.supplier;
      return node("li", {}, name, node("button", { type: "button", "data-act": "remove", value: one.id, "aria-label": `${this.#words.remove} ${one.supplier}` }, this.#words.remove), ...notes.map((text) => node("p", { class: "checklist__where--warn" }, text)));
    }));
  }

  #showWeights() {
    const weights = kept.weighed(this.#store.project, this.#id);
    for (const field of this.querySelectorAll("[data-weight]")) if (field !== document.activeElement) field.value = weights[field.dataset.weight];
  }

  #showRank(suppliers) {
    const w = this.#words;
    const weights = kept.weighed(this.#store.project, this.#id);
    const requirements = this.#requirements;
    const rows = compare.ranked(requirements, suppliers, weights);
    this.#find("rank").replaceChildren(...rows.map(({ supplier, points, unmet, missing, answers }) => {
      const prices = requirements.map(({ number }) => compare.amount(answers[number]?.price ?? "")).filter((price) => price !== null);
      const sum = prices.length ? w.price_sum.replace("{sum}", prices.reduce((a, b) => a + b, 0).toLocaleString("nb")).replace("{n}", prices.length) : "";
      const facts = [w.points.replace("{n}", points.toLocaleString("nb", { maximumFractionDigits: 1 })), unmet.length ? w.unmet.replace("{list}", unmet.join(", ")) : w.all_met, missing.length ? w.no_reply.replace("{n}", missing.length) : "", sum];
      return node("li", {}, node("strong", {}, supplier), ` ${facts.filter(Boolean).join(" · ")}`);
    }));
    const name = (id) => suppliers.find((one) => one.id === id).supplier;
    const changes = compare.sensitivity(requirements, suppliers, weights).filter(({ changed }) => changed);
    this.#find("sensitivity").replaceChildren(...(changes.length
      ? changes.map(({ priority, factor, winner }) => node("li", {}, w.changes.replace("{priority}", w[`priority.${priority}`]).replace("{way}", factor > 1 ? "+20 %" : "−20 %").replace("{name}", name(winner))))
      : [node("li", {}, w.holds.replace("{name}", name(rows[0].id)))]));
  }

  #showTable(suppliers) {
    const w = this.#words;
    const rows = compare.ordered(this.#requirements, suppliers);
    const head = node("tr", {}, node("th", { scope: "col" }, w.requirement), ...suppliers.map(({ supplier }) => node("th", { scope: "col" }, supplier)));
    const body = rows.map((made) => {
      const unmet = made.priority === "must" && suppliers.some(({ replyOf }) => replyOf(made.number) !== "yes");
      return node("tr", { class: unmet ? "guide-compare__unmet" : false },
        node("th", { scope: "row" }, node("span", { class: "checklist__code" }, `${made.number} · ${w[`priority.${made.priority}`]}`), node("br"), made.text),
        ...suppliers.map((one) => this.#cell(made, one)));
    });
    this.#find("table").replaceChildren(node("table", {}, node("thead", {}, head), node("tbody", {}, ...body)));
  }

  #cell({ number }, one) {
    const w = this.#words;
    const claim = one.answers[number] ?? {};
    const own = one.own(number);
    const select = node("select", { "data-own": one.id, "data-number": number, "aria-label": `${w.own_view} ${number} ${one.supplier}` },
      node("option", { value: "" }, w.as_claimed), ...REPLIES.map((value) => node("option", { value }, w[`reply.${value}`])));
    select.value = own.reply ?? "";
    // What counts stands first; what the supplier said stays beside it.
    const shown = own.reply || claim.reply;
    const note = node("input", { "data-note": one.id, "data-number": number, maxlength: "1000", placeholder: w.note, "aria-label": `${w.note} ${number} ${one.supplier}` });
    note.value = own.note ?? "";
    const link = /^https?:\/\/[^\s]+$/.test(claim.link ?? "") ? node("a", { href: claim.link, rel: "noopener noreferrer" }, w.proof) : (claim.link ?? "");
    return node("td", { "data-label": one.supplier },
      node("strong", { class: `guide-compare__reply--${shown || "none"}` }, shown ? w[`reply.${shown}`] : w.no_answer),
      own.reply ? node("p", {}, w.claimed.replace("{reply}", claim.reply ? w[`reply.${claim.reply}`] : w.no_answer)) : "",
      own.note ? node("p", { class: "guide-compare__print" }, `${w.note}: ${own.note}`) : "",
      claim.text ? node("p", {}, claim.text) : "", link ? node("p", {}, link) : "", claim.price ? node("p", {}, `${w.price}: ${claim.price}`) : "",
      node("label", {}, node("span", {}, w.own_view), select), note);
  }

  #showQuestions(suppliers) {
    const w = this.#words;
    const weights = kept.weighed(this.#store.project, this.#id);
    const found = compare.apart(this.#requirements, suppliers, weights).slice(0, 10);
    this.#find("questions").replaceChildren(...found.flatMap(({ number, text }) =>
      suppliers.filter(({ replyOf }) => replyOf(number) !== "yes").map(({ supplier, replyOf }) =>
        node("li", {}, w[`ask.${replyOf(number) || "none"}`].replace("{name}", supplier).replace("{number}", number).replace("{text}", text)))));
  }

  // --- Done ---------------------------------------------------------------------------------------

  #hush() {
    this.#say("");
    this.#find("documents").focus();
  }

  #say(text) {
    say(this.#find("said"), this.#words.close, text);
  }

  #changed(target) {
    if (target.matches("[data-documents]")) {
      this.#id = target.value;
      this.#show();
    } else if (target.matches("[data-open]")) this.#open(target);
    else if (target.matches("[data-open-document]")) this.#openDocument(target);
    else if (target.matches("[data-weight]")) {
      const number = Math.min(100, Math.max(0, Number(target.value) || 0));
      this.#keep([kept.weights(this.#id, { ...kept.weighed(this.#store.project, this.#id), [target.dataset.weight]: number })]);
    } else if (target.matches("[data-own], [data-note]")) this.#assess(target);
    else if (target.matches("[data-name]")) {
      const [, made] = kept.suppliers(this.#store.project, this.#id).find(([id]) => id === target.dataset.name);
      this.#keep([kept.supplier(this.#id, target.dataset.name, { ...made, supplier: target.value.trim().slice(0, 200) || made.supplier })]);
    }
  }

  /** Our own view of one cell; the rest of the page follows, the field keeps its place. */
  #assess(target) {
    const id = target.dataset.own ?? target.dataset.note;
    const { number } = target.dataset;
    const before = kept.assessed(this.#store.project, this.#id, id, number);
    const change = target.matches("select") ? { reply: target.value } : { note: target.value.slice(0, 1000) };
    this.#keep([kept.assessment(this.#id, id, number, { ...before, ...change })], true);
    const suppliers = this.#suppliers;
    const cell = target.closest("td");
    const made = this.#requirements.find((one) => one.number === number);
    redrawn(this, () => cell.replaceWith(this.#cell(made, suppliers.find((one) => one.id === id))));
    this.#showRank(suppliers);
    this.#showQuestions(suppliers);
  }

  async #open(field) {
    const files = [...field.files];
    field.value = "";
    const told = [];
    for (const file of files) {
      const now = kept.suppliers(this.#store.project, this.#id);
      if (now.length >= MOST) {
        told.push(this.#words.most);
        break;
      }
      const found = await this.#readAnswer(file);
      if (found.problem) {
        told.push(`${file.name}: ${this.#words[`problem.${found.problem}`]}`);
        continue;
      }
      const taken = new Set(now.map(([id]) => id));
      const id = ["s1", "s2", "s3", "s4", "s5"].find((one) => !taken.has(one));
      this.#keep([kept.supplier(this.#id, id, { supplier: file.name.replace(/\.\w+$/, ""), unread: [], ...found.answer })]);
      told.push(this.#words.read.replace("{name}", found.answer.supplier || file.name).replace("{n}", Object.keys(found.answer.answers).length));
    }
    this.#say(told.join(" "));
  }

  /** An answer from an answer file, a .docx or a .csv that was filled in. */
  async #readAnswer(file) {
    if (file.size > MOST_BYTES) return { problem: "big" };
    const bytes = new Uint8Array(await file.arrayBuffer());
    const heads = ["number", "reply", "description", "link", "price"].map((name) => this.#words[name]);
    const zipped = bytes[0] === 0x50 && bytes[1] === 0x4b;
    if (zipped) {
      const { rows, text, problem } = await docx.read(bytes);
      if (problem) return { problem };
      return this.#fromTable(rows, text, heads, "not_docx");
    }
    const text = csv.decoded(bytes);
    if (/^[\s\ufeff]*[{[]/.test(text)) return fromAnswerFile(text);
    return this.#fromTable(csv.read(text), text, heads, "not_answer");
  }

  #fromTable(rows, text, heads, otherwise) {
    // Each table of a .docx has a head of its own; the first one names the columns of all.
    const found = fromRows(rows, heads);
    if (!found) return { problem: otherwise };
    if (found.unread.length === Object.keys(found.answers).length) return { problem: "no_reply" };
    const line = rows.find((row) => row[0]?.trim() === this.#words.supplier);
    const [, document = "", edition = ""] = new RegExp(this.#words.edition.replace(/[.*+?^$()|[\]\\]/g, "\\$&").replace("{id}", "([a-z0-9]{1,16})").replace("{edition}", "([a-z0-9]{1,20})")).exec(text) ?? [];
    return { answer: { ...found, ...(line?.[1]?.trim() ? { supplier: cleaned(line[1].trim()).slice(0, 200) } : {}), document, edition } };
  }

  async #openDocument(field) {
    const [file] = field.files;
    field.value = "";
    const { text, problem } = await textOf(file);
    const found = problem ? { problem } : fromFile(text);
    if (found.problem) {
      this.#say(this.#words[`problem.${found.problem}`]);
      return;
    }
    const made = found.document;
    this.#id = made.id;
    this.#keep([
      kept.named(made.id, made.name), kept.removed(made.id, false),
      ...Object.entries(made.frame).filter(([, words]) => words).map(([key, words]) => kept.frame(made.id, key, words)),
      ...made.requirements.map(({ number, ...one }, order) => kept.requirement(made.id, { ...one, n: Number(number.slice(1)), order })),
    ]);
  }

  #clicked(button) {
    const acts = {
      remove: () => {
        const [id, made] = kept.suppliers(this.#store.project, this.#id).find(([one]) => one === button.value);
        this.#keep([kept.supplier(this.#id, id, null)]);
        this.#undo = () => this.#keep([kept.supplier(this.#id, id, made)]);
        say(this.#find("said"), this.#words.close, `${this.#words.taken_out} `, node("button", { type: "button", "data-act": "undo" }, this.#words.undo));
        this.#find("said").querySelector("button").focus();
      },
      undo: () => {
        this.#undo?.();
        this.#hush();
      },
      hush: () => this.#hush(),
      back: () => {
        this.#store.change((state) => states.use(state, button.value));
        this.#hush();
      },
      print: () => window.print(),
      csv: () => download(fileName("sammenligning", "csv"), csv.write(this.#grid()), "text/csv"),
      markdown: () => download(fileName("sammenligning", "md"), this.#markdown(), "text/markdown"),
      example: async () => {
        const before = states.current(this.#store.state);
        this.#id = await openExample(this.#store, this.dataset.root, this.#words.example_name);
        this.#show();
        say(this.#find("said"), this.#words.close, `${this.#words.example_open} `, before && before !== this.#id ? node("button", { type: "button", "data-act": "back", value: before }, this.#words.back) : "");
      },
    };
    acts[button?.dataset.act]?.();
  }

  /** The comparison as rows of texts. */
  #grid() {
    const w = this.#words;
    const suppliers = this.#suppliers;
    const weights = kept.weighed(this.#store.project, this.#id);
    const requirements = this.#requirements;
    const rank = compare.ranked(requirements, suppliers, weights);
    const said = (one, number) => {
      const claim = one.answers[number] ?? {};
      const own = one.own(number);
      return [claim.reply ? w[`reply.${claim.reply}`] : w.no_answer, own.reply ? `${w.own_view}: ${w[`reply.${own.reply}`]}` : "", own.note ?? "", claim.text, claim.price].filter(Boolean).join("; ");
    };
    return [
      [w.number, w.priority, w.requirement, ...suppliers.map(({ supplier }) => supplier)],
      ...compare.ordered(requirements, suppliers).map((made) => [made.number, w[`priority.${made.priority}`], made.text, ...suppliers.map((one) => said(one, made.number))]),
      ["", "", w.points_title, ...suppliers.map(({ id }) => rank.find((one) => one.id === id).points.toFixed(1).replace(".", ","))],
    ];
  }

  #markdown() {
    const escape = (text) => text.replaceAll("|", "\\|").replace(/\s*\n\s*/g, " ");
    const [head, ...rows] = this.#grid().map((row) => `| ${row.map(escape).join(" | ")} |`);
    return `${[head, `|${" --- |".repeat(this.#grid()[0].length)}`, ...rows].join("\n")}\n`;
  }
}
