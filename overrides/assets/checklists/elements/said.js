// The line where an element says what happened: seen whatever the reader looks at, with a way to
// take it back and a way to put it away.

import { button, node } from "./node.js";

/** @typedef {import("./words.js").Words} Words */

export class Said {
  #holder;
  #t;
  #home;
  /** @type {(() => void) | null} */
  #undo = null;

  /**
   * @param {HTMLElement} holder @param {Words} t must have «close» and «undo»
   * @param {() => HTMLElement} home what gets the focus when the line goes
   */
  constructor(holder, t, home) {
    this.#holder = holder;
    this.#t = t;
    this.#home = home;
  }

  /** Says something, with what belongs to it; «» says nothing any more.
   * @param {(Node | string)[]} children */
  say(...children) {
    const shown = children.filter((child) => child !== "");
    const all = shown.length ? [node("span", {}, ...shown), button("hush", this.#t("close"))] : [];
    this.#holder.replaceChildren(...all);
  }

  /**
   * Says what was done, how it is taken back, and what else can be done about it.
   * @param {string} text @param {() => void} undo @param {(Node | string)[]} more
   */
  offer(text, undo, ...more) {
    this.#undo = undo;
    const way = button("undo", this.#t("undo"));
    this.say(`${text} `, ...more, way);
    way.focus();
  }

  /** Takes back what was offered last; what that has to say stays. */
  undo() {
    const undo = this.#undo;
    this.#undo = null;
    this.hush();
    undo?.();
  }

  hush() {
    this.say("");
    this.#home().focus();
  }
}
