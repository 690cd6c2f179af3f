// The line where an element says what happened: seen whatever the reader looks at, with a way to
// take it back and a way to put it away.

import { button, node } from "./node.js";

/** @typedef {import("./words.js").Words} Words */

const LONG = 120; // letters: with a way to answer them they are seen whole on a phone too
const SEEN = 20_000; // ms until what was said no longer lies over the page, but stands in it

export class Said {
  #holder;
  #t;
  #home;
  /** @type {(() => void) | null} */
  #undo = null;
  /** @type {number | undefined} */
  #waiting;

  /**
   * @param {HTMLElement} holder @param {Words} t must have «close», «undo» and «undone»
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
    delete this.#holder.dataset.calm;
    const [line] = all;
    const few = line?.textContent.length < LONG ? 1 : 0;
    this.#holder.toggleAttribute("data-asks", line?.children.length > few);
    document.body.toggleAttribute("data-telling", all.length > 0);
    clearTimeout(this.#waiting);
    if (all.length) this.#waiting = setTimeout(() => this.#settle(), SEEN);
  }

  /** Not while the reader is at it. */
  #settle() {
    if (this.#holder.matches(":hover, :focus-within")) {
      this.#waiting = setTimeout(() => this.#settle(), SEEN);
    } else {
      this.#holder.dataset.calm = "";
      document.body.removeAttribute("data-telling");
    }
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
    if (undo && !this.#holder.childElementCount) this.say(this.#t("undone"));
  }

  hush() {
    this.say("");
    this.#home().focus();
  }
}
