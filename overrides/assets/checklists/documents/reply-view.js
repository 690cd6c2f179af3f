// A document as a supplier answers it, on the page: what the customer says, a row for each
// requirement, how far one is, what is missing, and what was answered to the like before.

import { keep, kept, setAside } from "../answers/stored.js";
import { today } from "../elements/day.js";
import { find, findAll } from "../elements/find.js";
import { node } from "../elements/node.js";
import { FRAME, grouped } from "./document.js";
import { formGaps, gaps } from "./gaps.js";
import { libraryOf, offered, remembered } from "./library.js";
import { Folds } from "./reply-fold.js";
import { formRows, showForm } from "./reply-form.js";
import { replyRow } from "./reply-row.js";
import { Gaps } from "./told-gaps.js";

/**
 * @typedef {import("./files.js").Asked} Asked
 * @typedef {import("./files.js").Opened} Opened
 */

const LIBRARY = "svarbank"; // earlier answers are kept under it
const MOST_LINKS = 40; // so many of those that are missing are named

export class ReplyView {
  #tool;
  #at;
  #library;
  /** What was answered to an earlier edition. @type {import("./library.js").Library} */
  #earlier = {};
  #folds;

  /** @param {import("../elements/tool.js").Tool} tool
   * @param {import("./answered.js").Answered} at */
  constructor(tool, at) {
    this.#tool = tool;
    this.#at = at;
    this.#library = libraryOf(kept(tool.site, LIBRARY) ?? "") ?? {};
    this.#folds = new Folds(tool);
    this.told = new Gaps(tool);
  }

  /** @param {Opened} document
   * @param {import("./begun.js").Begun | undefined} earlier what was answered to another edition */
  show({ name, frame, requirements, form }, earlier) {
    const { root, t } = this.#tool;
    const part = (/** @type {string} */ one) => this.#tool.part(one);
    this.#earlier = earlier
      ? remembered({}, earlier.document, earlier.answer.answers, earlier.opened || today())
      : {};
    for (const one of findAll(root, "[data-needs]", HTMLElement)) one.hidden = false;
    part("title").textContent = name;
    const said = FRAME.filter((key) => frame[key]).flatMap((key) => [
      node("dt", {}, t(`frame.${key}`)),
      node("dd", { dir: "auto" }, frame[key]),
    ]);
    part("frame").replaceChildren(...said);
    this.#tool.typed("supplier", HTMLInputElement).value = this.#at.answer.supplier;
    const rows = grouped(requirements).flatMap(([group, some]) => [
      node("h3", { dir: "auto" }, group),
      ...some.map((made) => this.#row(made)),
    ]);
    part("rows").replaceChildren(...rows);
    this.#folds.open();
    showForm(root, part("rows"), formRows(form, this.#at.answer.form, t));
    this.count();
  }

  /** @param {Asked} made */
  #row(made) {
    const before = this.before(made);
    return replyRow(made, this.#at.answer.answers[made.number] ?? {}, before, this.#tool.t);
  }

  /** What was answered before: to the same requirement in the edition before it was changed, else
   * to the like. @param {Asked} made */
  before(made) {
    return this.#earlier[made.id] ?? offered(this.#library, made);
  }

  /** One requirement drawn anew, and its text to be written in. @param {Asked} asked */
  again(asked) {
    const row = this.#row(asked);
    find(this.#tool.root, `#${asked.number}`, HTMLElement).replaceWith(row);
    this.#folds.open(asked.number);
    find(row, "textarea", HTMLElement).focus();
    this.told.follow(this.gaps);
  }

  /** Nothing is chosen of a requirement. @param {string} number */
  unchosen(number) {
    const row = find(this.#tool.root, `#${number}`, HTMLElement);
    const boxes = findAll(row, "[data-reply]", HTMLInputElement);
    for (const box of boxes) box.checked = false;
    boxes[0]?.focus();
    this.count();
  }

  count() {
    const { t } = this.#tool;
    const all = this.#at.document?.requirements ?? [];
    const missing = all.filter(({ number }) => !this.#at.answer.answers[number]?.reply);
    const counts = { done: all.length - missing.length, total: all.length };
    this.#tool.part("count").textContent = t("answered", counts);
    const links = missing
      .slice(0, MOST_LINKS)
      .flatMap(({ number }, n) => [n ? ", " : "", node("a", { href: `#${number}` }, number)]);
    const words = links.length ? [`${t("missing")} `, ...links] : [];
    this.#tool.part("missing").replaceChildren(...words);
    this.told.follow(this.gaps);
  }

  get gaps() {
    const { requirements = [], form = [] } = this.#at.document ?? {};
    const { answers, form: prices } = this.#at.answer;
    return [...gaps(requirements, answers), ...formGaps(form, prices)];
  }

  /** What was written is offered when the like is asked again. @param {Opened} document */
  remember(document) {
    const { site } = this.#tool;
    // Another tab may have kept some since.
    const there = libraryOf(kept(site, LIBRARY) ?? "");
    if (!there && !setAside(site, LIBRARY)) return; // what cannot be read is not written over
    const library = there ?? this.#library;
    this.#library = remembered(library, document, this.#at.answer.answers, today());
    keep(site, LIBRARY, JSON.stringify(this.#library));
  }
}
