// The search dialog: what is typed, what is found, and where it stands in the address.

import { address, choices, targetOf } from "../elements/address.js";
import { node } from "../elements/node.js";
import { NAMES, wordsOf } from "./asked.js";
import { Engine } from "./engine.js";

const FOLDER = "assets/sok/";
const BEST = 3;
const FEW = 3; // of each kind, until more is asked for
const AROUND = 150; // letters of a text that is shown
const LIKE = 0.3; // how much a word must look like another to be offered for it
const SAY_AFTER = 700; // ms without typing until the number of hits is said aloud
// What a reader chooses between, and what each choice takes in.
const CHOICES = { item: ["item"], list: ["list"], page: ["page", "section"], term: ["term"], file: ["file"] };
const NOTHING = { query: "", kind: "", phase: "" };
let begun;

/** Makes an opened dialog search; later calls read the address anew. `root` is the site's. */
export function begin(dialog, root) {
  begun ??= new Search(dialog, root);
  begun.read();
}

async function piece(root, name, version) {
  const url = new URL(`${FOLDER}${name}.json${version ? `?v=${version}` : ""}`, root);
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

class Search {
  #dialog;
  #root;
  #words = wordsOf();
  #engine;
  #asked = 0;
  #more = new Set();
  #saying;
  #leaving = false;

  constructor(dialog, root) {
    this.#dialog = dialog;
    this.#root = root;
    this.#engine = new Engine((name, version) => piece(root, name, version));
    this.#field.addEventListener("input", () => this.#changed());
    dialog.addEventListener("keydown", (event) => this.#moved(event));
    dialog.addEventListener("click", (event) => this.#clicked(event));
    dialog.addEventListener("close", () => this.#closed());
  }

  get #field() {
    return this.#dialog.querySelector("input[type=search]");
  }

  get #found() {
    return this.#dialog.querySelector(".guide-search__found");
  }

  /** The query and the choices of the address. */
  async read() {
    const asked = choices(location.search, Object.values(NAMES));
    if (asked[NAMES.query] || !this.#field.value) this.#field.value = asked[NAMES.query];
    try {
      await this.#engine.open();
    } catch {
      this.#say(this.#words.failed);
      return;
    }
    if (!this.#dialog.querySelector("select")) this.#offer(asked);
    // Typed before this was fetched: the address has not heard of it.
    if (this.#field.value.trim() && !asked[NAMES.query]) this.#place(this.#chosen);
    this.#show();
  }

  /** The choices of kind and phase: known when the index is there. */
  #offer(asked) {
    const words = this.#words;
    const there = new Map(this.#engine.kinds);
    const kinds = Object.keys(CHOICES).filter((name) => CHOICES[name].some((kind) => there.get(kind)));
    const chosen = kinds.includes(asked[NAMES.kind]) ? asked[NAMES.kind] : "";
    const kind = node("fieldset", { class: "guide-search__kinds" }, node("legend", { class: "checklist__sr" }, words.only),
      ...["", ...kinds].map((name) => node("label", {},
        node("input", { type: "radio", name: "guide-search-kind", value: name, checked: name === chosen }), node("span", {}, words[`kind_${name || "all"}`]))));
    const phase = node("select", { "aria-label": words.phase },
      node("option", { value: "" }, words.phase_all),
      ...this.#engine.phases.map(([id, title]) => node("option", { value: id, selected: id === asked[NAMES.phase] }, title)));
    const holder = this.#dialog.querySelector(".guide-search__only");
    holder.append(kind, ...(this.#engine.phases.length ? [phase] : []));
    holder.addEventListener("change", () => this.#changed());
  }

  get #chosen() {
    return {
      query: this.#field.value.trim(),
      kind: this.#dialog.querySelector("input[type=radio]:checked")?.value ?? "",
      phase: this.#dialog.querySelector("select")?.value ?? "",
    };
  }

  #changed() {
    this.#more.clear();
    this.#place(this.#chosen);
    this.#show();
  }

  #place(chosen) {
    history.replaceState(history.state, "", `${location.pathname}${queried(chosen)}${location.hash}`);
  }

  #closed() {
    clearTimeout(this.#saying);
    if (!this.#leaving) this.#place(NOTHING);
    this.#leaving = false;
  }

  async #show() {
    const turn = ++this.#asked;
    const { query, kind, phase } = this.#chosen;
    try {
      await this.#engine.open();
      const made = query ? await this.#results(query, { kinds: CHOICES[kind], phase }) : this.#hints();
      // Somebody has typed on: what is asked now is another question.
      if (turn !== this.#asked) return;
      this.#found.replaceChildren(...made.shown);
      this.#found.scrollTop = 0;
      this.#dialog.dataset.answered = query;
      this.#dialog.dataset.hits = made.hits ?? 0;
      this.#say(made.said);
    } catch {
      if (turn === this.#asked) this.#say(this.#words.failed);
    }
  }

  #say(words) {
    clearTimeout(this.#saying);
    const status = this.#dialog.querySelector("[role=status]");
    const say = () => (status.textContent = words);
    // What is on the screen is said when the typing rests, so that a listener is not talked over.
    if (words) this.#saying = setTimeout(say, status.textContent ? SAY_AFTER : 0);
    else say();
  }

  #hints() {
    const words = this.#words;
    return { said: "", shown: [node("p", {}, words.hint), this.#indexLink()] };
  }

  #indexLink() {
    return node("p", {}, node("a", { href: this.#dialog.dataset.index }, this.#words.index));
  }

  async #results(query, only) {
    const words = this.#words;
    const engine = this.#engine;
    const { found, stems, corrected } = await engine.find(query, only);
    if (!found.length) return this.#nothing(query);
    const best = found.slice(0, BEST);
    const groups = grouped(found.slice(BEST)).map(([kind, all]) => [kind, all, this.#more.has(kind) ? all : all.slice(0, FEW)]);
    const wanted = [best, ...groups.map(([, , some]) => some)].flat();
    const texts = await engine.texts(wanted.map((one) => one.number));
    const textOf = new Map(wanted.map((one, i) => [one.number, texts[i]]));
    const mark = (text) => marked(text, stems, engine.words);
    const row = (one) => this.#row(one, textOf.get(one.number), mark);
    const shown = [...this.#meant(suggestion(query, corrected, texts, engine.words)), section(words.best, best.map(row))];
    for (const [kind, all, some] of groups) {
      const rest = all.length - some.length;
      const more = rest ? [node("button", { type: "button", class: "guide-search__more", "data-act": "more", "data-kind": kind }, words.more.replace("{n}", rest).replace("{kind}", words[`group_${kind}`].toLowerCase()))] : [];
      shown.push(section(words[`group_${kind}`], some.map(row), ...more));
    }
    return { shown, hits: found.length, said: (found.length === 1 ? words.one : words.many.replace("{n}", found.length)).replace("{query}", query) };
  }

  #meant(query) {
    if (!query) return [];
    const take = node("button", { type: "button", "data-act": "take", "data-query": query }, query);
    return [node("p", { class: "guide-search__meant" }, `${this.#words.meant} `, take)];
  }

  #row(one, { title, url, where, text }, mark) {
    const kind = node("span", { class: "guide-search__kind" }, this.#words[`one_${one.kind}`]);
    const about = node("span", { class: "guide-search__where" }, kind, ...(where ? [" · ", ...mark(where)] : []));
    const link = node("a", { href: new URL(url, this.#root).href, "data-kind": one.kind, ...(one.kind === "file" ? { download: true } : {}) }, ...mark(title));
    const said = text ? [node("p", { class: "guide-search__text" }, ...mark(around(text, mark)))] : [];
    return node("li", { class: "guide-search__hit" }, node("p", { class: "guide-search__link" }, link), about, ...said);
  }

  /** Nothing at all: the lists whose titles look most like what was typed. */
  async #nothing(query) {
    const words = this.#words;
    const engine = this.#engine;
    const [start, count] = engine.rangeOf("list");
    const numbers = Array.from({ length: Math.min(count, 200) }, (_, i) => start + i);
    const texts = await engine.texts(numbers);
    const asked = threes(engine.words.fold(query));
    const near = texts
      .map((text, i) => ({ text, number: numbers[i], like: alike(asked, threes(engine.words.fold(`${text.title} ${text.text}`))) }))
      .sort((a, b) => b.like - a.like || a.number - b.number)
      .slice(0, BEST);
    const mark = (text) => [text];
    const said = words.none.replace("{query}", query);
    const meant = this.#meant(closest(query, texts, engine.words));
    const rows = near.map(({ text, number }) => this.#row({ kind: "list", number }, text, mark));
    return { said, shown: [...meant, ...(rows.length ? [section(words.near, rows)] : []), this.#indexLink()] };
  }

  #clicked(event) {
    const act = event.target.closest("[data-act]");
    if (act?.dataset.act === "take") {
      this.#field.value = act.dataset.query;
      this.#field.focus();
      this.#changed();
    } else if (act?.dataset.act === "more") {
      this.#more.add(act.dataset.kind);
      const at = this.#links.indexOf(act.closest("section").querySelector("li:last-child a"));
      this.#show().then(() => this.#links[at + 1]?.focus());
    }
    // A click beside the dialog closes it.
    if (event.target === this.#dialog && event.detail) this.#dialog.close();
    const link = event.target.closest("a[href]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || link.hasAttribute("download")) return;
    // The query stays in the address that is left, so that «back» leads to the results.
    this.#leaving = true;
    this.#dialog.close();
    if (link.pathname !== location.pathname) return;
    event.preventDefault();
    event.stopPropagation();
    this.#lead(link);
  }

  /** To a place on this page: a step of its own in the history, without the query. */
  #lead(link) {
    history.pushState(history.state, "", `${location.pathname}${queried(NOTHING)}${link.hash}`);
    const target = targetOf(link.hash);
    window.dispatchEvent(new HashChangeEvent("hashchange"));
    if (target) target.scrollIntoView();
    else window.scrollTo(0, 0);
  }

  get #links() {
    return [...this.#found.querySelectorAll("a[href], button")];
  }

  #moved(event) {
    const step = { ArrowDown: 1, ArrowUp: -1, Enter: 1 }[event.key];
    const inField = event.target === this.#field;
    const links = this.#links;
    const at = links.indexOf(event.target);
    if (!step || event.isComposing || (!inField && (at < 0 || event.key === "Enter"))) return;
    if (inField && event.key === "ArrowUp") return;
    event.preventDefault();
    const next = inField ? links.find((link) => link.matches("li a")) ?? links[0] : links[at + step];
    (next ?? (at === 0 ? this.#field : null))?.focus();
  }
}

/** The address's query with what is chosen in it; other parameters stay. */
function queried(chosen) {
  return address(location.search, Object.fromEntries(Object.entries(chosen).map(([name, value]) => [NAMES[name], value])));
}

function section(title, rows, ...more) {
  return node("section", {}, node("h3", { class: "guide-search__group" }, title), node("ol", { class: "guide-search__list" }, ...rows), ...more);
}

/** Hits by kind, the kind with the best hit first. */
function grouped(found) {
  const made = new Map();
  for (const one of found) made.set(one.kind, [...(made.get(one.kind) ?? []), one]);
  return [...made];
}

/** The places of a text that were matched: [start, end]. A stem of four letters or more counts within a word too. */
function hits(text, stems, words) {
  const inside = [...stems].filter((stem) => stem.length > 3);
  return words.tokens(text)
    .filter(({ forms }) => forms.some((form) => stems.has(words.stem(form)) || inside.some((stem) => form.includes(stem))) && !(forms.length === 1 && words.stop.has(forms[0])))
    .map(({ at, end }) => [at, end]);
}

function marked(text, stems, words) {
  const made = [];
  let last = 0;
  for (const [start, end] of hits(text, stems, words)) {
    made.push(text.slice(last, start), node("mark", {}, text.slice(start, end)));
    last = end;
  }
  return [...made, text.slice(last)];
}

/** The stretch of a long text that holds most of what was matched. */
function around(text, mark) {
  if (text.length <= AROUND) return text;
  const places = [];
  let at = 0;
  for (const part of mark(text)) {
    const length = (part.textContent ?? part).length;
    if (part.textContent !== undefined) places.push(at);
    at += length;
  }
  const most = places.reduce((best, place) => {
    const count = places.filter((other) => other >= place && other < place + AROUND).length;
    return count > best.count ? { place, count } : best;
  }, { place: 0, count: 0 });
  if (most.place < AROUND / 2) return `${text.slice(0, text.indexOf(" ", AROUND) + 1 || undefined)}…`;
  const start = text.lastIndexOf(" ", most.place - 40) + 1;
  const end = text.indexOf(" ", start + AROUND);
  return `… ${text.slice(start, end < 0 ? undefined : end)}${end < 0 ? "" : " …"}`;
}

/** The query with the words that were nowhere put right, as the best hits write them; «» when none was. */
function suggestion(query, corrected, texts, words) {
  let made = query;
  for (const [said, stems] of corrected) {
    const spelt = texts.map(({ title, where, text }) => `${title} ${where} ${text}`)
      .flatMap((all) => words.tokens(all).map(({ at, end, forms }) => [forms[0], all.slice(at, end)]))
      .find(([form]) => stems.has(words.stem(form)));
    if (spelt) made = made.replace(said, spelt[1].toLowerCase());
  }
  return made === query ? "" : made;
}

/** The word of the lists' own titles and introductions that looks most like what was typed. */
function closest(query, texts, words) {
  const asked = threes(words.fold(query));
  const said = texts.flatMap(({ title, text }) => `${title} ${text}`.match(/\p{L}{4,}/gu) ?? []);
  const best = said.map((word) => [alike(asked, threes(words.fold(word))), word.toLowerCase()]).sort(([a], [b]) => b - a)[0];
  return best?.[0] > LIKE ? best[1] : "";
}

function threes(text) {
  const padded = ` ${text} `;
  return new Set(Array.from({ length: Math.max(0, padded.length - 2) }, (_, i) => padded.slice(i, i + 3)));
}

function alike(a, b) {
  let both = 0;
  for (const three of a) both += b.has(three) ? 1 : 0;
  return both / (Math.sqrt(a.size * b.size) || 1);
}
