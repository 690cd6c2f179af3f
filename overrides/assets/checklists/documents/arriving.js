// Answers and price forms that arrive: put where there is room, or in the place of what the same
// supplier sent before when somebody says so, with a way back.

import { few } from "../elements/few.js";
import { taken } from "../elements/files.js";
import { isolated } from "../elements/isolated.js";
import { button } from "../elements/node.js";
import { changedIn, folded, isOfForm, withForm } from "./again.js";
import { MOST, own } from "./evaluated.js";
import { placesOf } from "./places.js";
import { readAnswer } from "./replies.js";
import * as supplied from "./supplied.js";

/**
 * @typedef {import("./kept.js").Supplier} Supplier
 * @typedef {import("./replies.js").Prices} Prices
 * @typedef {{made: Supplier, place: string}} Again what came once more, and the place of what came
 *   before
 */

const MOST_SHOWN = 12; // numbers that are named in a question

export class Arriving {
  #tool;
  #said;
  #shown;
  #keeper;
  /** @type {Again[]} */
  #again = [];
  /** @type {Prices[]} whose, has to be said */
  #loose = [];
  #document = ""; // that they came for

  /**
   * @param {import("../elements/tool.js").Tool} tool
   * @param {import("../elements/said.js").Said} said @param {import("./shown.js").Shown} shown
   @param {import("../elements/keep.js").Keeper} keeper
   */
  constructor(tool, said, shown, keeper) {
    this.#tool = tool;
    this.#said = said;
    this.#shown = shown;
    this.#keeper = keeper;
  }

  /** What its buttons do. @param {HTMLButtonElement | null} pressed */
  acts(pressed) {
    return {
      replace: () => this.#replace(),
      second: () => this.#second(),
      keep: () => this.#leave(),
      prices_of: () => this.#pricesOf(pressed?.value ?? ""),
    };
  }

  get #all() {
    return supplied.suppliers(this.#shown.project, this.#shown.id);
  }

  /** @param {HTMLInputElement} field */
  async open(field) {
    const files = taken(field);
    this.#again = [];
    this.#loose = [];
    this.#document = this.#shown.id;
    const told = [];
    for (const file of files) told.push(await this.#take(file));
    // A price form finds its answer whatever came first.
    for (const one of this.#loose.splice(0)) told.push(this.#placed(one));
    this.#tell([...new Set(told)].filter(Boolean));
  }

  /** What was done, and what is asked next. @param {string[]} told */
  #tell(told) {
    const { t } = this.#tool;
    const [again] = this.#again;
    const [loose] = this.#loose;
    if (again) this.#ask(told, ...this.#asked(again));
    else if (loose) {
      const suppliers = this.#all.map(([id, { supplier }]) =>
        button("prices_of", isolated(supplier), { value: id }),
      );
      this.#ask(told, `${t("whose_prices")} `, ...suppliers);
    } else this.#said.say(told.join(" "));
  }

