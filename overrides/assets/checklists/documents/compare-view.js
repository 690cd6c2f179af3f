// The comparison on the page: what was chosen, and what it comes to.

import { find, findAll, isField } from "../elements/find.js";
import { isolated } from "../elements/isolated.js";
import { node, options } from "../elements/node.js";
import { firmness, questions, ranking } from "./compare-table.js";
import { DECISION } from "./evaluated.js";
import { pictures } from "./pictures.js";
import * as view from "./verdict-view.js";
import { amount } from "../elements/amounts.js";

/**
 * @typedef {import("../elements/words.js").Words} Words
 * @typedef {import("./evaluation.js").Evaluation} Evaluation
 */

/** Not while it is written in. @param {Element | null} field @param {string} to */
function fill(field, to) {
  if (field && isField(field) && field !== document.activeElement) field.value = to;
}

/** @param {unknown} thing */
const shown = (thing) =>
  typeof thing === "number" ? amount(thing) : String(thing ?? "");

/**
 * The weights, the settings and the decision in their fields.
 * @param {HTMLElement} root @param {Evaluation} made @param {Words} t
 */
export function showFields(root, { weights, settings, years, decision, suppliers }, t) {
  for (const field of findAll(root, "[data-weight]", HTMLInputElement)) {
    fill(field, String(weights[field.dataset.weight ?? ""]));
  }
  /** @type {Record<string, unknown>} */
  const said = { ...settings, years };
  for (const field of findAll(root, "[data-setting]", HTMLElement)) {
    fill(field, shown(said[field.dataset.setting ?? ""]));
  }
  const winner = find(root, "[data-decision=winner]", HTMLSelectElement);
  const names = suppliers.map(
    ({ id, supplier }) => /** @type {const} */ ([id, isolated(supplier)]),
  );
  winner.replaceChildren(...options([["", t("judge.decision_nobody")], ...names]));
  for (const name of DECISION) fill(root.querySelector(`[data-decision=${name}]`), decision[name]);
}

/** What the answers come to. @param {HTMLElement} root @param {Evaluation} made @param {Words} t */
export function showResult(root, made, t) {
  const { requirements, suppliers, weights } = made;
  const part = (/** @type {string} */ name) => find(root, `[data-${name}]`, HTMLElement);
  const given = /** @type {const} */ ([requirements, suppliers, weights, t]);
  const notes = view.notes(made, t).map((line) => node("li", {}, line));
  const lifts = view.lifts(made, t);
  part("verdict").replaceChildren(...view.verdict(made, t));
  part("models").replaceChildren(...view.models(made, t));
  part("notes").replaceChildren(...notes);
  part("costs").replaceChildren(...view.costs(made, t));
  part("units").replaceChildren(...view.units(made, t));
  part("lifts").hidden = !lifts.length;
  find(part("lifts"), "ul", HTMLElement).replaceChildren(...lifts);
  part("rank").replaceChildren(...ranking(...given));
  part("sensitivity").replaceChildren(...firmness(...given));
  showPictures(root, made, t);
  part("questions").replaceChildren(...questions(...given));
}

/** The pictures, when somebody looks at them. @param {HTMLElement} root @param {Evaluation} made
 * @param {Words} t */
export function showPictures(root, made, t) {
  const fold = find(root, "details[data-pictures]", HTMLDetailsElement);
  const there = fold.open && made.suppliers.length > 1;
  find(fold, "div", HTMLElement).replaceChildren(...(there ? pictures(made, t) : []));
}
