// A document as it leaves the house: numbers fixed, as a file or on paper.

import { today } from "../elements/day.js";
import { download, fileName } from "../elements/files.js";
import { logoOf } from "../elements/logo.js";
import { button } from "../elements/node.js";
import { counted } from "./counted.js";
import { sent } from "./editions.js";
import { exported } from "./exported.js";
import { pin } from "./sent-numbers.js";
import { titleFacts } from "./title-facts.js";
import { spoken } from "./tongue.js";
import { fixed } from "./whole.js";

/**
 * @typedef {import("../elements/catalog.js").Catalog} Catalog
 * @typedef {import("./document.js").Doc} Doc
 */

export class Out {
  #tool;
  #shown;
  #keeper;
  #preview;
  #said;

  /**
   * @param {import("../elements/tool.js").Tool} tool @param {import("./shown.js").Shown} shown
   * @param {import("../elements/keep.js").Keeper} keeper
   * @param {import("./preview.js").Preview} preview
   * @param {import("../elements/said.js").Said} said
   */
  constructor(tool, shown, keeper, preview, said) {
    this.#tool = tool;
    this.#shown = shown;
    this.#keeper = keeper;
    this.#preview = preview;
    this.#said = said;
  }

  /** The document with its numbers fixed: what has left the house keeps them. */
  #fixed() {
    const pairs = fixed(this.#shown.doc);
    if (pairs.length) this.#keeper.keep(pairs);
    pin(this.#keeper, this.#shown.doc);
    const { doc, project } = this.#shown;
    const made = sent(project, doc, today());
    if (made.length) this.#keeper.keep(made);
    return counted(this.#shown.doc, this.#shown.project);
  }

  /** True when it cannot be kept that the document has left the house: its numbers could become
   * others. A browser that keeps nothing at all is told of where it is met. */
  get #isLost() {
    const { refused, status } = this.#tool.store;
    return Boolean(refused) || status === "full";
  }

  /** Says so before anything is made; it can be made all the same. @param {() => unknown} make */
  #warn(make) {
    const still = button("anyway", this.#tool.t("anyway"));
    still.addEventListener("click", make);
    this.#said.say(`${this.#tool.t("out_not_kept")} `, still);
    still.focus();
  }

  /** In the language that is chosen; without a net it is said that it cannot be had.
   * @param {Doc} doc @param {Catalog} ours */
  async #spoken(doc, ours) {
    try {
      return await spoken(this.#tool, doc, ours, this.#shown.project);
    } catch {
      this.#said.say(this.#tool.t("no_file"));
      return null;
    }
  }

  /** @param {string} format @param {Catalog | undefined} catalog @param {boolean} [anyway] */
  async file(format, catalog, anyway = false) {
    if (!catalog) return;
    const fixed = this.#fixed();
    if (this.#isLost && !anyway) {
      this.#warn(() => this.file(format, catalog, true));
      return;
    }
    const found = await this.#spoken(fixed, catalog);
    if (!found) return;
    const { doc, t, language, theirs, beside } = found;
    const facts = titleFacts(this.#shown, t, language);
    const picture = await logoOf(this.#tool.way, catalog);
    const origin = { ...theirs, picture, ...facts, ...(beside ? { beside } : {}) };
    const made = exported(format, doc, t, origin, language);
    const name = format === "prices" ? `${t("form_form")} ${doc.name}` : doc.name;
    download(fileName(name, made.extension), made.content, made.type);
    this.#said.say(this.#tool.t("made"));
  }

  /** @param {Catalog | undefined} catalog @param {boolean} [anyway] */
  async print(catalog, anyway = false) {
    const doc = this.#fixed();
    if (this.#isLost && !anyway) {
      this.#warn(() => this.print(catalog, true));
      return;
    }
    this.#preview.fold.open = true;
    const there = !catalog || (await this.#preview.show(doc, catalog));
    await this.#preview.dressed();
    if (there) window.print();
    else this.#said.say(this.#tool.t("no_file"));
  }
}
