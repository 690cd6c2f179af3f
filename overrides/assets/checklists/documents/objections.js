// What speaks against the choice that was made: told beside it, and on what is signed. Pure.

import { isolated } from "../elements/isolated.js";
import { chosen, onlyOf } from "./evaluation.js";
import * as figures from "./figures.js";
import { leaders, shares } from "./models.js";
import { namesOf, unmetOf } from "./verdict.js";

/**
 * @typedef {import("../elements/words.js").Words} Words
 * @typedef {import("./evaluation.js").Evaluation} Evaluation
 */

const NEAR = 1; // per cent: «33 og 67» is a third

/** Where the suppliers were told other weights, in numbers, than those that count here.
 * @param {Evaluation} made @param {Words} t */
function promised({ frame, settings }, t) {
  const text = frame.criteria ?? "";
  const said = (text.match(/\d+(?:[.,]\d+)?/g) ?? []).map((one) => Number(one.replace(",", ".")));
  // Where quality has a price it has no weight.
  if (said.length < 2 || settings.model === "priced") return "";
  const [ofQuality, ofPrice] = shares(settings);
  const rest = said.reduce((sum, one) => sum + one, -ofPrice); // what else counts may be parted
  const isSaid = (/** @type {number} */ share) => (/** @type {number} */ one) =>
    Math.abs(one - share) < NEAR;
  if (said.some(isSaid(ofPrice)) && [...said, rest].some(isSaid(ofQuality))) return "";
  const [q, p] = [ofQuality, ofPrice].map(figures.tenths);
  return t("judge.against_weights", { text: isolated(text), quality: q, price: p });
}

/**
 * An absolute requirement that nobody has looked away from, no other answer, somebody else who
 * leads, a price that is not known, requirements that were changed after the answer, other weights
 * than the suppliers were told. No choice is refused: whoever signs it has read this. Nothing while
 * nobody is chosen.
 * @param {Evaluation} made @param {Words} t @returns {string[]}
 */
export function objections(made, t) {
  const one = made.suppliers.find(({ id }) => id === made.decision.winner);
  if (!one) return [];
  const name = isolated(one.supplier);
  const first = chosen(made).problem ? [] : leaders(chosen(made));
  const names = figures.list(first.map(namesOf(made)));
  const list = unmetOf(one, t);
  return [
    list ? t("judge.against_unmet", { name, list }) : "",
    onlyOf(made) ? t("judge.against_alone", { name }) : "",
    first.length && !first.includes(one.id) ? t("judge.against_lead", { names, name }) : "",
    one.cost.total === null ? t("judge.against_price", { name }) : "",
    one.late ? t("judge.against_late", { name }) : "",
    promised(made, t),
  ].filter(Boolean);
}
