// What the page shows of a document: its name, frame and requirements, lists to pick from, preview.

import { find, findAll, isField, outer, seek } from "../elements/find.js";
import { options } from "../elements/node.js";
import { numbered } from "./document.js";
import { Preview } from "./preview.js";
import { picks, rowsOf } from "./requirement-rows.js";

/**
 * @typedef {import("../elements/catalog.js").Catalog} Catalog
 * @typedef {import("../elements/words.js").Words} Words
 * @typedef {import("./document.js").Doc} Doc
 */

export class DocumentView {
  #root;
  #t;

  /** @param {HTMLElement} root the tool's element @param {Words} t */
  constructor(root, t) {
    this.#root = root;
    this.#t = t;
    this.preview = new Preview(root, t);
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

  /** Never over what is being written just now. @param {Doc} doc @param {Catalog} catalog */
  show(doc, catalog) {
    const name = find(this.#root, "[data-name]", HTMLInputElement);
    if (name !== document.activeElement) name.value = doc.name;
    for (const field of [...this.#root.querySelectorAll("[data-frame]")].filter(isField)) {
      if (field !== document.activeElement) field.value = doc.frame[field.dataset.frame ?? ""];
    }
    const names = doc.numbers.map(({ id }) => id);
    const form = seek(this.#root, "check-numbers", HTMLElement);
    if (form) form.dataset.named = names.join(" ");
    this.#showHints(doc);
    this.#showRows(doc);
    this.#showPicks(doc, catalog);
    this.preview.show(doc, catalog);
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
    const rows = numbered(doc);
    const must = rows.filter(({ priority }) => priority === "must").length;
    const count = find(this.#root, "[data-count]", HTMLElement);
    count.textContent = this.#t("count", { n: rows.length, must });
    find(this.#root, "[data-rows]", HTMLElement).replaceChildren(...rowsOf(rows, this.#t));
  }

  /** What the reader has unfolded stays so. @param {Doc} doc @param {Catalog} catalog */
  #showPicks(doc, catalog) {
    const holder = find(this.#root, "[data-pick]", HTMLElement);
    const open = findAll(holder, "details[open]", HTMLElement).map((one) => one.dataset.list);
    holder.replaceChildren(...picks(catalog, doc, new Set(open)));
  }
}
