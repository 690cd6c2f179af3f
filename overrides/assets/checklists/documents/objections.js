// What speaks against the choice that was made: told beside it, and on what is signed. Pure.

import { isolated } from "../elements/isolated.js";
import { chosen } from "./evaluation.js";
import * as figures from "./figures.js";
import { leaders } from "./models.js";
import { namesOf } from "./verdict.js";

/**
 * @typedef {import("../elements/words.js").Words} Words
 * @typedef {import("./evaluation.js").Evaluation} Evaluation
 */

/**
 * An absolute requirement that nobody has looked away from, somebody else who leads, a price that
 * is not known, requirements that were changed after the answer. No choice is refused: whoever
 * signs it has read this. Nothing while nobody is chosen.
 * @param {Evaluation} made @param {Words} t @returns {string[]}
 */
export function objections(made, t) {
  const one = made.suppliers.find(({ id }) => id === made.decision.winner);
  if (!one) return [];
  const name = isolated(one.supplier);
  const first = chosen(made).problem ? [] : leaders(chosen(made));
  const names = figures.list(first.map(namesOf(made)));
  const list = one.unmet.join(", ");
  return [
    list ? t("judge.against_unmet", { name, list }) : "",
    first.length && !first.includes(one.id) ? t("judge.against_lead", { names, name }) : "",
    one.cost.total === null ? t("judge.against_price", { name }) : "",
    one.late ? t("judge.against_late", { name }) : "",
  ].filter(Boolean);
}
