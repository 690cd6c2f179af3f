// The search dialog: what is typed, what is shown of it, and how it stands in the address.

import { choices, elsewhere, targetOf } from "../elements/address.js";
import { find, findAll, outer } from "../elements/find.js";
import { node } from "../elements/node.js";
import { NAMES, queried } from "./asked.js";
import { CHOICES, chosen, kindsOf, offer } from "./choices.js";
import { Engine } from "./engine.js";
import { Results } from "./results.js";

/**
 * @typedef {import("./asked.js").Asked} Asked
 * @typedef {import("./results.js").Made} Made
 * @typedef {import("../elements/words.js").Words} Words
 */

const FOLDER = "assets/sok/";
const SAY_AFTER = 700; // ms without typing until the number of hits is said aloud
/** @type {Asked} */
const NOTHING = { query: "", kind: "", phase: "" };
/** @type {Record<string, number>} */
const STEPS = { ArrowDown: 1, ArrowUp: -1, Enter: 1 };
/** @type {Search | undefined} */
let begun;

/**
 * Makes an opened dialog search; later calls read the address anew.
 * @param {HTMLDialogElement} dialog @param {URL} root the site's @param {Words} t
 * @param {() => Promise<unknown>} words brings what `t` does not say yet
 */
export function begin(dialog, root, t, words) {
  begun ??= new Search(dialog, root, t, words);
  begun.read();
}

