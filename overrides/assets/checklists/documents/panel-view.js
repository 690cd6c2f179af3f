// What several evaluators make of the answers: where they are apart, and what they agree on.

import { isolated } from "../elements/isolated.js";
import { node, options } from "../elements/node.js";
import { MOST } from "./evaluated.js";
import * as figures from "./figures.js";
import { agenda } from "./panel.js";
import { scale } from "./scoring.js";

/**
 * @typedef {import("../elements/words.js").Words} Words
 * @typedef {import("./evaluation.js").Evaluation} Evaluation
 * @typedef {import("./panel.js").Point} Point
 */

const MOST_LINES = 20;

/** @param {Evaluation} made @returns {Point[]} */
export const points = ({ requirements, suppliers, givenOf, weights }) =>
  agenda(requirements, suppliers.map(({ id }) => id), givenOf, weights);

/** What they must talk about: the spread first, then the mean. @param {Evaluation} made
 * @param {Words} t */
export function disagreements(made, t) {
  const all = points(made);
  const lines = all.slice(0, MOST_LINES).map((point) => line(point, made, t));
  const left = all.length - lines.length;
  return left > 0 ? [...lines, node("li", {}, t("doubts_more", { n: left }))] : lines;
}

/** @param {Point} point @param {Evaluation} made @param {Words} t */
export function spoken({ number, supplier, given, spread }, made, t) {
  const name = made.suppliers.find(({ id }) => id === supplier)?.supplier ?? "";
  const said = given.map((one) => {
    const note = one.note ? ` («${isolated(one.note)}»)` : "";
    return `${isolated(one.name)} ${one.score}${note}`;
  });
  return t("judge.apart", {
    ...{ number, name: isolated(name), least: spread.least, most: spread.most },
    ...{ mean: figures.points(spread.mean), said: said.join(", ") },
  });
}

/** @param {Point} point @param {Evaluation} made @param {Words} t */
function line(point, made, t) {
  const { number, supplier } = point;
  const name = made.suppliers.find(({ id }) => id === supplier)?.supplier ?? "";
  const found = made.agreed.get(number)?.[supplier];
  const marks = { "data-agreed": supplier, "data-number": number };
  const about = `${number} ${isolated(name)}`;
  const select = node(
    "select",
    { ...marks, "aria-label": `${t("judge.agreed")} ${about}` },
    ...options([["", t("judge.agreed_none")], ...scale(t)]),
  );
  select.value = found ? String(found[0]) : "";
  const why = node("input", {
    ...{ "data-agreed-why": supplier, "data-number": number, dir: "auto" },
    maxlength: String(MOST.note),
    "aria-label": `${t("judge.agreed_why")} ${about}`,
    placeholder: " ", // paper leaves out what is empty
  });
  why.value = found?.[1] ?? "";
  const text = node("p", {}, spoken(point, made, t));
  const pair = [
    node("label", {}, node("span", {}, t("judge.agreed")), select),
    node("label", {}, node("span", {}, t("judge.agreed_why")), why),
  ];
  const bare = found && !found[1].trim();
  const wants = bare ? node("p", { class: "checklist__where--warn" }, t("judge.agreed_bare")) : "";
  const both = node("div", { class: "checklist-answer__pair" }, ...pair);
  return node("li", {}, text, both, wants);
}
