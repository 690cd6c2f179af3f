// The comparison drawn on its page: at once where there is little of it, else a piece at a time, so
// that whoever types or chooses meanwhile waits for one piece only.

import { Turns } from "../elements/turns.js";
import { CompareRows } from "./compare-rows.js";
import { result, showFields } from "./compare-view.js";

/**
 * @typedef {import("../elements/tool.js").Tool} Tool
 * @typedef {import("./compared.js").Compared} Compared
 * @typedef {import("./evaluation.js").Evaluation} Evaluation
 * @typedef {[name: string, piece: () => void]} Piece
 */

const FEW = 200; // so many answers are drawn at once

export class Drawing {
  #tool;
  #rows;
  #turns = new Turns();
  /** @type {Map<string, () => void>} what is not done yet, in its order */
  #left = new Map();

  /** @param {Tool} tool */
  constructor(tool) {
    const { root, signal, t } = tool;
    this.#tool = tool;
    this.#rows = new CompareRows(root, tool.part("table"), t);
    signal.addEventListener("abort", () => this.#turns.stop());
    window.addEventListener("beforeprint", () => this.#finish(), { signal });
  }

  /** Everything of an evaluation, and what stands beside it.
   * @param {Evaluation} made @param {Piece[]} more */
  all(made, more) {
    const { root, t } = this.#tool;
    this.#add(made, [
      ...result(root, () => made, t),
      ["fields", () => showFields(root, made, t)],
      ...more,
      ...this.#rows.pieces(made.requirements, made.suppliers),
    ]);
  }

  /** One cell now; what it all comes to then follows. @param {string} number
   * @param {Compared} one @param {Pick<Evaluation, "requirements" | "suppliers">} before
   * @param {() => Evaluation} made */
  cell(number, one, before, made) {
    const { root, t } = this.#tool;
    this.#rows.renew(number, one);
    this.#add(before, result(root, made, t), true);
  }

  /** What is asked for anew takes the place of what waits by the same name.
   * @param {Pick<Evaluation, "requirements" | "suppliers">} of @param {Piece[]} pieces
   * @param {boolean} [soon] nothing before what happens now is over */
  #add({ requirements, suppliers }, pieces, soon = false) {
    for (const [name, piece] of pieces) {
      this.#left.delete(name);
      this.#left.set(name, () => {
        this.#left.delete(name);
        piece();
      });
    }
    this.#turns.stop();
    if (requirements.length * suppliers.length <= FEW) this.#finish();
    else this.#turns.add([...this.#left], soon);
  }

  /** All that is left, at once, as before paper. */
  #finish() {
    for (const piece of [...this.#left.values()]) piece();
  }
}
