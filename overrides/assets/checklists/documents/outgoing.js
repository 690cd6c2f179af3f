// What goes out of the comparison: the sheet that is signed, the memo, letters and numbers.

import { catalogOf } from "../elements/catalog.js";
import { download, fileName } from "../elements/files.js";
import { isolated } from "../elements/isolated.js";
import { button } from "../elements/node.js";
import { asLines } from "./question-log.js";

/**
 * @typedef {import("../elements/said.js").Said} Said
 * @typedef {import("../elements/tool.js").Tool} Tool
 * @typedef {import("./evaluation.js").Evaluation} Evaluation
 * @typedef {{made: typeof import("./decision-files.js").made,
 *   logoOf: typeof import("../elements/logo.js").logoOf,
 *   sheet: typeof import("./sheet.js").sheet,
 *   logSheet: typeof import("./log-sheet.js").logSheet,
 *   printed: typeof import("../elements/printed.js").printed}} Files
 * @typedef {(t: import("../elements/words.js").Words) => Promise<Files>} Bring
 */

const KINDS = ["memo", "workbook", "cells", "places", "letter", "log"];

export class Outgoing {
  #tool;
  #said;
  #made;
  #files;
  #log;

  /**
   * @param {Tool} tool @param {Said} said @param {() => Evaluation} made
   * @param {Bring} files brings what makes them
   * @param {() => import("./question-log.js").Asked[]} log what suppliers have asked
   */
  constructor(tool, said, made, files, log) {
    this.#log = log;
    this.#tool = tool;
    this.#said = said;
    this.#made = made;
    this.#files = files;
  }

  /** A letter to each that was not chosen. @param {Evaluation} made */
  show({ suppliers, decision }) {
    const { t } = this.#tool;
    const others = suppliers.filter(({ id }) => decision.winner && id !== decision.winner);
    const letters = others.map(({ id, supplier }) =>
      button("letter", t("judge.letter_to", { name: isolated(supplier) }), { value: id }),
    );
    this.#tool.part("letters").replaceChildren(...letters);
  }

  /** True when a button is one of these. @param {HTMLButtonElement} pressed */
  clicked({ dataset: { act = "" }, value }) {
    if (act === "sheet") this.#with(({ sheet, printed }) => this.#print(sheet, printed));
    else if (act === "log_page") this.#with((files) => this.#printLog(files));
    else if (KINDS.includes(act)) this.#with((files) => this.#file(files, act, value));
    else return false;
    return true;
  }

  /** @param {(files: Files) => Promise<void> | void} use */
  async #with(use) {
    try {
      await use(await this.#files(this.#tool.t));
    } catch {
      this.#said.say(this.#tool.t("no_file")); // no net, and what makes it is not kept here
    }
  }

  /** @param {Files["sheet"]} sheet @param {Files["printed"]} printed */
  #print(sheet, printed) {
    const { t } = this.#tool;
    printed(sheet(this.#made(), t, asLines(this.#log(), t)));
  }

  /** @param {Files} files */
  #printLog({ logSheet, printed }) {
    printed(logSheet(this.#made().name, this.#log(), this.#tool.t));
  }

  /** @param {Files} files @param {string} kind @param {string} supplier */
  async #file({ made, logoOf }, kind, supplier) {
    const { t, way } = this.#tool;
    const catalog = await catalogOf(way);
    const look = { brand: catalog.brand, logo: await logoOf(way, catalog), by: catalog.title };
    const language = document.documentElement.lang;
    const file = made(kind, this.#made(), t, { language, ...look, supplier, log: this.#log() });
    // A letter is named by whom it is for: two of them are never taken for each other.
    const to = this.#made().suppliers.find(({ id }) => id === supplier)?.supplier ?? "";
    const name = `${t(`judge_file.${kind}`)} ${to}`;
    download(fileName(name, file.extension), file.content, file.type);
    this.#said.say(t("made"));
  }
}
