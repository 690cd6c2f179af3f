// What an evaluator gets and what comes back, as files: saved here, and taken in where they belong.

import { inARow } from "../elements/amounts.js";
import { download, fileName, taken, textOf } from "../elements/files.js";
import { isolated } from "../elements/isolated.js";
import { changedIn } from "./again.js";
import { mark } from "./document.js";
import * as evaluated from "./evaluated.js";
import { toFile } from "./files.js";
import * as files from "./judge-files.js";
import * as kept from "./kept.js";
import { lettered } from "./scoring.js";
import { supplier, suppliers } from "./supplied.js";
import { asFile } from "./whole.js";

/**
 * @typedef {import("../elements/find.js").Field} Field
 * @typedef {import("../elements/keep.js").Keeper} Keeper
 * @typedef {import("../elements/said.js").Said} Said
 * @typedef {import("../elements/tool.js").Tool} Tool
 * @typedef {import("./shown.js").Shown} Shown
 */

export class Exchange {
  #tool;
  #said;
  #shown;
  #keeper;
  #draw;

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
  }

  saveCase() {
    const { project, id } = this.#shown;
    const { round, hidden } = evaluated.settings(project, id);
    const all = suppliers(project, id).map(([place, made]) => ({ ...made, id: place }));
    const document = toFile(this.#shown.doc);
    const name = (/** @type {number} */ n) => lettered(n, this.#tool.t);
    const made = files.toCase(document, all, { round, hidden }, name);
    this.#save(this.#tool.t("judge.case_file"), made);
  }

  /** @param {string} who */
  saveScores(who) {
    const { project, id } = this.#shown;
    const found = evaluated.evaluators(project, id).find(([one]) => one === who)?.[1];
    if (!found) return;
    const edition = mark(toFile(this.#shown.doc).requirements);
    const judge = { ...found, id: who, scores: evaluated.scores(project, id, who) };
    const name = `${this.#tool.t("judge.scores_file")} ${found.name}`;
    this.#save(name, files.toScores({ id, edition }, judge));
  }

  /** @param {string} name @param {unknown} made */
  #save(name, made) {
    download(fileName(name, "json"), JSON.stringify(made, null, 1), "application/json");
  }

  /** @param {Field} field */
  async open(field) {
    if (!(field instanceof HTMLInputElement)) return;
    const told = [];
    for (const file of taken(field)) {
      const { text, problem } = await textOf(file);
      const found = files.read(text);
      if (problem) told.push(`${isolated(file.name)}: ${this.#tool.t(`problem.${problem}`)}`);
      else if (found.kind === "case") told.push(this.#takeCase(found));
      else if (found.kind === "scores") told.push(this.#takeScores(found));
      else told.push(`${isolated(file.name)}: ${this.#tool.t(`problem.${found.problem}`)}`);
    }
    this.#said.say(told.join(" "));
  }

  /** @param {files.Case} made what one is to score */
  #takeCase({ document, round, hidden, suppliers: all }) {
    const { t } = this.#tool;
    const own = this.#shown.own;
    const there = kept.list(own).some(([id]) => id === document.id);
    const before = new Map(suppliers(own, document.id));
    const doc = this.#shown.ownDoc(document.id);
    // Whoever has the answers themselves keeps them: a case is of them, without prices.
    const fromCase = before.size > 0 && [...before.values()].every(files.isBare);
    const fresh = all.filter(([id]) => !before.has(id));
    const newer = all.filter(([id, made]) => {
      const was = before.get(id);
      return fromCase && was && changedIn(was, made).length > 0;
    });
    const edited = fromCase && mark(toFile(doc).requirements) !== mark(document.requirements);
    const pairs = [
      ...(there && !edited ? [] : asFile(document, doc)),
      ...[...fresh, ...newer].map(([id, made]) =>
        supplier(document.id, id, { ...made, document: document.id }),
      ),
      evaluated.setting(document.id, "round", String(round)),
      evaluated.setting(document.id, "hidden", hidden ? "yes" : ""),
    ].filter((pair) => pair !== null);
    this.#shown.id = document.id;
    this.#keeper.keep(pairs, false, this.#shown.mine);
    this.#draw();
    const said = t("judge.case_opened", { name: isolated(document.name), n: all.length });
    const changed = newer.map(([, made]) => isolated(made.supplier));
    if (edited) changed.unshift(isolated(document.name));
    return changed.length ? `${said} ${t("judge.case_newer", { list: inARow(changed) })}` : said;
  }

  /** @param {files.Given} made what somebody has scored */
  #takeScores(made) {
    const { t } = this.#tool;
    const { project, id } = this.#shown;
    const name = isolated(made.name);
    const { round } = evaluated.settings(project, id);
    if (made.document !== id) return t("judge.scores_other", { name });
    const rounds = { name, round: made.round, now: round };
    if (made.round !== round) return t("judge.scores_round", rounds);
    if (!made.locked) return t("judge.scores_open", { name });
    const known = evaluated.evaluators(project, id).some(([one]) => one === made.id);
    if (!known && evaluated.evaluators(project, id).length >= evaluated.MOST.evaluators) {
      return t("judge.many", { n: evaluated.MOST.evaluators });
    }
    this.#keeper.keep([
      evaluated.evaluator(id, made.id, made),
      ...made.scores.map(([number, scores]) => evaluated.score(id, made.id, number, scores)),
    ]);
    const edition = mark(toFile(this.#shown.doc).requirements);
    const n = made.scores.length;
    const here = new Set(suppliers(project, id).map(([place]) => place));
    const all = new Set(made.scores.flatMap(([, one]) => Object.keys(one)));
    const strangers = [...all].filter((place) => !here.has(place)).length;
    return [
      t("judge.scores_read", { name, n }),
      made.outside ? t("judge.scores_outside", { n: made.outside }) : "",
      strangers ? t("judge.scores_strangers", { n: strangers }) : "",
      made.edition === edition ? "" : t("judge.scores_edition"),
    ]
      .filter(Boolean)
      .join(" ");
  }
}
