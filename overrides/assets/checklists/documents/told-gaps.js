// The gaps of an answer on the page: a summary that takes the focus, and words at each field.

import { find, findAll } from "../elements/find.js";
import { node } from "../elements/node.js";

/** @typedef {import("./gaps.js").Gap} Gap */

export class Gaps {
  #tool;
  #shown = false;

  /** @param {import("../elements/tool.js").Tool} tool */
  constructor(tool) {
    this.#tool = tool;
  }

  /** Tells them; false when there are none. @param {Gap[]} all */
  tell(all) {
    this.#shown = all.length > 0;
    this.follow(all);
    if (this.#shown) this.#tool.part("gaps").focus();
    return this.#shown;
  }

  hush() {
    this.#shown = false;
    this.follow([]);
  }

  /** While they are told, what is mended goes. @param {Gap[]} all */
  follow(all) {
    const { root, t } = this.#tool;
    const told = this.#shown ? all : [];
    const summary = this.#tool.part("gaps");
    summary.hidden = !told.length;
    const numbers = Map.groupBy(told, ({ number }) => number);
    const lines = [...numbers].map(([number, some]) => {
      const words = some.map(({ why }) => t(`gap.${why}`)).join(" ");
      return node("li", {}, node("a", { href: `#${number}` }, number), ` ${words}`);
    });
    find(summary, "ul", HTMLElement).replaceChildren(...lines);
    for (const place of findAll(root, "[data-gap]", HTMLElement)) {
      const some = numbers.get(place.dataset.gap ?? "") ?? [];
      place.hidden = !some.length;
      place.textContent = some.map(({ why }) => t(`gap.${why}`)).join(" ");
    }
  }
}
