// What the page shows of a document: its name, frame and requirements, lists to pick from, preview.

import { find, findAll, isField, outer, seek } from "../elements/find.js";
import { options } from "../elements/node.js";
import { put } from "../elements/put.js";
import { grouped, numbered } from "./document.js";
import { rowsOf, topicsOf } from "./requirement-rows.js";

/**
 * @typedef {import("../elements/words.js").Words} Words
 * @typedef {import("./document.js").Doc} Doc
 */

const FEW = 60; // requirements: of more the browser draws only those that are looked at

export class DocumentView {
  #root;
  #t;
  #opened = ""; // the document whose topics were shown last
  #folded = ""; // the document whose frame was folded, or not, when it was first shown

  /** @param {HTMLElement} root the tool's element @param {Words} t */
  constructor(root, t) {
    this.#root = root;
    this.#t = t;
  }

  /** The documents there are, with the one in use chosen; the rest waits until there is one.
   * @param {[id: string, name: string][]} all @param {string} id */
  choose(all, id) {
    const select = find(this.#root, "[data-documents]", HTMLSelectElement);
    select.replaceChildren(...options(all));
    select.value = id;
    const line = outer(select, "p", HTMLElement);
    if (line) line.hidden = !all.length;
    for (const part of findAll(this.#root, "[data-needs]", HTMLElement)) part.hidden = !id;
  }

  /** Never over what is being written just now. @param {Doc} doc
   * @param {string} within the project that holds it */
  show(doc, within) {
    const name = find(this.#root, "[data-name]", HTMLInputElement);
    put(name, doc.name);
    for (const field of [...this.#root.querySelectorAll("[data-frame]")].filter(isField)) {
      put(field, doc.frame[field.dataset.frame ?? ""]);
    }
    const names = doc.numbers.map(({ id }) => id);
    const form = seek(this.#root, "check-numbers", HTMLElement);
    if (form) {
      form.dataset.within = within;
      form.dataset.named = names.join(" ");
    }
    this.#foldFrame(doc);
    this.#showHints(doc);
    this.#showRows(doc);
  }

  /** Who comes back to a frame that is begun has it folded, once a document.
   * @param {Doc} doc */
  #foldFrame({ id, frame }) {
    if (id === this.#folded) return;
    this.#folded = id;
    const fold = find(this.#root, "[data-frame-fold]", HTMLDetailsElement);
    fold.open = !Object.values(frame).some(Boolean);
  }

  /** Which topics are open: as the reader has left them; of a document that is first shown all of
   * them, and on a phone none, where there are more requirements than a screen or two.
   * @param {HTMLElement} holder @param {string} id @returns {(topic: string) => boolean} */
  #foldsOf(holder, id) {
    const again = id === this.#opened;
    this.#opened = id;
    const folds = again ? findAll(holder, "[data-topic-of]", HTMLDetailsElement) : [];
    const before = new Map(folds.map((fold) => [fold.dataset.topicOf, fold.open]));
    const first = !matchMedia("(width < 45em)").matches;
    return (topic) => before.get(topic) ?? (again || first);
  }

  /** What the requirements say already, under the fields of the frame that are about the same.
   * @param {Doc} doc */
  #showHints({ numbers }) {
    for (const hint of findAll(this.#root, "[data-says]", HTMLElement)) {
      const found = numbers.find(({ id }) => id === hint.dataset.says);
      hint.hidden = !found;
      hint.textContent = found ? this.#t("numbers.here", { number: found.shown }) : "";
    }
  }

  /** @param {Doc} doc */
  #showRows(doc) {
    const rows = grouped(numbered(doc)).flatMap(([, some]) => some);
    const must = rows.filter(({ priority }) => priority === "must").length;
    const count = find(this.#root, "[data-count]", HTMLElement);
    count.textContent = this.#t("count", { n: rows.length, must });
    const holder = find(this.#root, "[data-rows]", HTMLElement);
    holder.replaceChildren(...rowsOf(rows, this.#foldsOf(holder, doc.id), this.#t));
    holder.classList.toggle("guide-document__many", rows.length > FEW);
    const brief = this.#t("brief", { n: rows.length });
    find(this.#root, "[data-brief]", HTMLElement).textContent = brief;
    find(this.#root, "[data-topics]", HTMLElement).replaceChildren(...topicsOf(rows));
  }
}
