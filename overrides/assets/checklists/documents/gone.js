// Documents that are deleted, and brought back now or later: what belongs to one, answers and
// scores too, goes with it and comes with it.

import { minute } from "../elements/day.js";
import { seek } from "../elements/find.js";
import { isolated } from "../elements/isolated.js";
import { button } from "../elements/node.js";
import * as kept from "./kept.js";

/**
 * @typedef {import("../elements/keep.js").Keeper} Keeper
 * @typedef {import("../elements/said.js").Said} Said
 * @typedef {import("../elements/tool.js").Tool} Tool
 */

export class Gone {
  #tool;
  #shown;
  #keeper;
  #said;

  /** @param {Tool} tool @param {import("./shown.js").Shown} shown @param {Keeper} keeper
   * @param {Said} said */
  constructor(tool, shown, keeper, said) {
    this.#tool = tool;
    this.#shown = shown;
    this.#keeper = keeper;
    this.#said = said;
  }

  /** The line of those that can be brought back. */
  show() {
    const { root, t } = this.#tool;
    const { own } = this.#shown;
    const line = seek(root, "[data-gone]", HTMLElement);
    if (!line) return; // a fork's own template
    const all = kept.list(own, true);
    line.hidden = !all.length;
    const ways = all.flatMap(([id, name]) => {
      const [, when = ""] = own.documents[kept.key(id, "gone")]?.at(-1) ?? [];
      const words = t("gone_one", { name: isolated(name), when: minute(when) });
      return [" ", button("bring", words, { value: id })];
    });
    line.replaceChildren(t("gone"), ...ways);
  }

  /** @param {import("./document.js").Doc} doc @param {string} within the project that holds it */
  delete({ id, name }, within) {
    this.#shown.id = ""; // nothing is told of what was done here
    this.#keeper.keep([kept.removed(id, true)], false, within);
    const words = this.#tool.t("deleted", { name: isolated(name) });
    this.#said.offer(words, () => this.#bring(id, within));
  }

  /** Brings one back, says so, and goes to where it is chosen. @param {string} id */
  bring(id) {
    this.#bring(id, this.#shown.mine);
    const { name } = this.#shown.doc;
    this.#said.say(this.#tool.t("brought", { name: isolated(name) }));
    this.#tool.part("documents").focus();
  }

  /** @param {string} id @param {string} within */
  #bring(id, within) {
    this.#shown.id = id;
    this.#keeper.keep([kept.removed(id, false)], false, within);
  }
}
