// The decision on one page of A4 on its side: who, why, what fails, what it costs, who signs.

import { node } from "../elements/node.js";
import { short } from "../elements/short.js";
import { decided, holding, ranking } from "./decision-files.js";
import { points as apart } from "./panel-view.js";
import { headline, reasons } from "./verdict.js";
import { SIDE, models } from "./verdict-view.js";

/**
 * @typedef {import("../elements/words.js").Words} Words
 * @typedef {import("./evaluation.js").Evaluation} Evaluation
 */

const MOST_REASONS = 10;
const MOST_HELD = 8;
const MOST_LETTERS = 320; // of what was written, so that it stays one page
const SIGN = 3;

/** @param {string[]} lines @param {number} most @param {Words} t */
function listed(lines, most, t) {
  const shown = lines.slice(0, most).map((line) => node("li", {}, line));
  const left = lines.length - shown.length;
  if (left > 0) shown.push(node("li", {}, t("doubts_more", { n: left })));
  return node("ul", {}, ...shown);
}

/** The ranking under every model. Two tables under each other would not stand on one page: more
 * suppliers than stand side by side have a row each. @param {Evaluation} made @param {Words} t */
function ranked(made, t) {
  if (made.suppliers.length < 2) return [];
  if (made.suppliers.length <= SIDE) return models(made, t);
  const { head, rows } = ranking(made, t);
  const body = rows.map(([name, ...others]) => {
    const cells = others.map((words) => node("td", {}, words));
    return node("tr", {}, node("th", { scope: "row" }, name), ...cells);
  });
  const heads = head.map((words) => node("th", { scope: "col" }, words));
  const title = node("caption", { class: "checklist__sr" }, t("judge.models"));
  const top = node("thead", {}, node("tr", {}, ...heads));
  return [node("table", {}, title, top, node("tbody", {}, ...body))];
}

/** @param {Evaluation} made @param {Words} t
 * @param {string[]} log lines of questions and answers */
export function sheet(made, t, log) {
  const rows = decided(made, t).map(([title, words]) =>
    node("div", {}, node("dt", {}, title), node("dd", {}, short(words, MOST_LETTERS) || "–")),
  );
  const held = holding(made, t);
  const signs = Array.from({ length: SIGN }, () => node("p", {}, t("judge.sign_line")));
  const far = apart(made).length;
  return node(
    "section",
    { class: "guide-sheet md-typeset" },
    node("h1", {}, t("judge.sheet_title", { name: made.name })),
    node("p", { class: "guide-sheet__lead" }, headline(made, t)),
    node(
      "div",
      { class: "guide-sheet__two" },
      node("div", {}, listed(reasons(made, t), MOST_REASONS, t), ...ranked(made, t)),
      node(
        "div",
        {},
        node("dl", {}, ...rows),
        held.length ? listed(held, MOST_HELD, t) : "",
        far ? node("p", {}, t("judge.sheet_apart", { n: far })) : "",
        ...log.map((line) => node("p", {}, line)),
      ),
    ),
    node("div", { class: "guide-sheet__signs" }, ...signs),
  );
}
