// What suppliers have asked and what they were answered: kept with a document, one by one. Pure.
//
// All get the same answers, and nobody is told who asked.

import { isDay } from "../answers/fields.js";
import { isMap } from "../answers/local.js";
import { isNumber } from "./files.js";
import { key, under } from "./kept.js";
import { text } from "./parts.js";

const MOST = { question: 4000, answer: 4000, who: 200 };

/**
 * @typedef {import("../answers/state.js").Project} Project
 * @typedef {import("../elements/words.js").Words} Words
 * @typedef {import("../formats/docx.js").Block} Block
 * @typedef {import("./kept.js").Pair} Pair
 * @typedef {{id: string, day: string, number: string, question: string, answer: string,
 *   who: string}} Asked `number`: of the requirement, «» when it is about none; `who`: for
 *   ourselves alone
 */

export const FIELDS = /** @type {const} */ (["question", "answer", "number", "who"]);

/** @param {string} id @param {unknown} made @returns {Asked | null} */
function askedOf(id, made) {
  if (!isMap(made) || !text(made.question, MOST.question)) return null;
  return {
    id,
    day: isDay(String(made.day)) ? String(made.day) : "",
    number: isNumber(String(made.number)) ? String(made.number) : "",
    question: text(made.question, MOST.question),
    answer: text(made.answer, MOST.answer),
    who: text(made.who, MOST.who),
  };
}

/** The log of a document, the first question first. @param {Project} project @param {string} id
 * @returns {Asked[]} */
export const log = (project, id) =>
  under(project, id, "q")
    .flatMap(([own, made]) => askedOf(own, made) ?? [])
    .sort((a, b) => (a.day + a.id < b.day + b.id ? -1 : 1));

/** @param {string} document @param {Asked} made an empty question takes it out @returns {Pair} */
export function asked(document, made) {
  const read = askedOf(made.id, made);
  return [key(document, "q", made.id), read ? JSON.stringify({ ...read, id: undefined }) : ""];
}

/** How each stands in what all suppliers get: its number in the log, and never who asked.
 * @param {Asked[]} all @param {Words} t */
export const lines = (all, t) =>
  all.map(({ number, question, answer }, n) => ({
    head: [`${n + 1}.`, number].filter(Boolean).join(" "),
    question,
    answer: answer || t("log_open"),
  }));

/** The log as text to paste into an e-mail. @param {string} name of the document
 * @param {Asked[]} all @param {Words} t */
export const asText = (name, all, t) =>
  [
    t("log_head", { name }),
    ...lines(all, t).map(
      ({ head, question, answer }) =>
        `${head}\n${t("log_question")}: ${question}\n${t("log_answer")}: ${answer}`,
    ),
  ].join("\n\n");

/** The log as a Word file. @param {string} name @param {Asked[]} all @param {Words} t
 * @returns {Block[]} */
export const asBlocks = (name, all, t) => [
  { style: "Title", text: t("log_head", { name }) },
  { style: "Normal", text: t("log_all") },
  {
    widths: [1.6, 7.6, 7.8],
    head: [t("log_number"), t("log_question"), t("log_answer")],
    rows: lines(all, t).map(({ head, question, answer }) => [head, question, answer]),
  },
];

/** The log as lines of the decision sheet. @param {Asked[]} all @param {Words} t */
export const asLines = (all, t) =>
  all.length
    ? [t("log_sheet", { n: all.length, open: all.filter(({ answer }) => !answer).length })]
    : [];
