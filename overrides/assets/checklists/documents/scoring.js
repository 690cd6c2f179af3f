// Scoring one requirement at a time: what each supplier answered, without its price, and the scale.

import { find, findAll } from "../elements/find.js";
import { isolated } from "../elements/isolated.js";
import { button, node, options } from "../elements/node.js";
import { MOST } from "./evaluated.js";
import { MOST_SCORE } from "./quality.js";

/**
 * @typedef {import("../elements/words.js").Words} Words
 * @typedef {import("./document.js").Numbered} Numbered
 * @typedef {import("./evaluated.js").Scores} Scores
 * @typedef {import("./evaluation.js").Judge} Judge
 * @typedef {import("./kept.js").Supplier & {id: string}} Answer
 */

/** The scale, best first: [value, words]. @param {Words} t
 * @returns {[value: string, words: string][]} */
export const scale = (t) =>
  ["4", "3", "2", "1", "0"].map((value) => [value, `${value}: ${t(`judge_scale.${value}`)}`]);

/** What a supplier is called while names are hidden. @param {number} n @param {Words} t */
export const lettered = (n, t) => t("judge.lettered", { letter: String.fromCharCode(65 + n) });

/** How many of all answers have a score. @param {Map<string, Scores>} scores
 * @param {Numbered[]} requirements @param {{id: string}[]} suppliers */
export const scored = (scores, requirements, suppliers) =>
  requirements.reduce(
    (all, { number }) =>
      all + suppliers.filter(({ id }) => scores.get(number)?.[id] !== undefined).length,
    0,
  );

/**
 * One requirement to be scored.
 * @param {{requirements: Numbered[], suppliers: Answer[], hidden: boolean}} all
 * @param {number} at which requirement @param {Scores} scores of it @param {Words} t
 */
export function card({ requirements, suppliers, hidden }, at, scores, t) {
  const made = requirements[at];
  const about = `${made.number} · ${t(`priority.${made.priority}`)} · ${made.group}`;
  return [
    node("p", { class: "checklist__code" }, about),
    node("p", { class: "guide-score__text", dir: "auto" }, made.text),
    ...suppliers.map((one, n) => {
      const name = hidden ? lettered(n, t) : one.supplier;
      return answer(one, name, made.number, scores[one.id], t);
    }),
  ];
}

/** @param {Answer} one @param {string} name @param {string} number
 * @param {[score: number, note: string] | undefined} found @param {Words} t */
function answer(one, name, number, found, t) {
  const claim = one.answers[number];
  const marks = { "data-score": one.id, "data-number": number };
  const select = node("select", marks, ...options([["", t("judge.score_none")], ...scale(t)]));
  select.value = found ? String(found[0]) : "";
  const long = { maxlength: String(MOST.note), dir: "auto" };
  const about = `${t("judge.score_note")} ${number} ${isolated(name)}`;
  const note = node("input", {
    ...{ "data-score-note": one.id, "data-number": number, ...long, "aria-label": about },
  });
  note.value = found?.[1] ?? "";
  const said = claim?.reply ? t(`reply.${claim.reply}`) : t("no_answer");
  return node(
    "fieldset",
    { class: "guide-score__answer" },
    node("legend", {}, node("bdi", {}, name)),
    node("p", {}, node("strong", {}, said)),
    claim?.text ? node("p", { dir: "auto" }, claim.text) : "",
    claim?.link ? node("p", {}, node("bdi", {}, claim.link)) : "",
    claim?.notes ? node("p", {}, `${t("reserved")}: `, node("bdi", {}, claim.notes)) : "",
    node("label", {}, node("span", {}, t("judge.score")), select),
    node("label", {}, node("span", {}, t("judge.score_note")), note),
  );
}

/** A score as it was chosen; null for none. @param {string} value */
export function scoreOf(value) {
  const score = value === "" ? NaN : Number(value);
  return Number.isInteger(score) && score >= 0 && score <= MOST_SCORE ? score : null;
}

/** Who has scored, and how far each is. @param {Judge[]} judges @param {number} total answers
 * @param {(judge: Judge) => number} doneOf @param {{round: number, mine: string}} now
 * @param {Words} t */
export const people = (judges, total, doneOf, { round, mine }, t) => {
  const counting = judges.filter((one) => one.round === round);
  return judges.map((one) => {
    const words = { done: doneOf(one), total };
    const state =
      one.round === round
        ? one.locked
          ? t("judge.done", words)
          : t("judge.doing", words)
        : t("judge.other_round", { round: one.round });
    const name = isolated(one.name);
    const own = one.id === mine ? button("scores", t("judge.save_scores"), { value: one.id }) : "";
    const out = button("unjudge", t("remove"), {
      value: one.id,
      "aria-label": `${t("remove")} ${name}`,
    });
    const again = counting.some((other) => other !== one && isSame(other, one));
    const twice = again && one.round === round ? `${t("judge.same_name")} ` : "";
    return node("li", {}, node("bdi", {}, one.name), `: ${state} ${twice}`, own, out);
  });
};

/** @param {{name: string}} one @param {{name: string}} other */
const isSame = (one, other) =>
  one.name.trim().toLocaleLowerCase() === other.name.trim().toLocaleLowerCase();

/** Where a reason stands without points, which would be kept nowhere. @param {HTMLElement} shown */
const wordsAlone = (shown) =>
  findAll(shown, "select", HTMLSelectElement).find((select) => {
    const holder = /** @type {HTMLElement} */ (select.closest("fieldset, li"));
    return !select.value && find(holder, "input", HTMLInputElement).value.trim();
  });

/** True where one does not get on from a requirement: that a reason lacks its points is said.
 * @param {import("../elements/tool.js").Tool} tool
 * @param {import("../elements/said.js").Said} said @param {number} at which requirement */
export function isHalted(tool, said, at) {
  const loose = wordsAlone(tool.part("card"));
  if (!loose) return false;
  said.say(tool.t("judge.score_first"));
  tool.typed("jump", HTMLSelectElement).value = String(at);
  loose.focus();
  return true;
}
