// Answers that are opened on the comparison: each kept in a place of its own, and what is said.

import { isolated } from "../elements/isolated.js";
import { MOST } from "./evaluated.js";
import * as kept from "./kept.js";
import { readAnswer } from "./replies.js";
import * as supplied from "./supplied.js";

const PLACES = Array.from({ length: 99 }, (_, n) => `s${n + 1}`);

/**
 * @typedef {import("../elements/keep.js").Keeper} Keeper
 * @typedef {import("../elements/said.js").Said} Said
 * @typedef {import("../elements/tool.js").Tool} Tool
 * @typedef {import("./shown.js").Shown} Shown
 */

export class Taking {
  #tool;
  #said;
  #shown;
  #keeper;

  /** @param {Tool} tool @param {Said} said @param {Shown} shown @param {Keeper} keeper */
  constructor(tool, said, shown, keeper) {
    this.#tool = tool;
    this.#said = said;
    this.#shown = shown;
    this.#keeper = keeper;
  }

  /** @param {File[]} files */
  async open(files) {
    const told = [];
    for (const file of files) {
      const { project, id: document } = this.#shown;
      const now = new Set(supplied.suppliers(project, document).map(([id]) => id));
      if (now.size >= MOST.suppliers) {
        told.push(this.#tool.t("most"));
        break;
      }
      // One that nobody had before: what was thought of another's answers stays with that.
      const fresh = PLACES.find((one) => !(kept.key(document, "s", one) in project.documents));
      const place = fresh ?? PLACES.find((one) => !now.has(one)) ?? "";
      told.push(await this.#take(file, place));
    }
    this.#said.say(told.join(" "));
  }

  /** One answer, kept in a place that is free; what is said of it. @param {File} file
   * @param {string} place */
  async #take(file, place) {
    const { root, t } = this.#tool;
    const found = await readAnswer(file, t, root);
    if (found.problem !== undefined) {
      return `${isolated(file.name)}: ${t(`problem.${found.problem}`)}`;
    }
    const { answer } = found;
    const name = file.name.replace(/\.\w+$/, "");
    const made = { supplier: name, unread: [], ...answer };
    this.#keeper.keep([supplied.supplier(this.#shown.id, place, made)]);
    const n = Object.keys(answer.answers).length;
    const read = t("read", { name: isolated(answer.supplier || file.name), n });
    const doubts = answer.doubts?.length ?? 0;
    return doubts ? `${read} ${t("read_doubts", { n: doubts })}` : read;
  }
}
