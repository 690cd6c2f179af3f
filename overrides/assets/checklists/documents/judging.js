// Those who score: one begins, scores one requirement at a time without seeing prices, and locks;
// files carry scores between browsers; what they disagree on is talked about.

import { randomId } from "../answers/ids.js";
import { value } from "../answers/register.js";
import { drawnIn } from "../elements/drawn-in.js";
import { find, findAll } from "../elements/find.js";
import { invalid } from "../elements/invalid.js";
import { isolated } from "../elements/isolated.js";
import { button, options } from "../elements/node.js";
import * as evaluated from "./evaluated.js";
import { Exchange } from "./exchange.js";
import { disagreements } from "./panel-view.js";
import { Scorer } from "./scorer.js";
import { card, isHalted, people, scored, scoreOf } from "./scoring.js";

/**
 * @typedef {import("../elements/find.js").Field} Field
 * @typedef {import("../elements/keep.js").Keeper} Keeper
 * @typedef {import("../elements/said.js").Said} Said
 * @typedef {import("../elements/tool.js").Tool} Tool
 * @typedef {import("./evaluation.js").Evaluation} Evaluation
 * @typedef {import("./shown.js").Shown} Shown
 */

const ID_LETTERS = 7;

export class Judging {
  #tool;
  #said;
  #shown;
  #keeper;
  #draw;
  #scorer;
  #exchange;
  #at = 0; // which requirement is being scored
  /** @type {Evaluation | undefined} */
  #made;

  /**
   * @param {Tool} tool @param {Said} said @param {Shown} shown @param {Keeper} keeper
   * @param {() => void} draw
   */
  constructor(tool, said, shown, keeper, draw) {
    this.#tool = tool;
    this.#said = said;
    this.#shown = shown;
    this.#keeper = keeper;
    this.#draw = draw;
    this.#scorer = new Scorer(tool.site);
    this.#exchange = new Exchange(tool, said, shown, keeper, draw);
  }

  /** Who scores in this browser and has not locked yet; «» when nobody does. */
  get mine() {
    const who = this.#scorer.of(this.#shown.id);
    const { project, id } = this.#shown;
    const { round } = evaluated.settings(project, id);
    const found = evaluated.evaluators(project, id).find(([one]) => one === who)?.[1];
    return found && !found.locked && found.round === round ? who : "";
  }

  // --- Shown -------------------------------------------------------------------------------------

