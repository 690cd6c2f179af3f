// Which of the projects in a folder the reader joins, and what she brings along.

import { current } from "../answers/state.js";
import { summary } from "../answers/summary.js";
import { minute } from "../elements/day.js";
import { find } from "../elements/find.js";
import { node } from "../elements/node.js";

/**
 * @typedef {import("../elements/tool.js").Tool} Tool
 * @typedef {import("./directory.js").Chosen} Chosen
 * @typedef {import("./projects.js").Carried} Carried
 * @typedef {import("./projects.js").Found} Found
 * @typedef {{chosen?: Chosen, files: Carried[]}} From
 */

const NEW = "";

export class Joining {
  #tool;
  /** @type {From} */
  #from = { files: [] };

  /** @param {Tool} tool */
  constructor(tool) {
    this.#tool = tool;
  }

  get #form() {
    return find(this.#tool.root, "[data-join]", HTMLFormElement);
  }

  /** @param {EventTarget | null} target */
  isIt(target) {
    return target === this.#form;
  }

  /** @param {Found[]} all @param {From} from */
  ask(all, from) {
    const { store, t } = this.#tool;
    this.#from = from;
    const mine = summary(store.state).find(({ id }) => id === current(store.state));
    const ways = all.map(({ id, name, people, time }) => {
      const when = minute(new Date(time).toISOString());
      const names = people.join(", ");
      return [id, t("join_one", { name: name || t("unnamed"), names, when })];
    });
    const shared = all.some(({ id }) => id === mine?.id);
    if (from.chosen && !shared) {
      ways.push([NEW, t("join_new", { name: mine?.name || t("unnamed") })]);
    }
    find(this.#form, "[data-ways]", HTMLElement).replaceChildren(
      ...ways.map(([value, words], n) => {
        const way = node("input", { type: "radio", name: "way", value, checked: !n });
        return node("label", {}, way, ` ${words}`);
      }),
    );
    const bring = find(this.#form, "[data-bring]", HTMLElement);
    bring.hidden = shared || !mine?.answers;
    find(bring, "span", HTMLElement).textContent = t("bring", { name: mine?.name || t("unnamed") });
    this.#form.hidden = false;
    if (ways.length > 1) find(this.#form, "input", HTMLElement).focus();
  }

  /** @returns {From & {id: string, bring: boolean}} */
  answer() {
    const form = new FormData(this.#form);
    const id = String(form.get("way") ?? NEW);
    return { ...this.#from, id, bring: form.get("bring") === "yes" };
  }

  close() {
    this.#form.hidden = true;
  }
}
