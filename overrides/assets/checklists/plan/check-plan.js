// «Min plan»: what is left over all lists, and the ways out of the browser and back.

import { opened } from "../answers/share.js";
import { catalogOf } from "../elements/catalog.js";
import { outer } from "../elements/find.js";
import { GONE } from "../elements/gone.js";
import { node } from "../elements/node.js";
import { wordsOf } from "../elements/words.js";
import { Plan } from "./plan.js";

export class CheckPlan extends HTMLElement {
  /** Brings what reads files that were filled in; the entry says from where.
   * @type {import("./ways.js").Files} */
  static files = () => Promise.reject(new Error("no files"));
  /** Brings what makes a status to the board.
   * @type {import("./reporting.js").Files} */
  static status = () => Promise.reject(new Error("no files"));
  #listening = new AbortController();

  async connectedCallback() {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const catalog = await this.#catalog();
    const shared = await opened(location.hash);
    if (!catalog || signal.aborted) return;
    const plan = new Plan(this, catalog, shared, CheckPlan);
    signal.addEventListener("abort", () => plan.end());
    plan.begin();
    // What is folded asks for its script when somebody opens it; that does not bubble.
    const open = (/** @type {Event} */ { target }) => {
      const asked = outer(target, "check-folder", HTMLElement);
      if (asked) document.dispatchEvent(new Event("checklist:folder"));
    };
    this.addEventListener("toggle", open, { capture: true, signal });
  }

  disconnectedCallback() {
    this.#listening.abort(GONE);
  }

  /** The catalog; null when it cannot be had, which is said in place of everything. */
  async #catalog() {
    try {
      return await catalogOf(this.dataset.root ?? "");
    } catch {
      const t = wordsOf(this.dataset.words);
      this.hidden = false;
      this.replaceChildren(node("p", {}, t("nowhere")));
      return null;
    }
  }
}
