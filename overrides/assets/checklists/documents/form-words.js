// A supplier's price form in words: what each post comes to, how prices are regulated, and where
// the supplier reckons with other numbers than the customer.

import { amount as written, money } from "../elements/amounts.js";
import { isolated } from "../elements/isolated.js";
import * as figures from "./figures.js";
import { IN_WORDS, POSTS, postCode, quantity } from "./posts.js";
import { amountOf, priced } from "./price.js";

/**
 * @typedef {import("../elements/words.js").Words} Words
 * @typedef {import("./evaluation.js").Evaluation} Evaluation
 * @typedef {import("./evaluation.js").Judged1} Judged1
 */

/** «P2 Fast drift: 14 500 kr × 36 = 522 000 kr». @param {import("./cost.js").Part} part
 * @param {string} post @param {Words} t */
export function postWords({ sum, amount, total }, post, t) {
  const name = `${postCode(post)} ${t(`form_post_${post}`)}`;
  if (!sum) return t("judge.cost_post_free", { post: name });
  return t("judge.cost_post", {
    post: name,
    sum: money(sum, 2),
    amount: written(amount),
    total: figures.kroner(total),
  });
}

/** What of a form has to be known beside its sum.
 * @param {Judged1} one @param {Pick<Evaluation, "years" | "amounts">} assumed @param {Words} t
 * @returns {string[]} */
export function formNotes({ form = {} }, assumed, t) {
  const said = form[IN_WORDS];
  const index = said && (said.price || said.amount || said.sum);
  const filled = POSTS.some((id) => id !== IN_WORDS && form[id]?.price);
  return [
    index ? t("judge.form_index", { words: isolated(index) }) : "",
    filled && !index ? t("judge.form_no_index") : "",
    ...POSTS.filter((id) => id !== IN_WORDS).flatMap((id) => differs(id, form[id], assumed, t)),
  ].filter(Boolean);
}

/** Where the supplier's own numbers are others than ours.
 * @param {string} id @param {import("./posts.js").Priced | undefined} made
 * @param {Pick<Evaluation, "years" | "amounts">} assumed @param {Words} t */
function differs(id, made, assumed, t) {
  const ours = quantity(id, assumed).amount;
  const post = postCode(id);
  const [theirs, sum] = [amountOf(made?.amount ?? ""), amountOf(made?.sum ?? "")];
  const found = priced(made?.price ?? "");
  const words = { post, theirs: isolated(made?.amount ?? ""), sum: isolated(made?.sum ?? "") };
  const lines = [];
  if (made?.amount && theirs !== ours) {
    lines.push(
      ours === null
        ? t("judge.form_amount_own", words)
        : t("judge.form_amount", { ...words, ours: written(ours) }),
    );
  }
  const count = theirs ?? ours;
  const off = found.kind === "number" && sum !== null && count !== null;
  if (off && Math.abs(found.amount * count - sum) > 1) lines.push(t("judge.form_sum", words));
  return lines;
}