  /** @param {Evaluation} made */
  show(made) {
    this.#made = made;
    const { t } = this.#tool;
    const { mine } = this;
    const now = { round: made.settings.round, mine: this.#scorer.of(made.id) };
    const total = made.requirements.length * made.suppliers.length;
    const done = (/** @type {{scores: Map<string, evaluated.Scores>}} */ { scores }) =>
      scored(scores, made.requirements, made.suppliers);
    this.#tool.part("judges").replaceChildren(...people(made.judges, total, done, now, t));
    this.#tool.part("begin").hidden = Boolean(mine);
    this.#tool.part("scoring").hidden = !mine;
    const hidden = this.#tool.typed("hidden", HTMLInputElement);
    hidden.checked = made.settings.hidden;
    const lines = disagreements(made, t);
    this.#tool.part("agenda").hidden = !lines.length;
    const agenda = find(this.#tool.part("agenda"), "ul", HTMLElement);
    drawnIn(this.#tool.root, agenda, () => agenda.replaceChildren(...lines));
    this.#tool.part("round").textContent = t("judge.round", { round: made.settings.round });
    if (mine) this.#showCard(made, mine);
  }

  /** @param {Evaluation} made @param {string} who */
  #showCard(made, who) {
    const { t } = this.#tool;
    const { requirements, suppliers: all, settings } = made;
    this.#at = Math.min(Math.max(0, this.#at), requirements.length - 1);
    const judge = made.judges.find(({ id }) => id === who);
    const scores = judge?.scores ?? new Map();
    const number = requirements[this.#at].number;
    const shown = { requirements, suppliers: all, hidden: settings.hidden };
    this.#tool.part("card").replaceChildren(...card(shown, this.#at, scores.get(number) ?? {}, t));
    const select = this.#tool.typed("jump", HTMLSelectElement);
    if (select.options.length !== requirements.length) {
      const numbers = requirements.map((one, n) => /** @type {const} */ ([String(n), one.number]));
      select.replaceChildren(...options(numbers));
    }
    select.value = String(this.#at);
    for (const [name, off] of /** @type {const} */ ([
      ["earlier", this.#at === 0],
      ["later", this.#at === requirements.length - 1],
    ])) {
      find(this.#tool.root, `[data-act=${name}]`, HTMLButtonElement).disabled = off;
    }
    this.#progress(scores);
  }

  /** @param {Map<string, evaluated.Scores>} scores */
  #progress(scores) {
    const words = this.#tool.t("judge.score_count", this.#count(scores));
    this.#tool.part("progress").textContent = words;
  }

  /** @param {Map<string, evaluated.Scores>} scores */
  #count(scores) {
    const { requirements = [], suppliers: all = [] } = this.#made ?? {};
    const total = requirements.length * all.length;
    return { done: scored(scores, requirements, all), total };
  }

  // --- Scored ------------------------------------------------------------------------------------

  /** True when a field that was changed is one of those here. @param {Field} field */
  changed(field) {
    const { score, scoreNote, agreed, agreedWhy, number = "" } = field.dataset;
    const supplierId = score ?? scoreNote ?? agreed ?? agreedWhy;
    if (field.matches("[data-jump]")) this.#go(Number(field.value));
    else if (field.matches("[data-hidden]")) this.#hide(field);
    else if (field.matches("[data-open-evaluation]")) this.#exchange.open(field);
    else if (supplierId === undefined) return false;
    else if (score ?? scoreNote) this.#score(field, supplierId, number);
    else this.#agree(field, supplierId, number);
    return true;
  }

  /** The value and the words beside it, as scores of one requirement with them.
   * @param {evaluated.Scores} before @param {Field} field @param {string} supplierId
   * @returns {evaluated.Scores} */
  #with(before, field, supplierId) {
    const next = { ...before };
    const holder = /** @type {HTMLElement} */ (field.closest("fieldset, li"));
    const select = find(holder, "select", HTMLSelectElement);
    const score = scoreOf(select.value);
    const note = find(holder, "input", HTMLInputElement).value;
    // Words without a score are kept nowhere.
    if (score === null && note.trim()) this.#said.say(this.#tool.t("judge.score_first"));
    if (score === null) delete next[supplierId];
    else next[supplierId] = [score, note.slice(0, evaluated.MOST.note)];
    return next;
  }

  /** @param {Field} field @param {string} supplierId @param {string} number */
  #score(field, supplierId, number) {
    const { project, id } = this.#shown;
    const all = evaluated.scores(project, id, this.mine);
    const next = this.#with(all.get(number) ?? {}, field, supplierId);
    this.#keeper.keep([evaluated.score(id, this.mine, number, next)], true);
    all.set(number, next);
    this.#progress(all);
    const judge = this.#made?.judges.find((one) => one.id === this.mine);
    if (judge) judge.scores = all;
  }

  /** @param {Field} field @param {string} supplierId @param {string} number */
  #agree(field, supplierId, number) {
    const { project, id } = this.#shown;
    const before = evaluated.agreed(project, id).get(number) ?? {};
    const next = this.#with(before, field, supplierId);
    this.#keeper.keep([evaluated.agreement(id, number, next)]);
  }

  /** @param {number} at */
  #go(at) {
    if (isHalted(this.#tool, this.#said, this.#at)) return;
    this.#at = at;
    if (this.#made && this.mine) this.#showCard(this.#made, this.mine);
    const first = findAll(this.#tool.part("card"), "select", HTMLSelectElement)[0];
    first?.focus({ preventScroll: true });
    this.#tool.part("scoring").scrollIntoView({ block: "start" });
  }

  /** @param {Field} field */
  #hide(field) {
    const yes = field instanceof HTMLInputElement && field.checked;
    const pair = evaluated.setting(this.#shown.id, "hidden", yes ? "yes" : "");
    if (pair) this.#keeper.keep([pair]);
  }

  get acts() {
    return {
      judge: () => this.#begin(),
      lock: () => this.#lock(),
      lock_now: () => this.#lock(true),
      unbegin: () => this.#stop(),
      earlier: () => this.#go(this.#at - 1),
      later: () => this.#go(this.#at + 1),
      case: () => this.#exchange.saveCase(),
      round: () => this.#round(),
    };
  }

  #begin() {
    const { t } = this.#tool;
    const field = this.#tool.typed("judge", HTMLInputElement);
    const name = field.value.trim();
    if (!name) {
      this.#said.say(t("judge.name_first"));
      invalid(field, this.#tool.part("said"));
      return;
    }
    const { project, id } = this.#shown;
    const { round } = evaluated.settings(project, id);
    const all = evaluated.evaluators(project, id);
    const there = all.find(([, one]) => one.name === name && one.round === round && !one.locked);
    if (!there && all.length >= evaluated.MOST.evaluators) {
      this.#said.say(t("judge.many", { n: evaluated.MOST.evaluators }));
      return;
    }
    const who = there?.[0] ?? `p${randomId(ID_LETTERS)}`;
    this.#scorer.begin(id, who);
    this.#at = 0;
    field.value = "";
    this.#keeper.keep([evaluated.evaluator(id, who, { name, locked: "", round })]);
    this.#draw();
    this.#go(0);
  }

  /** @param {boolean} [sure] that some answers are to have no points */
  #lock(sure) {
    const { mine } = this;
    const { t } = this.#tool;
    const { project, id } = this.#shown;
    const found = evaluated.evaluators(project, id).find(([one]) => one === mine)?.[1];
    if (!found || isHalted(this.#tool, this.#said, this.#at)) return;
    const { done, total } = this.#count(evaluated.scores(project, id, mine));
    if (!done) return this.#ask(t("judge.lock_none"), button("unbegin", t("judge.unbegin")));
    if (!sure && done < total) {
      const way = button("lock_now", t("judge.lock_now"));
      return this.#ask(t("judge.lock_some", { done, total }), way);
    }
    const locked = new Date().toISOString();
    this.#keeper.keep([evaluated.evaluator(id, mine, { ...found, locked })]);
    this.#draw();
    this.#said.say(t("judge.locked"));
    this.#tool.part("said").querySelector("button")?.focus(); // what had it is gone
  }

  /** @param {string} said @param {HTMLElement} way on, all the same */
  #ask(said, way) {
    this.#said.say(`${said} `, way);
    way.focus();
  }

  /** Nobody need go on; who has given points can have them back. */
  #stop() {
    const { project, id } = this.#shown;
    if (this.#count(evaluated.scores(project, id, this.mine)).done) this.remove(this.mine);
    else {
      this.#keeper.keep([evaluated.evaluator(id, this.mine, null)]);
      this.#said.hush();
    }
    this.#draw();
  }

  /** @param {string} who */
  remove(who) {
    const { project, id, within } = this.#shown;
    const found = evaluated.evaluators(project, id).find(([one]) => one === who)?.[1];
    if (!found) return;
    this.#keeper.keep([evaluated.evaluator(id, who, null)]);
    this.#said.offer(this.#tool.t("judge.taken_out", { name: isolated(found.name) }), () =>
      this.#keeper.keep([evaluated.evaluator(id, who, found)], false, within),
    );
  }

  /** @param {string} who */
  saveScores(who) {
    this.#exchange.saveScores(who);
  }

  #round() {
    const { project, id } = this.#shown;
    const next = evaluated.settings(project, id).round + 1;
    const pair = evaluated.setting(id, "round", String(next));
    if (!pair) return;
    const before = value(project.documents[pair[0]]);
    const { within } = this.#shown;
    this.#keeper.keep([pair]);
    this.#said.offer(this.#tool.t("judge.round_new", { round: next }), () =>
      this.#keeper.keep([[pair[0], before]], false, within),
    );
  }
}