  /** A question waits for its answer: whoever uses a keyboard is led to it.
   * @param {string[]} told @param {(Node | string)[]} question */
  #ask(told, ...question) {
    this.#said.say(`${told.join(" ")} `, ...question);
    question.find((one) => one instanceof HTMLElement)?.focus();
  }

  /** @param {Again} again */
  #asked({ made, place }) {
    const { t } = this.#tool;
    const before = this.#all.find(([id]) => id === place)?.[1];
    const all = before ? changedIn(before, made) : [];
    /** @type {Record<string, string>} */
    const named = { form: t("form_form"), edition: t("replace_edition") };
    const list = few(all.map((one) => named[one] ?? one), MOST_SHOWN);
    const words = { name: isolated(made.supplier), n: all.length, list };
    return [
      `${t("replace_ask", words)} `,
      button("replace", t("replace")),
      button("second", t("replace_second")),
      button("keep", t("replace_keep")),
    ];
  }

  /** One file; what is said of it. @param {File} file */
  async #take(file) {
    const { t, root } = this.#tool;
    const found = await readAnswer(file, t, root);
    if (found.problem !== undefined) {
      return `${isolated(file.name)}: ${t(`problem.${found.problem}`)}`;
    }
    if ("prices" in found) {
      this.#loose.push(found.prices);
      return "";
    }
    const name = file.name.replace(/\.\w+$/, "");
    const supplier = found.answer.supplier || name;
    const came = { unread: [], ...found.answer, supplier };
    const same = this.#all.find(([, one]) => folded(one.supplier) === folded(supplier));
    if (!same) return this.#put(came);
    const [place, before] = same;
    const made = withForm(came, before);
    const about = { name: isolated(supplier) };
    if (!changedIn(before, made).length) return t("replace_same", about);
    this.#again.push({ made, place });
    return "";
  }

  /** An answer in a place of its own; what is said of it. @param {Supplier} made */
  #put(made) {
    const { t } = this.#tool;
    const now = new Set(this.#all.map(([id]) => id));
    if (now.size >= MOST.suppliers) return t("most");
    // Taken out and opened again it is where it was, with what was thought of it and its points.
    const places = placesOf(this.#shown.id, made.supplier);
    const place = places.find((one) => !now.has(one)) ?? "";
    this.#keep(place, made);
    return this.#words(made);
  }

  /** @param {Supplier} made */
  #words(made) {
    const { t } = this.#tool;
    const n = Object.values(made.answers).filter(({ reply }) => reply).length;
    const read = t("read", { name: isolated(made.supplier), n });
    const doubts = made.doubts?.length ?? 0;
    return doubts ? `${read} ${t("read_doubts", { n: doubts })}` : read;
  }

  /** @param {string} id @param {Supplier} made */
  #keep(id, made) {
    this.#keeper.keep([supplied.supplier(this.#shown.id, id, made)]);
  }

  /** What came again takes the place of what was there, and can be taken back. */
  #replace() {
    const again = this.#next();
    const before = again && this.#all.find(([id]) => id === again.place)?.[1];
    if (!again) return this.#lost();
    // Taken out in another tab meanwhile: it is the only one now.
    if (!before) return this.#tell([this.#put(again.made)]);
    this.#keep(again.place, again.made);
    const said = this.#tool.t("replaced", { name: isolated(again.made.supplier) });
    const words = `${said}${this.#ownPrice(again.place)}`;
    if (this.#again.length || this.#loose.length) this.#tell([words]);
    else this.#offer(words, again.place, before);
  }

  /** @param {string} words @param {string} id @param {Supplier} before */
  #offer(words, id, before) {
    const { within, id: document } = this.#shown;
    const back = supplied.supplier(document, id, before);
    this.#said.offer(words, () => this.#keeper.keep([back], false, within));
  }

  /** What was asked about; nothing when another document is shown by now. */
  #next() {
    const again = this.#again.shift();
    return this.#document === this.#shown.id ? again : undefined;
  }

  /** What was asked about belongs to what is shown no more. */
  #lost() {
    this.#tell([this.#tool.t("reply_lost")]);
  }

  /** Both stand: two answers by one supplier. */
  #second() {
    const again = this.#next();
    if (again) this.#tell([this.#put(again.made)]);
    else this.#lost();
  }

  #leave() {
    const again = this.#next();
    if (!again) return this.#lost();
    this.#tell([this.#tool.t("replace_left", { name: isolated(again.made.supplier) })]);
  }

  /** A price form that came by itself: with the supplier that it names, or it waits to be told
   * whose it is. @param {Prices} prices */
  #placed(prices) {
    const { t } = this.#tool;
    if (!this.#all.length) return t("prices_first");
    const own = this.#all.find(([, one]) => folded(one.supplier) === folded(prices.supplier));
    if (own && prices.supplier) return this.#priced(own[0], prices);
    this.#loose.push(prices);
    return "";
  }

  /** @param {string} id the supplier's */
  #pricesOf(id) {
    const prices = this.#loose.shift();
    const same = this.#document === this.#shown.id;
    const before = same && this.#all.find(([one]) => one === id)?.[1];
    if (!prices || !before) return this.#lost();
    const words = this.#priced(id, prices);
    if (this.#loose.length) this.#tell([words]);
    else this.#offer(words, id, before);
  }

  /** @param {string} id @param {Prices} prices */
  #priced(id, { form, doubts }) {
    const made = this.#all.find(([one]) => one === id)?.[1];
    if (!made) return "";
    // What was doubted of the form before is not so of this one.
    const others = (made.doubts ?? []).filter((doubt) => !isOfForm(doubt));
    this.#keep(id, { ...made, form, doubts: [...others, ...doubts] });
    const n = Object.values(form).filter(({ price }) => price).length;
    const told = this.#tool.t("prices_read", { name: isolated(made.supplier), n });
    const read = `${told}${this.#ownPrice(id)}`;
    return doubts.length ? `${read} ${this.#tool.t("read_doubts", { n: doubts.length })}` : read;
  }

  /** That a price which was set by hand counts still, whatever came. @param {string} place */
  #ownPrice(place) {
    const { project, id } = this.#shown;
    return own(project, id, place).total === null ? "" : ` ${this.#tool.t("own_price_stays")}`;
  }
}
