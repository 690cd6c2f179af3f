// A document as it leaves the house: numbers fixed, as a file or on paper.

import { download, fileName } from "../elements/files.js";
import * as edits from "./edits.js";
import { pin } from "./sent-numbers.js";

/**
 * @typedef {import("../elements/catalog.js").Catalog} Catalog
 * @typedef {() => Promise<{exported: typeof import("./exported.js").exported}>} Files
 */

export const FORMATS = ["word", "csv", "markdown", "json"]; // what a document is saved as

export class Out {
  #tool;
  #shown;
  #keeper;
  #said;
  #view;

  /**
   * @param {import("../elements/tool.js").Tool} tool @param {import("./shown.js").Shown} shown
   * @param {import("../elements/keep.js").Keeper} keeper
   * @param {import("../elements/said.js").Said} said
   * @param {import("./document-view.js").DocumentView} view
   */
  constructor(tool, shown, keeper, said, view) {
    this.#tool = tool;
    this.#shown = shown;
    this.#keeper = keeper;
    this.#said = said;
    this.#view = view;
  }

  /** The document with its numbers fixed: what has left the house keeps them. */
  #fixed() {
    const pairs = edits.fixed(this.#shown.doc);
    if (pairs.length) this.#keeper.keep(pairs);
    pin(this.#tool.store, this.#shown.within, this.#shown.doc);
    return this.#shown.doc;
  }

  /** @param {string} format @param {Catalog | undefined} catalog @param {Files} files */
  async file(format, catalog, files) {
    if (!catalog) return;
    const { t } = this.#tool;
    const doc = this.#fixed();
    const language = document.documentElement.lang;
    try {
      const { exported } = await files();
      const made = exported(format, doc, t, catalog, language);
      download(fileName(doc.name, made.extension), made.content, made.type);
    } catch {
      this.#said.say(t("no_file")); // no net, and what makes the file is not kept here
    }
  }

  /** @param {() => void} show the preview */
  print(show) {
    this.#fixed();
    this.#view.preview.fold.open = true;
    show();
    window.print();
  }
}
