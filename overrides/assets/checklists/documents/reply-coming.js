// What comes into an answer from elsewhere: its own file from another machine or a colleague, and
// what was answered to an earlier edition. Nothing that stands here is written over unasked.

import { keptNames } from "../answers/stored.js";
import { few } from "../elements/few.js";
import { isolated } from "../elements/isolated.js";
import { button } from "../elements/node.js";
import { keyOf } from "./begun.js";
import { carried, compared, fullest, namesOf } from "./earlier.js";
import { documentIn, fromAnswerFile } from "./files.js";

/**
 * @typedef {import("./answered.js").Answered} Answered
 * @typedef {import("./earlier.js").Some} Some
 * @typedef {import("./files.js").Answer} Answer
 * @typedef {import("./files.js").Opened} Opened
 */

const MOST_NAMED = 40; // requirements in a message
const BLANK = { reply: "", text: "", link: "", price: "" };

export class Coming {
  #tool;
  #said;
  #at;
  #begin;
  /** @type {{some: Some, words: string, supplier: string} | null} what can be taken, what is said
   * then, and who answered it */
  #offered = null;

  /**
   * @param {import("../elements/tool.js").Tool} tool
   * @param {import("../elements/said.js").Said} said @param {Answered} at
   * @param {(document: Opened) => boolean} begin keeps and shows it; false where it is shown on
   *   another page
   */
  constructor(tool, said, at, begin) {
    this.#tool = tool;
    this.#said = said;
    this.#at = at;
    this.#begin = begin;
  }

  /** What its buttons do. */
  get acts() {
    return { take: () => this.#take(), undo: () => this.#said.undo() };
  }

  /** An answer's own file: its document is opened, and what is not answered here taken.
   * @param {string} text of the file */
  own(text) {
    const { t } = this.#tool;
    const read = fromAnswerFile(text);
    if (read.problem !== undefined) {
      this.#said.say(t(`problem.${read.problem}`));
      return;
    }
    const found = this.#documentOf(text, read.answer);
    if (!found) {
      this.#said.say(t("own_first"));
      return;
    }
    const now = this.#at.document;
    const document = now && keyOf(now) === keyOf(found) ? now : found;
    if (document !== now) this.#at.open(document);
    const answer = { form: {}, ...read.answer };
    const { fresh, other } = compared(this.#at.answer, answer, document);
    if (!this.#at.answer.supplier) this.#at.name(answer.supplier);
    this.#put(fresh);
    if (this.#begin(document)) this.#tellOwn(answer, namesOf(fresh), other);
  }

  /** The document that a file is an answer to: it is in the file, or was begun here.
   * @param {string} text @param {Answer} answer */
  #documentOf(text, { document: id, edition }) {
    const name = keyOf({ id, edition });
    const found = documentIn(text);
    if (found && keyOf(found) === name) return found;
    return this.#at.kept(name)?.document;
  }

  /** @param {Answer} answer @param {string[]} fresh @param {Some} other */
  #tellOwn({ supplier }, fresh, other) {
    const { t } = this.#tool;
    const names = namesOf(other);
    const about = { name: isolated(supplier), n: fresh.length };
    const read = names.length || fresh.length ? t("own_read", about) : t("own_same", about);
    if (!names.length) {
      this.#said.say(read);
      return;
    }
    const taken = t("own_taken", { n: names.length });
    this.#offered = { some: other, words: taken, supplier: "" };
    const differ = t("own_differ", { list: few(names, MOST_NAMED) });
    this.#said.say(`${read} ${differ} `, button("take", t("own_use")));
  }

  /** Offers what was answered to an earlier edition, where there is any of it to take. */
  offer() {
    const { document } = this.#at;
    const before = document && fullest(this.#all, document);
    if (!document || !before) return;
    const { fresh } = compared(this.#at.answer, carried(before, document), document);
    const n = namesOf(fresh).length;
    if (!n) return;
    const { t } = this.#tool;
    const { answers } = this.#at.answer;
    const isLeft = (/** @type {string} */ number) =>
      !fresh.answers[number]?.reply && !answers[number]?.reply;
    const left = document.requirements.map(({ number }) => number).filter(isLeft);
    const list = few(left, MOST_NAMED);
    const words = `${t("own_taken", { n })} ${list && t("earlier_left", { list })}`.trim();
    this.#offered = { some: fresh, words, supplier: before.answer.supplier };
    this.#said.say(`${t("earlier", { n })} `, button("take", t("earlier_use")));
  }

  /** The answers that were begun on this machine. */
  get #all() {
    return keptNames(this.#tool.site, "svar:").flatMap((name) => this.#at.kept(name) ?? []);
  }

  /** @param {Some} some */
  #put({ answers, form }) {
    for (const [number, made] of Object.entries(answers)) this.#at.set(number, made);
    for (const [post, price] of Object.entries(form)) this.#at.price(post, price);
  }

  /** Takes what was offered, and a way back. */
  #take() {
    const { document, answer } = this.#at;
    if (!document || !this.#offered) return;
    const { some, words, supplier } = this.#offered;
    this.#offered = null;
    /** @type {Some} */
    const before = {
      answers: Object.fromEntries(
        Object.keys(some.answers).map((one) => [one, { ...BLANK, ...answer.answers[one] }]),
      ),
      form: Object.fromEntries(
        Object.keys(some.form).map((one) => [one, answer.form[one]?.price ?? ""]),
      ),
    };
    if (!answer.supplier && supplier) this.#at.name(supplier);
    this.#put(some);
    this.#begin(document);
    this.#said.offer(words, () => {
      this.#put(before);
      this.#begin(document);
    });
  }
}
