// The comparison on the page: what was chosen, and what it comes to.

import { drawnIn } from "../elements/drawn-in.js";
import { find, findAll, isField } from "../elements/find.js";
import { isolated } from "../elements/isolated.js";
import { node, options } from "../elements/node.js";
import { firmness, questions, ranking } from "./compare-table.js";
import { DECISION } from "./evaluated.js";
import { objections } from "./objections.js";
import { pictures } from "./pictures.js";
import { priceQuestions } from "./verdict.js";
import * as view from "./verdict-view.js";
import { amount } from "../elements/amounts.js";
import { put } from "../elements/put.js";

/**
 * @typedef {import("../elements/words.js").Words} Words
 * @typedef {import("./evaluation.js").Evaluation} Evaluation
 */

/** @param {Element | null} field @param {string} to */
function fill(field, to) {
  if (field && isField(field)) put(field, to);
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

/**
 * What the answers come to: a piece for each part of the page, by its name.
 * @param {HTMLElement} root @param {() => Evaluation} made worked out when the first piece asks
 * @param {Words} t @returns {[name: string, piece: () => void][]}
 */
export function result(root, made, t) {
  const part = (/** @type {string} */ name) => find(root, `[data-${name}]`, HTMLElement);
  /** @type {Record<string, (made: Evaluation) => (Node | string)[]>} */
  const parts = {
    verdict: (one) => view.verdict(one, t),
    models: (one) => view.models(one, t),
    notes: (one) => view.notes(one, t).map((line) => node("li", {}, line)),
    costs: (one) => view.costs(one, t),
    units: (one) => view.units(one, t),
    rank: (one) => ranking(one.requirements, one.suppliers, one.weights, t),
    sensitivity: (one) => firmness(one.requirements, one.suppliers, one.weights, t),
    questions: (one) => [
      ...priceQuestions(one.suppliers, t).map((line) => node("li", {}, line)),
      ...questions(one.requirements, one.suppliers, one.weights, t),
    ],
  };
  const against = () => showObjections(part("against"), made(), t);
  const fill = (/** @type {HTMLElement} */ holder, /** @type {(Node | string)[]} */ all) =>
    drawnIn(root, holder, () => holder.replaceChildren(...all));
  const lifts = () => {
    const lines = view.lifts(made(), t);
    part("lifts").hidden = !lines.length;
    fill(find(part("lifts"), "ul", HTMLElement), lines);
  };
  return [
    ["made", made],
    ...Object.entries(parts).map(([name, of]) =>
      /** @type {[string, () => void]} */ ([name, () => fill(part(name), of(made()))]),
    ),
    ["lifts", lifts],
    ["against", against],
    ["pictures", () => showPictures(root, made(), t)],
  ];
}

/** Beside the choice, what speaks against it; said again only when it is something else.
 * @param {HTMLElement} place @param {Evaluation} made @param {Words} t */
function showObjections(place, made, t) {
  const all = objections(made, t);
  const now = all.length ? [t("judge.against_text"), ...all] : [];
  if (now.join("") === place.textContent) return;
  const [text, ...lines] = now;
  const list = node("ul", {}, ...lines.map((line) => node("li", {}, line)));
  const box = () => node("div", { class: "guide-plan__banner" }, node("p", {}, text), list);
  place.replaceChildren(...(text ? [box()] : []));
}

/** The pictures, when somebody looks at them. @param {HTMLElement} root @param {Evaluation} made
 * @param {Words} t */
export function showPictures(root, made, t) {
  const fold = find(root, "details[data-pictures]", HTMLDetailsElement);
  const there = fold.open && made.suppliers.length > 1;
  find(fold, "div", HTMLElement).replaceChildren(...(there ? pictures(made, t) : []));
}
