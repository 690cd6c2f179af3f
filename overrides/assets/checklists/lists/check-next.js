// «Neste tre ting»: what to do next of what is meant for the reader, and what there is time for;
// before it, what her documents wait for.

import { answered } from "../answers/answered.js";
import { ahead, within } from "../answers/ahead.js";
import { storeOf } from "../answers/store.js";
import { day as dayOf } from "../elements/day.js";
import { differs } from "../elements/differs.js";
import { facet } from "../elements/facet.js";
import { find, findAll, outer, seek } from "../elements/find.js";
import { GONE } from "../elements/gone.js";
import { isolated } from "../elements/isolated.js";
import { node } from "../elements/node.js";
import { wordsOf } from "../elements/words.js";
import { hers } from "./meant.js";
import { told } from "./told.js";

/**
 * @typedef {import("../elements/catalog.js").Catalog} Catalog
 * @typedef {import("../elements/catalog.js").Item} Item
 * @typedef {import("../elements/words.js").Words} Words
 */

const FEW = 3;
const MOST = 5; // of what there is time for
const HOUR = 60; // minutes

export class CheckNext extends HTMLElement {
  /** Brings what reads the documents, where there are any; the entry says from where.
   * @type {() => Promise<typeof import("../stages.js")>} */
  static reading = () => Promise.reject(new Error("no stages"));
  #listening = new AbortController();
  #minutes = 0; // that the reader has; 0 when she has not said
  #differs = differs();
  #others = differs(); // of the documents

  async connectedCallback() {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const catalog = await told(this, signal, (found) => this.#show(found));
    if (!catalog) return;
    this.addEventListener("click", (event) => this.#clicked(event.target, catalog), { signal });
  }

  disconnectedCallback() {
    this.#listening.abort(GONE);
  }

  /** The minutes that the reader has; the same again takes it back.
   * @param {EventTarget | null} target @param {Catalog} catalog */
  #clicked(target, catalog) {
    const minutes = Number(outer(target, "[data-minutes]", HTMLElement)?.dataset.minutes);
    if (!minutes) return;
    this.#minutes = minutes === this.#minutes ? 0 : minutes;
    this.#show(catalog);
  }

  /** @param {Catalog} catalog */
  #show(catalog) {
    const { project } = storeOf(this.dataset.site);
    const mine = hers(catalog, project);
    const phases = (catalog.facets.phase ?? []).map(({ id }) => id);
    const left = ahead(mine, project, phases);
    const has = this.#minutes;
    const shown = has ? within(left, has).slice(0, MOST) : left.slice(0, FEW);
    const begun = mine.some(({ id, was }) => answered(project, id, was).status);
    const title = this.#title(shown.length, begun);
    this.#showStages(project);
    const now = [title, has, left.length > 0, ...shown.map(({ id }) => id)];
    if (!this.#differs(now)) return;
    find(this, "[data-title]", HTMLElement).textContent = title;
    const rows = shown.map((item) => this.#row(item, catalog));
    find(this, "[data-things]", HTMLElement).replaceChildren(...rows);
    const times = find(this, "[data-times]", HTMLElement);
    times.hidden = !left.some(({ minutes }) => Number(minutes) > 0);
    for (const button of findAll(times, "button", HTMLElement)) {
      button.setAttribute("aria-pressed", String(Number(button.dataset.minutes) === has));
    }
    this.hidden = false;
  }

  /** How far the documents are. @param {import("../answers/state.js").Project} project */
  async #showStages(project) {
    const lines = seek(this, "[data-stages]", HTMLElement); // a fork's own template has none
    if (!lines || (lines.hidden && !Object.keys(project.documents).length)) return;
    const read = await CheckNext.reading().catch(() => null); // no net just now: nothing is said
    const all = read?.stages(storeOf(this.dataset.site).project) ?? [];
    if (!this.#others(all)) return;
    const t = wordsOf(this.dataset.words);
    const n = all.length - FEW;
    const rest = n > 0 ? [node("li", {}, t("doc_more", { n }))] : [];
    lines.replaceChildren(...all.slice(0, FEW).map((one) => this.#stage(one)), ...rest);
    lines.hidden = !all.length;
  }

  /** How far a document is, and the way to what it waits for.
   * @param {import("../documents/stage.js").Stage} made */
  #stage({ id, name, step, day, n, supplier }) {
    const t = wordsOf(this.dataset.words);
    const words = { name: isolated(name), day: dayOf(day), n, supplier: isolated(supplier) };
    const { document: finish } = this.dataset;
    const compare = this.dataset.compare && `${this.dataset.compare}#dokument-${id}`;
    const came = n > 1 ? t("doc_answers", words) : t("doc_answer", words);
    const sent = day ? t("doc_sent", words) : t("doc_sent_once", words);
    /** @typedef {[said: string, way: string, to?: string]} Line */
    /** @type {Record<import("../documents/stage.js").Step, Line>} */
    const said = {
      begun: [t("doc_begun", words), t("doc_finish"), finish],
      sent: [sent, t("doc_open"), compare],
      answered: [came, t("doc_choose"), compare],
      chosen: [t("doc_chosen", words), t("doc_sign"), compare],
    };
    const [text, way, to] = said[step];
    return node("li", {}, `${text} `, to ? node("a", { href: to }, way) : "");
  }

  /** @param {number} n how many are shown @param {boolean} begun */
  #title(n, begun) {
    const t = wordsOf(this.dataset.words);
    if (this.#minutes) return n ? t("within", { minutes: this.#minutes }) : t("nothing");
    if (!n) return t("over");
    return begun || this.dataset.ongoing !== undefined ? t(`more.${n}`) : t(`begin.${n}`);
  }

  /** An item with the way to it in its list, how long it takes and who does it.
   * @param {Item} item @param {Catalog} catalog */
  #row(item, { lists, facets }) {
    const page = lists.find(({ id }) => id === item.list)?.page ?? "";
    const roles = facet(item, "role").map((id) => facets.role?.find((r) => r.id === id)?.title);
    const facts = [item.code, this.#time(Number(item.minutes)), roles.join(", ")].filter(Boolean);
    const link = node("a", { href: `${this.dataset.root}/${page}#${item.id}` }, item.text);
    return node("li", {}, link, node("span", { class: "guide-ahead__facts" }, facts.join(" · ")));
  }

  /** @param {number} minutes */
  #time(minutes) {
    const t = wordsOf(this.dataset.words);
    if (!minutes) return "";
    if (minutes === HOUR) return t("hour");
    return minutes % HOUR ? t("minutes", { n: minutes }) : t("hours", { n: minutes / HOUR });
  }
}
