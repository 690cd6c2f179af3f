// What a reader does at «Arbeid sammen»: choosing, reading in, looking, and the way out.

import { LIMITS } from "../answers/fields.js";
import { taken } from "../elements/files.js";
import { find, findAll } from "../elements/find.js";
import { carried, dropped } from "./carried.js";
import { choose, isOpen, picker } from "./directory.js";
import { Entering } from "./entering.js";
import { show } from "./shown.js";
import { teamOf } from "./team.js";

/**
 * @typedef {import("../elements/tool.js").Tool} Tool
 * @typedef {import("./directory.js").Chosen} Chosen
 */

export class Desk {
  #tool;
  #entering;

  /** @param {Tool} tool */
  constructor(tool) {
    this.#tool = tool;
    this.team = teamOf(tool.site);
    this.#entering = new Entering(tool, this.team, (words) => this.#say(words));
  }

  get #form() {
    return find(this.#tool.root, "[data-begin]", HTMLFormElement);
  }

  show() {
    show(this.#tool, this.team, Boolean(picker()));
    const me = find(this.#form, "input", HTMLInputElement);
    const { label } = this.#tool.store.state.local;
    if (label && me !== document.activeElement) me.value = label;
  }

  /** @param {string} words */
  #say(words) {
    this.#tool.part("heard").textContent = words;
    if (words) this.#unfold();
  }

  /** What is asked or said stands in the fold. */
  #unfold() {
    find(this.#tool.root, "details", HTMLDetailsElement).open = true;
  }

  /** @param {Event} event */
  clicked({ target }) {
    if (!(target instanceof HTMLButtonElement)) return;
    const { t } = this.#tool;
    /** @type {Record<string, () => unknown>} */
    const acts = {
      reopen: () => this.#reopen(),
      again: () => this.#again(),
      elsewhere: () => this.#choose(),
      look: () => this.#looked(),
      give: () => this.#named() && this.#entering.give(),
      leave: () => this.#leave("", t("left")),
      mine: () => this.#leave("mine", t("left_mine")),
      all: () => this.#sure(true),
      no: () => this.#sure(false),
      really: () => this.#leave("all", t("left_all")),
      stop: () => this.#entering.close(),
    };
    acts[target.dataset.do ?? ""]?.();
  }

  /** @param {SubmitEvent} event */
  async submitted(event) {
    event.preventDefault();
    if (event.target === this.#form) await this.#choose();
    else if (this.#entering.isIt(event.target)) await this.#entering.joined();
  }

  /** @param {Event} event */
  async changed({ target }) {
    if (target instanceof HTMLInputElement && target.type === "file") {
      if (this.#named()) await this.#entering.carried(carried(taken(target)));
    }
  }

  /** @param {DragEvent} event */
  async dropped(event) {
    event.preventDefault();
    const { items } = event.dataTransfer ?? {};
    if (!items?.length || !this.#named()) return;
    const [first] = items;
    const ask = /** @type {{getAsFileSystemHandle?: () => Promise<Chosen>}} */ (
      /** @type {unknown} */ (first)
    );
    const handle = ask.getAsFileSystemHandle?.();
    const files = dropped(items);
    const chosen = handle && (await handle);
    const opens = chosen?.kind === "directory" && (await isOpen(chosen, true));
    if (opens) await this.#look(async () => chosen);
    else await this.#entering.carried(carried(await files));
  }

  /** What the reader is called, kept; false when nothing is written. */
  #named() {
    const form = this.#form;
    if (this.#tool.store.state.local.label) return true;
    const label = find(form, "input", HTMLInputElement).value.trim().slice(0, LIMITS.by);
    if (!label) {
      form.reportValidity();
      return false;
    }
    return this.#tool.store.change((state) => ({ ...state, local: { ...state.local, label } }));
  }

  async #choose() {
    if (this.#named()) await this.#look(choose);
  }

  /** @param {() => Promise<Chosen>} ask gives the folder, or throws */
  async #look(ask) {
    try {
      const chosen = await ask();
      this.#unfold();
      await this.#entering.look(chosen);
    } catch (error) {
      const { t } = this.#tool;
      const aborted = error instanceof DOMException && error.name === "AbortError";
      this.#say(aborted ? t("not_chosen") : t("not_allowed"));
    }
  }

  /** The button goes with what was new; whoever uses a keyboard keeps her place. */
  #looked() {
    this.team.look();
    find(this.#tool.root, "summary", HTMLElement).focus();
  }

  async #reopen() {
    await this.team.begin(true);
    this.#say(this.team.standing === "asking" ? this.#tool.t("not_allowed") : "");
  }

  /** The project's folder is made anew; when what was chosen is gone too, another is needed. */
  async #again() {
    const made = await this.team.again();
    this.#say(made ? "" : this.#tool.t("not_again"));
  }

  /** @param {boolean} asked */
  #sure(asked) {
    this.#tool.part("certain").hidden = !asked;
    find(this.#tool.root, asked ? "[data-do=no]" : "[data-do=all]", HTMLElement).focus();
  }

  /** @param {"" | "mine" | "all"} taking @param {string} words */
  async #leave(taking, words) {
    const { root, t } = this.#tool;
    this.#tool.part("certain").hidden = true;
    try {
      await this.team.leave(taking);
      this.#say(words);
    } catch {
      this.#say(t("not_left"));
    }
    for (const fold of findAll(root, "details[data-step=out]", HTMLDetailsElement)) {
      fold.open = false;
    }
    find(root, "summary", HTMLElement).focus();
  }
}
