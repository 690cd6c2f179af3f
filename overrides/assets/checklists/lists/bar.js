// What stands over and under a list: how far it is; where the answers are kept, reset and undo.

import { value } from "../answers/register.js";
import { several } from "../answers/state.js";
import { fill } from "../elements/fill.js";
import { find, findAll, seek } from "../elements/find.js";
import { storeWords } from "./answer-words.js";
import { plural } from "../elements/day.js";

/**
 * @typedef {{done: number, total: number}} Count
 * @typedef {import("../answers/store.js").Store} Store
 */

export class Bar {
  #list;
  #bar;

  /** @param {HTMLElement} list that holds it @param {HTMLElement} bar over its items */
  constructor(list, bar) {
    this.#list = list;
    this.#bar = bar;
  }

  /** Shows it, now that it works. */
  begin() {
    for (const part of findAll(this.#list, ":is(.checklist__bar, .checklist__foot)", HTMLElement)) {
      part.hidden = false;
    }
  }

  /** @param {Count} count */
  #words({ done, total }) {
    const words = seek(this.#bar, ".checklist__progress", HTMLElement)?.dataset.words ?? "";
    return fill(words, { done, total });
  }

  /** Says aloud how far the list is. @param {Record<string, Count>} made */
  announce(made) {
    const line = seek(this.#bar, "[data-announce]", HTMLElement);
    if (line) line.textContent = this.#words(made.all);
  }

  /** @param {Record<string, Count>} made @param {Store} store @param {boolean} ticked */
  show(made, store, ticked) {
    for (const count of findAll(this.#bar, "[data-count]", HTMLElement)) {
      const how = made[count.dataset.count ?? ""] ?? { done: 0, total: 0 };
      find(count, "b", HTMLElement).textContent = this.#words(how);
      count.hidden = !how.total; // nothing of it is for her: «0 av 0» says nothing
    }
    this.#brief(made.all ?? { done: 0, total: 0 });
    this.#where(store);
    find(this.#list, ".checklist__reset", HTMLElement).hidden = !ticked;
  }

  /** How far the list is, in the head that it is folded to. @param {Count} count */
  #brief(count) {
    const brief = seek(this.#list, "[data-brief]", HTMLElement);
    if (brief && count.done) brief.textContent = this.#words(count);
    const meter = seek(this.#list, ".checklist__meter", HTMLProgressElement);
    if (meter) [meter.max, meter.value] = [count.total || 1, count.done];
  }

  /** Where the answers are, and in which project. @param {Store} store */
  #where({ state, project, status, reminder, refused: not, aside: parts }) {
    const where = find(this.#list, ".checklist__where", HTMLElement);
    const { saved, blocked, full, newer, refused, aside, remind, unnamed } = storeWords(where);
    /** @type {Record<string, string | undefined>} */
    const words = { saved, blocked, full, newer };
    const which = several(state) ? `${value(project.name) || unnamed}: ` : "";
    const again = status === "saved" && reminder ? ` ${remind}` : "";
    const lost = [not ? refused : "", parts.length ? aside : ""].filter(Boolean);
    where.textContent = [`${which}${words[status]}${again}`, ...lost].join(" ");
    const bad = status !== "saved" || lost.length > 0;
    where.classList.toggle("checklist__where--warn", bad || reminder);
    // What must be seen stands over the list; a reminder can wait until its end.
    const foot = seek(this.#list, ".checklist__foot", HTMLElement);
    if (foot) (bad ? this.#bar : foot).prepend(where);
  }

  /** Says how many ticks were taken away, and offers them back. @param {number} n */
  reset(n) {
    const undone = find(this.#list, ".checklist__undone", HTMLElement);
    const { one = "", other = "" } = undone.dataset;
    const words = plural(n) === "one" && one ? one : other;
    find(this.#list, ".checklist__undo", HTMLElement).hidden = false;
    // Shown first: what is said in a line that comes with its words is not heard.
    requestAnimationFrame(() => {
      undone.textContent = fill(words, { n });
    });
    find(this.#list, ".checklist__redo", HTMLElement).focus();
  }
}