/** A file of the index. @param {URL} root @param {string} name @param {string} [version] */
async function piece(root, name, version) {
  const query = version ? `?v=${version}` : "";
  const answer = await fetch(new URL(`${FOLDER}${name}.json${query}`, root));
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

class Search {
  #dialog;
  #engine;
  #results;
  #t;
  #words;
  #asked = 0;
  /** @type {Set<string>} */
  #more = new Set();
  /** @type {number | undefined} */
  #saying;
  #leaving = false;

  /** @param {HTMLDialogElement} dialog @param {URL} root @param {Words} t
   * @param {() => Promise<unknown>} words */
  constructor(dialog, root, t, words) {
    this.#dialog = dialog;
    this.#t = t;
    this.#words = words;
    this.#engine = new Engine((name, version) => piece(root, name, version));
    this.#results = new Results(this.#engine, root, this.#t);
    this.#field.addEventListener("input", () => this.#changed());
    dialog.addEventListener("keydown", (event) => this.#moved(event));
    dialog.addEventListener("click", (event) => this.#clicked(event));
    dialog.addEventListener("close", () => this.#closed());
  }

  /** What is searched, and the words for what is found: fetched side by side. */
  #open() {
    return Promise.all([this.#engine.open(), this.#words()]);
  }

  get #field() {
    return find(this.#dialog, "input[type=search]", HTMLInputElement);
  }

  get #found() {
    return find(this.#dialog, ".guide-search__found", HTMLElement);
  }

  /** The query and the choices of the address. */
  async read() {
    const asked = choices(location.search, Object.values(NAMES));
    // An address may hold more than the field takes.
    const query = asked[NAMES.query].slice(0, this.#field.maxLength);
    if (query || !this.#field.value) this.#field.value = query;
    try {
      await this.#open();
    } catch {
      this.#say(this.#t("failed"));
      return;
    }
    if (offer(this.#dialog, this.#engine, asked, this.#t)) {
      find(this.#dialog, CHOICES, HTMLElement).addEventListener("change", () => this.#changed());
    }
    // Typed before this was fetched: the address has not heard of it.
    if (this.#field.value.trim() && !asked[NAMES.query]) this.#place(this.#chosen);
    this.#show();
  }

  /** @returns {Asked} */
  get #chosen() {
    return { query: this.#field.value.trim(), ...chosen(this.#dialog) };
  }

  #changed() {
    this.#more.clear();
    this.#place(this.#chosen);
    this.#show();
  }

  /** @param {Asked} asked */
  #place(asked) {
    const address = `${location.pathname}${queried(asked)}${location.hash}`;
    history.replaceState(history.state, "", address);
  }

  #closed() {
    clearTimeout(this.#saying);
    if (!this.#leaving) this.#place(NOTHING);
    this.#leaving = false;
  }

  async #show() {
    const turn = ++this.#asked;
    const asked = this.#chosen;
    try {
      await this.#open();
      const made = await this.#answer(asked);
      // Somebody has typed on: what is asked now is another question.
      if (turn !== this.#asked) return;
      this.#found.replaceChildren(...made.shown);
      this.#found.scrollTop = 0;
      this.#dialog.dataset.answered = asked.query;
      this.#dialog.dataset.hits = String(made.hits);
      this.#say(made.said);
    } catch {
      if (turn === this.#asked) this.#say(this.#t("failed"));
    }
  }

  /** What to show for what is asked. @param {Asked} asked @returns {Promise<Made>} */
  async #answer({ query, kind, phase }) {
    const href = this.#dialog.dataset.index ?? "";
    const index = () => node("p", {}, node("a", { href }, this.#t("index")));
    if (!query) return { shown: [node("p", {}, this.#t("hint")), index()], hits: 0, said: "" };
    const found = await this.#results.found(query, { kinds: kindsOf(kind), phase }, this.#more);
    if (found) return found;
    const near = await this.#results.near(query);
    return { ...near, shown: [...near.shown, index()] };
  }

  /** @param {string} words */
  #say(words) {
    clearTimeout(this.#saying);
    const status = find(this.#dialog, "[role=status]", HTMLElement);
    const say = () => {
      status.textContent = words;
    };
    // What is on the screen is said when the typing rests, so that a listener is not talked over.
    if (words) this.#saying = setTimeout(say, status.textContent ? SAY_AFTER : 0);
    else say();
  }

  /** @param {MouseEvent} event */
  #clicked(event) {
    const act = outer(event.target, "button[data-act]", HTMLButtonElement);
    if (act?.dataset.act === "take") this.#take(act.dataset.query ?? "");
    else if (act?.dataset.act === "more") this.#showMore(act);
    // A click beside the dialog closes it.
    if (event.target === this.#dialog && event.detail) this.#dialog.close();
    const link = outer(event.target, "a[href]", HTMLAnchorElement);
    if (!link || elsewhere(event) || link.hasAttribute("download")) return;
    // The query stays in the address that is left, so that «back» leads to the results.
    this.#leaving = true;
    this.#dialog.close();
    if (link.pathname !== location.pathname) return;
    event.preventDefault();
    event.stopPropagation();
    lead(link);
  }

  /** Searches for what was meant. @param {string} query */
  #take(query) {
    this.#field.value = query;
    this.#field.focus();
    this.#changed();
  }

  /** Shows all of a kind; the focus comes to the first that is new. @param {HTMLElement} button */
  async #showMore(button) {
    this.#more.add(button.dataset.kind ?? "");
    const last = button.closest("section")?.querySelector("li:last-child a");
    const at = this.#links.findIndex((link) => link === last);
    await this.#show();
    this.#links[at + 1]?.focus();
  }

  get #links() {
    return findAll(this.#found, "a[href], button", HTMLElement);
  }

  /** The arrows walk from the field through what was found. @param {KeyboardEvent} event */
  #moved(event) {
    const step = STEPS[event.key];
    const inField = event.target === this.#field;
    const links = this.#links;
    const at = links.findIndex((link) => link === event.target);
    if (!step || event.isComposing || (!inField && (at < 0 || event.key === "Enter"))) return;
    if (inField && event.key === "ArrowUp") return;
    event.preventDefault();
    const first = links.find((link) => link.matches("li a")) ?? links[0];
    const next = inField ? first : links[at + step];
    (next ?? (at === 0 ? this.#field : null))?.focus();
  }
}

/** To a place on this page: a step of its own in the history, without the query.
 * @param {HTMLAnchorElement} link */
function lead(link) {
  history.pushState(history.state, "", `${location.pathname}${queried(NOTHING)}${link.hash}`);
  const target = targetOf(link.hash);
  window.dispatchEvent(new HashChangeEvent("hashchange"));
  if (target) target.scrollIntoView();
  else window.scrollTo(0, 0);
}
