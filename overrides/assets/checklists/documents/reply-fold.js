// A requirement that is answered, folded where the screen is small: what is asked, the choice and
// what is written, in a line. One at a time has its fields open.

import { findAll, outer } from "../elements/find.js";
import { button, node } from "../elements/node.js";

/** @typedef {import("../elements/words.js").Words} Words */

const ROW = "[data-rows] .guide-reply__row";
const OPEN = "guide-reply__open";

/** What opens the fields. @param {string} number @param {Words} t */
export const opener = (number, t) =>
  button("fields", t("fields"), {
    class: "guide-reply__fields",
    "aria-expanded": "false",
    "aria-label": `${t("fields")} ${number}`,
  });

/** What stands in place of the fields: what is written there.
 * @param {(string | undefined)[]} written */
export const brief = (...written) =>
  node("p", { dir: "auto", class: "guide-reply__brief" }, inLine(written));

/** @param {(string | undefined)[]} written */
const inLine = (written) => written.filter((words) => words?.trim()).join(" · ");

/** All that is written in a row, each with what it is called: for paper. @param {Element} row */
function onPaper(row) {
  const lines = [...row.querySelectorAll("[data-field]")].flatMap((field) => {
    const words = String(Reflect.get(field, "value")).trim();
    const name = field.previousElementSibling?.textContent ?? "";
    return words ? [`${name}: ${words}`] : [];
  });
  const place = row.querySelector(".guide-reply__paper");
  if (place) place.textContent = lines.join("\n");
}

export class Folds {
  #root;
  #number = ""; // of the one that is open

  /** @param {import("../elements/tool.js").Tool} tool */
  constructor({ root, signal }) {
    this.#root = root;
    root.addEventListener("click", ({ target }) => this.#clicked(target), { signal });
    root.addEventListener("change", ({ target }) => this.#chosen(target), { signal });
    // Who is led to a requirement by a link has come to write there.
    const led = (/** @type {FocusEvent} */ { target }) =>
      target instanceof HTMLFieldSetElement && target.matches(ROW) && this.open(target.id);
    root.addEventListener("focusin", led, { signal });
    // A field on paper shows as much of what is written in it as it is large.
    const told = () => findAll(root, ROW, HTMLElement).forEach(onPaper);
    window.addEventListener("beforeprint", told, { signal });
  }

  /** Opens one and folds the others; without a number, the one that was open before all was drawn
   * anew. What opens stays where it is on the screen. */
  open(number = this.#number) {
    const row = this.#rowOf(number);
    const before = row?.getBoundingClientRect().top ?? 0;
    if (number !== this.#number) this.#fold(this.#rowOf(this.#number), true);
    this.#number = row ? number : "";
    this.#fold(row, false);
    const moved = row ? row.getBoundingClientRect().top - before : 0;
    if (moved) window.scrollBy({ top: moved, behavior: "instant" });
  }

  /** @param {string} number */
  #rowOf(number) {
    return number ? this.#root.querySelector(`${ROW}[id="${CSS.escape(number)}"]`) : null;
  }

  /** @param {Element | null} row @param {boolean} away */
  #fold(row, away) {
    if (!row) return;
    row.classList.toggle(OPEN, !away);
    row.querySelector("[data-act=fields]")?.setAttribute("aria-expanded", String(!away));
    const fields = row.querySelectorAll("[data-field]");
    const written = [...fields].map((field) => String(Reflect.get(field, "value")));
    const line = row.querySelector(".guide-reply__brief");
    if (line) line.textContent = inLine(written);
  }

  /** @param {EventTarget | null} target */
  #clicked(target) {
    const pressed = outer(target, "[data-act=fields]", HTMLButtonElement);
    const row = outer(pressed, ROW, HTMLElement);
    if (!row) return;
    if (row.id !== this.#number) this.open(row.id);
    else {
      this.#fold(row, true);
      this.#number = "";
    }
  }

  /** What is not met, or not all of it, asks for words. @param {EventTarget | null} target */
  #chosen(target) {
    const box = outer(target, "[data-reply]", HTMLInputElement);
    if (box && box.value !== "yes") this.open(box.dataset.reply);
  }
}
