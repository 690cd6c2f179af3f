// What comes into an answer from elsewhere: its own file from another machine or a colleague, and
// what was answered to an earlier edition. Nothing that stands here is written over unasked.

import { keptNames } from "../answers/stored.js";
import { few } from "../elements/few.js";
import { isolated } from "../elements/isolated.js";
import { button } from "../elements/node.js";
import { folded } from "./again.js";
import { keyOf } from "./begun.js";
import { before, carried, compared, fullest, namesOf, unchanged } from "./earlier.js";
import { documentIn, fromAnswerFile } from "./files.js";

/**
 * @typedef {import("./answered.js").Answered} Answered
 * @typedef {import("./begun.js").Begun} Begun
 * @typedef {import("./earlier.js").Some} Some
 * @typedef {import("./files.js").Opened} Opened
 */

const MOST_NAMED = 40; // requirements in a message

export class Coming {
  #tool;
  #said;
  #at;
  #begin;
  /** @type {() => void} what is done when somebody takes what was offered */
  #take = () => {};

  /**
   * @param {import("../elements/tool.js").Tool} tool
   * @param {import("../elements/said.js").Said} said @param {Answered} at
   * @param {(document: Opened, file?: string) => boolean} begin keeps and shows it; false where it
   *   is shown on another page, which opens the file
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

  /** An answer's own file: its document is opened, and what is not answered here taken; of the
   * edition that is open here, if that is another. @param {string} text of the file
   * @param {boolean} [anyway] whoever it is from */
  own(text, anyway = false) {
    const { t } = this.#tool;
    const read = fromAnswerFile(text);
    if (read.problem !== undefined) return this.#said.say(t(`problem.${read.problem}`));
    const answer = { form: {}, ...read.answer };
    const found = this.#documentOf(text, answer);
    if (!found) return this.#said.say(t("own_first"));
    const now = this.#at.document;
    const isEarlier = now?.id === found.id && now.edition !== found.edition;
    const document = now && (isEarlier || keyOf(now) === keyOf(found)) ? now : found;
    if (document !== now) {
      // Where its language is spoken the file is opened again: what it says is told there.
      if (!this.#begin(document, text)) return undefined;
    }
    const mine = this.#at.answer.supplier;
    if (!anyway && mine && folded(mine) !== folded(answer.supplier)) {
      this.#take = () => this.own(text, true);
      const about = { name: isolated(answer.supplier), own: isolated(mine) };
      const way = button("take", t("own_anyway"));
      return this.#said.say(`${t("own_other", about)} `, way);
    }
    const made = isEarlier ? carried({ document: found, answer, opened: "" }, document) : answer;
    return this.#merge(document, made, isEarlier ? ` ${t("own_edition")}` : "");
  }

  /** The document that a file is an answer to: begun here, which may be newer, or in the file.
   * @param {string} text @param {{document: string, edition: string}} answer */
  #documentOf(text, { document: id, edition }) {
    const name = keyOf({ id, edition });
    const here = this.#at.kept(name)?.document;
    if (here) return here;
    const found = documentIn(text);
    return found && keyOf(found) === name ? found : null;
  }

  /** @param {Opened} document @param {import("./begun.js").Answer} answer @param {string} more
   * that is said */
  #merge(document, answer, more) {
    const { t } = this.#tool;
    const { fresh, other } = compared(this.#at.answer, answer, document);
    const names = namesOf(other);
    const about = { name: isolated(answer.supplier), n: namesOf(fresh).length };
    const read = names.length || about.n ? t("own_read", about) : t("own_same", about);
    const differ = names.length ? t("own_differ", { list: few(names, MOST_NAMED) }) : "";
    const words = [read + more, differ].filter(Boolean).join(" ");
    const ways = names.length ? [button("take", t("own_use")), " "] : [];
    this.#take = () => this.#put(document, other, t("own_taken", { n: names.length }));
    if (about.n) this.#put(document, fresh, words, answer.supplier, ...ways);
    else this.#said.say(`${words} `, ...ways);
  }

  /** Offers what was answered to an earlier edition, where there is any of it to take.
   * @param {Begun | undefined} earlier */
  offer(earlier) {
    const { document } = this.#at;
    if (!document || !earlier) return;
    const { fresh } = compared(this.#at.answer, carried(earlier, document), document);
    const [n, prices] = [fresh.answers, fresh.form].map((one) => Object.keys(one).length);
    if (!n && !prices) return;
    const { t } = this.#tool;
    const { answers } = this.#at.answer;
    const isLeft = (/** @type {string} */ number) =>
      !fresh.answers[number]?.reply && !answers[number]?.reply;
    const left = few(document.requirements.map((one) => one.number).filter(isLeft), MOST_NAMED);
    const more = prices ? ` ${t("own_prices", { n: prices })}` : "";
    const words = `${t("own_taken", { n })}${more} ${left && t("earlier_left", { list: left })}`;
    this.#take = () => this.#put(document, fresh, words.trim(), earlier.answer.supplier);
    this.#said.say(`${t("earlier", { n })}${more} `, button("take", t("earlier_use")));
  }

  /** The fullest answer to another edition of the document that is open. */
  get earlier() {
    const { document } = this.#at;
    const all = keptNames(this.#tool.site, "svar:").flatMap((name) => this.#at.kept(name) ?? []);
    return document ? fullest(all, document) : undefined;
  }

  /** Puts it in, says so, and how it is taken back: but for what is written there since.
   * @param {Opened} document @param {Some} some @param {string} words @param {string} [supplier]
   * @param {(Node | string)[]} more that can be done about it */
  #put(document, some, words, supplier = "", ...more) {
    const was = before(this.#at.answer, some);
    if (!this.#at.answer.supplier && supplier) this.#at.name(supplier);
    this.#at.take(some);
    this.#begin(document);
    this.#said.offer(
      words,
      () => {
        this.#at.take(unchanged(this.#at.answer, some, was));
        this.#begin(document);
      },
      ...more,
    );
  }
}
