// What was found, on the page: the best hits, then each kind by itself; or what comes near.

import { button, node } from "../elements/node.js";
import { closest, nearest, suggestion } from "./alike.js";
import { around, marker } from "./marked.js";

/**
 * @typedef {import("../elements/words.js").Words} Texts
 * @typedef {import("./engine.js").Engine} Engine
 * @typedef {import("./marked.js").Mark} Mark
 * @typedef {import("./pieces.js").Shown} Shown
 * @typedef {import("./order.js").Found} Found
 * @typedef {import("./order.js").Only} Only
 * @typedef {{shown: (Node | string)[], said: string, hits: number}} Made
 */

const BEST = 3;
const FEW = 3; // of each kind, until more is asked for
const MOST_NEAR = 200; // lists that are looked through when nothing was found

export class Results {
  #engine;
  #root;
  #t;

  /** @param {Engine} engine @param {URL} root the site's @param {Texts} t */
  constructor(engine, root, t) {
    this.#engine = engine;
    this.#root = root;
    this.#t = t;
  }

  /**
   * @param {string} query @param {Only} only @param {Set<string>} more kinds of which all is shown
   * @returns {Promise<Made | null>} null when nothing was found
   */
  async found(query, only, more) {
    const { found, stems, corrected } = await this.#engine.find(query, only);
    if (!found.length) return null;
    const best = found.slice(0, BEST);
    const groups = [...Map.groupBy(found.slice(BEST), ({ kind }) => kind)].map(([kind, all]) => ({
      kind,
      some: more.has(kind) ? all : all.slice(0, FEW),
      rest: more.has(kind) ? 0 : all.length - Math.min(all.length, FEW),
    }));
    const wanted = [...best, ...groups.flatMap(({ some }) => some)];
    const texts = await this.#engine.texts(wanted.map((one) => one.number));
    const mark = marker(stems, this.#engine.words);
    const row = (/** @type {Found} */ one) =>
      this.#row(one.kind, texts[wanted.findIndex(({ number }) => number === one.number)], mark);
    const meant = suggestion(query, corrected, texts, this.#engine.words);
    const shown = [
      ...this.#meant(meant),
      section(this.#t("best"), best.map(row)),
      ...groups.map(({ kind, some, rest }) => this.#group(kind, some.map(row), rest)),
    ];
    const n = found.length;
    const said = n === 1 ? this.#t("one", { query }) : this.#t("many", { n, query });
    return { shown, hits: n, said };
  }

  /** Nothing at all: the lists whose titles look most like what was typed, and ways on that are
   * always there. @param {string} query @returns {Promise<Made>} */
  async near(query) {
    const engine = this.#engine;
    const [start, count] = engine.rangeOf("list");
    const numbers = Array.from({ length: Math.min(count, MOST_NEAR) }, (_, i) => start + i);
    const texts = await engine.texts(numbers);
    const plain = (/** @type {string} */ text) => [text];
    const rows = nearest(query, texts, numbers, engine.words)
      .slice(0, BEST)
      .map(({ text }) => this.#row("list", text, plain));
    const meant = this.#meant(closest(query, texts, engine.words));
    const near = rows.length ? [section(this.#t("near"), rows)] : [];
    const ways = await this.#ways();
    return { shown: [...meant, ...near, ...ways], hits: 0, said: this.#t("none", { query }) };
  }

  /** Links that lead on from nothing. */
  async #ways() {
    const texts = await this.#engine.texts(this.#engine.ways);
    return texts.map(({ title, url }) =>
      node("p", {}, node("a", { href: new URL(url, this.#root).href }, title)),
    );
  }

  /** @param {string} kind @param {HTMLElement[]} rows @param {number} rest not shown yet */
  #group(kind, rows, rest) {
    const title = this.#t(`group_${kind}`);
    if (!rest) return section(title, rows);
    const words = this.#t("more", { n: rest, kind: title.toLowerCase() });
    const about = { class: "guide-search__more", "data-kind": kind };
    return section(title, rows, button("more", words, about));
  }

  /** @param {string} query */
  #meant(query) {
    if (!query) return [];
    const take = button("take", query, { "data-query": query });
    return [node("p", { class: "guide-search__meant" }, `${this.#t("meant")} `, take)];
  }

  /** @param {string} kind @param {Shown} shown @param {Mark} mark */
  #row(kind, { title, url, where, text }, mark) {
    const what = node("span", { class: "guide-search__kind" }, this.#t(`one_${kind}`));
    const place = where ? [" · ", ...mark(where)] : [];
    const about = node("span", { class: "guide-search__where" }, what, ...place);
    const address = new URL(url, this.#root).href;
    const file = { href: address, "data-kind": kind, download: kind === "file" };
    const link = node("p", { class: "guide-search__link" }, node("a", file, ...mark(title)));
    const words = text ? mark(around(text, mark)) : [];
    const said = text ? [node("p", { class: "guide-search__text" }, ...words)] : [];
    return node("li", { class: "guide-search__hit" }, link, about, ...said);
  }
}

/** @param {string} title @param {HTMLElement[]} rows @param {HTMLElement[]} more */
function section(title, rows, ...more) {
  const head = node("h3", { class: "guide-search__group" }, title);
  return node("section", {}, head, node("ol", { class: "guide-search__list" }, ...rows), ...more);
}
