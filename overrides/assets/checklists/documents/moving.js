// Requirements and topics that change places on the page: done, said aloud, the focus kept.

import { findAll, outer, seek } from "../elements/find.js";
import { openAround } from "../elements/fold.js";
import { numbered } from "./document.js";
import * as moves from "./moves.js";

/** @typedef {import("./kept.js").Pair} Pair */

export class Moves {
  #tool;
  #shown;
  #keeper;

  /**
   * @param {import("../elements/tool.js").Tool} tool @param {import("./shown.js").Shown} shown
   * @param {import("../elements/keep.js").Keeper} keeper
   */
  constructor(tool, shown, keeper) {
    this.#tool = tool;
    this.#shown = shown;
    this.#keeper = keeper;
  }

  /** What the buttons do. @param {HTMLButtonElement} pressed
   * @returns {Record<string, () => void>} */
  acts(pressed) {
    const id = outer(pressed, "li", HTMLElement)?.dataset.id ?? "";
    const topicOf = topicAt(pressed);
    return {
      up: () => this.#move(id, -1),
      down: () => this.#move(id, 1),
      "topic-up": () => this.#topic(topicOf, -1),
      "topic-down": () => this.#topic(topicOf, 1),
    };
  }

  /** @param {string} id @param {number} by */
  #move(id, by) {
    if (this.#keep(moves.moved(this.#shown.doc, id, by))) this.#told(id, by);
  }

  /** @param {string} topic @param {number} by */
  #topic(topic, by) {
    if (!this.#keep(moves.topicMoved(this.#shown.doc, topic, by))) return;
    this.#say(this.#tool.t("topic_moved", { topic }));
    const row = `[data-topic-of="${CSS.escape(topic)}"]`;
    const act = by < 0 ? "topic-up" : "topic-down";
    const way = seek(this.#tool.root, `${row} [data-act=${act}]`, HTMLElement);
    const name = seek(this.#tool.root, `${row} [data-topic]`, HTMLElement);
    (way?.matches(":disabled") ? name : way)?.focus();
  }

  /** A topic that was written: of a requirement, or of all that stand under it.
   * @param {import("../elements/find.js").Field} field */
  written(field) {
    const id = outer(field, "li", HTMLElement)?.dataset.id ?? "";
    const name = field.value.trim();
    if (field.matches("[data-topic]") && name) {
      this.#keep(moves.topicNamed(this.#shown.doc, topicAt(field), name));
    } else if (field.matches("[data-group]") && name) {
      if (this.#keep(moves.regrouped(this.#shown.doc, id, name))) this.#told(id, 0);
    }
  }

  /** Where a requirement is now. @param {string} id @param {number} by */
  #told(id, by) {
    const { t, root } = this.#tool;
    const rows = moves.arranged(this.#shown.doc);
    const at = rows.findIndex((one) => one.id === id);
    const number = numbered(this.#shown.doc).find((one) => one.id === id)?.number ?? "";
    const { group: topic = "" } = rows[at] ?? {};
    this.#say(t("moved", { number, n: at + 1, total: rows.length, topic }));
    const way = seek(root, `[data-id="${id}"] [data-act=${by < 0 ? "up" : "down"}]`, HTMLElement);
    const other = seek(root, `[data-id="${id}"] textarea`, HTMLElement);
    (by && way && !way.matches(":disabled") ? way : other)?.focus();
  }

  /** To what has come back, unfolded where it is folded. @param {string} where */
  back(where) {
    const ways = findAll(this.#tool.root, where, HTMLElement);
    const way = ways.find((one) => !one.closest("details:not([open])")) ?? ways[0];
    if (!way) return;
    openAround(way);
    way.focus();
  }

  /** @param {string} words */
  #say(words) {
    this.#tool.part("moved").textContent = words;
  }

  /** @param {Pair[]} pairs */
  #keep(pairs) {
    if (pairs.length) this.#keeper.keep(pairs);
    return pairs.length > 0;
  }
}

/** The topic that a control stands in. @param {Element} control */
const topicAt = (control) => outer(control, "[data-topic-of]", HTMLElement)?.dataset.topicOf ?? "";
