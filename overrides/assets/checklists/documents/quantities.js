// How many of each post the price form asks for, where the frame does not say it: written in the
// builder before the form is sent, and kept where the comparison counts with it.

import { amount as written } from "../elements/amounts.js";
import { find, findAll } from "../elements/find.js";
import { isolated } from "../elements/isolated.js";
import { node } from "../elements/node.js";
import { QUANTITIES, YEARS, counted, quantityPair } from "./counted.js";
import { postCode } from "./posts.js";
import { posts } from "./price-form.js";

/**
 * @typedef {import("../elements/words.js").Words} Words
 * @typedef {import("./document.js").Doc} Doc
 */

/**
 * The fields with what is kept, and what each post comes to over the contract; a field that is
 * written in stays as it is.
 * @param {import("../elements/tool.js").Tool} tool @param {import("./shown.js").Shown} shown
 * @param {import("../elements/keep.js").Keeper} keeper
 * @param {import("../elements/said.js").Said} told
 */
export function quantities({ root, t }, shown, keeper, told) {
  const holder = find(root, "[data-posts]", HTMLElement);
  const show = (/** @type {Element | null} */ writing) =>
    fill(holder, counted(shown.doc, shown.project), writing, t);
  const keep = (/** @type {HTMLInputElement} */ field) => {
    const pair = quantityPair(shown.id, field.dataset.quantity ?? "", field.value);
    if (pair) keeper.keep([pair]);
    else told.say(t("judge.no_value", { value: isolated(field.value) }));
    show(null);
  };
  if (!holder.children.length) {
    holder.append(...QUANTITIES.map((name) => line(name, keep, t)));
  }
  show(document.activeElement);
}

/** What each number is called, by its name. @param {Words} t @returns {Record<string, string>} */
export const labels = (t) => ({
  [YEARS]: t("judge.set_years"),
  user: t("judge_amount_of.user"),
  hour: t("judge_amount_of.hour"),
  visit: t("judge_amount_of.visit"),
  exit: t("judge_amount_of.exit"),
});

/** @param {string} name @param {(field: HTMLInputElement) => void} keep @param {Words} t */
function line(name, keep, t) {
  const label = labels(t)[name];
  const about = { "data-quantity": name, inputmode: "decimal", maxlength: "12" };
  const field = node("input", { ...about, autocomplete: "off" });
  field.addEventListener("change", () => keep(field));
  const words = node("label", {}, node("span", {}, label), node("br"), field);
  const comesTo = node("span", { role: "status", "data-comes-to": postOf(name) });
  return node("p", {}, words, node("br"), comesTo);
}

/** The post that shows what a number comes to. @param {string} name */
const postOf = (name) => (name === YEARS ? "fixed" : name);

/** What is kept in every field but the one that is written in, and what it comes to.
 * @param {HTMLElement} holder @param {Doc} doc @param {Element | null} writing @param {Words} t */
function fill(holder, doc, writing, t) {
  const { years = null, amounts = {} } = doc.assumed ?? {};
  const all = posts(doc);
  for (const field of findAll(holder, "input", HTMLInputElement)) {
    const { quantity = "" } = field.dataset;
    const value = quantity === YEARS ? years : amounts[quantity];
    if (field !== writing) field.value = typeof value === "number" ? written(value) : "";
    const id = postOf(quantity);
    const many = all.find((one) => one.id === id)?.amount ?? null;
    const place = find(holder, `[data-comes-to=${id}]`, HTMLElement);
    const said = `${postCode(id)} · ${t("form_amount")}: `;
    // It has its room from the start: what moves is not hit.
    place.textContent = many === null ? "\u00a0" : said + written(many);
  }
}
