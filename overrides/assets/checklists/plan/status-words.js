// A status in words, for whatever it is read on: one page, so much is told as a number. Pure.

import { day } from "../elements/day.js";
import { isolated } from "../elements/isolated.js";
import { priorityOf } from "./rows.js";

/**
 * @typedef {import("../elements/words.js").Words} Words
 * @typedef {import("./rows.js").Row} Row
 * @typedef {import("./status.js").Count} Count
 * @typedef {import("./status.js").Status} Status
 * @typedef {{title: string, about: string, head: string[], rows: string[][]}} Part
 *   `about`: by which rule, or that there is nothing
 * @typedef {{title: string, lines: string[], head: string[], rows: string[][], parts: Part[],
 *   origin: string}} Report
 */

// As much as lets it stay one page.
const MOST = { late: 3, risks: 5, decisions: 3 };
const LETTERS = { name: 60, text: 85, who: 26 };

/** @param {string} text @param {number} most */
const cut = (text, most) => (text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text);

/** What a reader wrote, as much as there is room for. @param {string} text @param {number} most */
const own = (text, most) => isolated(cut(text.replace(/\s+/g, " ").trim(), most));

/** @param {Row} row @param {string} today @param {Words} t */
function line({ item, found }, today, t) {
  const who = found.responsible.trim();
  const words = found.due < today ? t("report.overdue", { day: day(found.due) }) : day(found.due);
  return [
    `${item.code} ${cut(item.text, LETTERS.text)}`,
    t(`priority.${priorityOf({ item, found })}`),
    who ? own(who, LETTERS.who) : t("report.nobody"),
    found.due ? words : t("report.undated"),
  ];
}

/** @param {string} title @param {string} about @param {Row[]} rows @param {string} today
 * @param {Words} t @returns {Part} */
function part(title, about, rows, today, t) {
  const head = [t("report.item"), t("report.priority"), t("report.responsible"), t("report.due")];
  return {
    ...{ title, about, head: rows.length ? head : [] },
    rows: rows.map((row) => line(row, today, t)),
  };
}

/** @param {Status} status @param {string} today @param {Words} t @returns {Part[]} */
function parts({ late, risks, decisions, role }, today, t) {
  const open = risks.map(({ row }) => row);
  const none = late.length ? "" : t("report.late_none");
  const some = t("report.late_some", { shown: MOST.late, n: late.length });
  const title = late.length > MOST.late ? some : t("report.late");
  const order = open.length ? t("report.risks_rule") : t("report.risks_none");
  const rule = role ? t("report.decisions_rule", { role }) : t("report.decisions_rule_all");
  const which = decisions.length ? rule : t("report.decisions_none");
  return [
    part(title, none, late.slice(0, MOST.late), today, t),
    part(t("report.risks"), order, open.slice(0, MOST.risks), today, t),
    part(t("report.decisions"), which, decisions.slice(0, MOST.decisions), today, t),
  ];
}

/** @param {string} title @param {Count} count */
const counted = (title, { done, doing, open, late }) =>
  [title, ...[done, doing, open, late].map(String)];

/**
 * @param {Status} status @param {{name: string, today: string, origin: string}} about the
 *   project's name, the day (ISO 8601), and what the guide says of itself
 * @param {Words} t @returns {Report}
 */
export function report(status, { name, today, origin }, t) {
  const { all, each, irrelevant, hidden, undated } = status;
  const states = [t("report.done"), t("report.doing"), t("report.open"), t("report.overdue_n")];
  const left = all.doing + all.open;
  const total = all.done + left;
  return {
    title: t("report.title", { name: own(name, LETTERS.name) }),
    lines: [
      `${t("report.as_of", { day: day(today) })} ${t("report.counted", { ...all, left, total })}`,
      [
        undated ? t("report.undated_n", { n: undated }) : "",
        irrelevant ? t("report.irrelevant_n", { n: irrelevant }) : "",
        hidden ? t("report.hidden_n", { n: hidden }) : "",
      ].filter(Boolean).join(" "),
    ].filter(Boolean),
    head: [t("report.priority"), ...states],
    rows: [
      ...each
        .filter(({ count }) => count.done + count.doing + count.open)
        .map(({ priority, count }) => counted(t(`priority.${priority}`), count)),
      counted(t("report.all"), all),
    ],
    parts: parts(status, today, t),
    origin,
  };
}
