// What could not be read and was put aside: what it is, and ways to save it and to try again.

import { told } from "../answers/aside.js";
import { download, fileName } from "../elements/files.js";
import { find } from "../elements/find.js";
import { node } from "../elements/node.js";

/**
 * @typedef {import("../elements/catalog.js").Catalog} Catalog
 * @typedef {import("../elements/said.js").Said} Said
 * @typedef {import("../elements/tool.js").Tool} Tool
 */

const MOST_LINES = 20;

export class PutAside {
  #plan;
  #catalog;
  #said;
  #shown = "";

  /** @param {Tool} plan @param {Catalog} catalog @param {Said} said */
  constructor(plan, catalog, said) {
    this.#plan = plan;
    this.#catalog = catalog;
    this.#said = said;
  }

  /** What the buttons do. */
  get acts() {
    return {
      aside_save: () => this.#save(),
      aside_retry: () => this.#retry(),
      aside_drop: () => this.#plan.store.dropAside(),
    };
  }

  show() {
    const all = this.#plan.store.aside;
    const section = this.#plan.part("aside");
    section.hidden = !all.length;
    const now = JSON.stringify(all);
    if (now === this.#shown) return;
    this.#shown = now;
    // Goes only after it was downloaded.
    find(section, "[data-act=aside_drop]", HTMLElement).hidden = true;
    const parts = all.flatMap(({ text }) => told(text));
    const lines = parts.slice(0, MOST_LINES).map((part) => node("li", {}, this.#words(part)));
    const more = parts.length - lines.length;
    if (more > 0) lines.push(node("li", {}, this.#plan.t("aside_more", { n: more })));
    find(section, "ul", HTMLElement).replaceChildren(...lines);
  }

  /** @param {import("../answers/aside.js").Told} part */
  #words({ kind, key }) {
    const name = this.#catalog.byId.get(key)?.text ?? key;
    return this.#plan.t(`aside.${kind}`, { name });
  }

  #save() {
    const all = this.#plan.store.aside;
    const one = all.length === 1 ? all[0].text : JSON.stringify(all);
    download(fileName(this.#plan.t("aside_file"), "json"), one, "application/json");
    find(this.#plan.part("aside"), "[data-act=aside_drop]", HTMLElement).hidden = false;
  }

  #retry() {
    const left = this.#plan.store.retry();
    const { t } = this.#plan;
    this.#said.say(left ? t("aside_left") : t("aside_none"));
  }
}
