// The price form where a supplier answers: a row for each post, with how many of it the customer
// reckons with and what it comes to.

import { amount as written, money } from "../elements/amounts.js";
import { seek } from "../elements/find.js";
import { node } from "../elements/node.js";
import { longest } from "./form.js";
import { isFitting } from "./form-cost.js";
import { IN_WORDS, POSTS, postCode } from "./posts.js";
import { priced } from "./price.js";

/**
 * @typedef {import("../elements/words.js").Words} Words
 * @typedef {import("./files.js").Post} Post
 * @typedef {import("./posts.js").Form} Form
 */

/** The posts of a document that we know, as rows. @param {Post[] | undefined} asked
 * @param {Form} form @param {Words} t @returns {HTMLElement[]} */
export function formRows(asked, form, t) {
  const known = (asked ?? []).filter(({ id }) => POSTS.includes(id));
  if (!known.length) return [];
  return [
    node("h3", {}, t("form_form")),
    node("p", {}, t("form_how")),
    ...known.map((post) => row(post, form[post.id]?.price ?? "", t)),
  ];
}

/** The form stands after the requirements, also where a page of an edition's own has no place for
 * it. @param {HTMLElement} root @param {HTMLElement} after @param {HTMLElement[]} rows */
export function showForm(root, after, rows) {
  const there = seek(root, "[data-prices]", HTMLElement);
  const place = there ?? node("div", { "data-prices": "" });
  if (!there) after.after(place);
  place.replaceChildren(...rows);
  place.hidden = !rows.length; // a part with a name and nothing in it is heard all the same
}

/** @param {Post} post @param {string} price @param {Words} t */
function row({ id, amount }, price, t) {
  const code = postCode(id);
  const gap = { id: `${code}-feil`, class: "checklist-answer__problem", "data-gap": code };
  const words = id === IN_WORDS;
  const about = { "data-post": id, maxlength: `${longest(id)}`, "aria-describedby": gap.id };
  const field = words
    ? node("textarea", { ...about, rows: "2", dir: "auto" })
    : node("input", { ...about, inputmode: "decimal", dir: "auto" });
  field.value = price;
  const unit = words ? "" : `${t("form_unit")}: ${t(`form_unit_${id}`)}`;
  const many = amount === null ? "" : `${t("form_amount")}: ${written(amount)}`;
  const asked = [unit, many].filter(Boolean).join(" · ");
  const label = words ? t("reply.text") : t("form_each");
  return node(
    "fieldset",
    { id: code, class: "guide-reply__row" },
    node("legend", {}, `${code} · ${t(`form_post_${id}`)}`),
    ...(asked ? [node("p", {}, asked)] : []),
    node("p", { ...gap, hidden: true }),
    node("label", {}, node("span", {}, label), field),
    node("p", { "data-post-sum": id }, sumWords(id, amount, price, t)),
  );
}

/** What a post comes to; «» where that is not known, or it is another price than was asked for.
 * @param {string} id @param {number | null} amount @param {string} price @param {Words} t */
function sumWords(id, amount, price, t) {
  const found = priced(price);
  if (id === IN_WORDS || found.kind !== "number" || amount === null) return "";
  if (!isFitting(id, found)) return "";
  return `${t("form_sum")}: ${money(found.amount * amount, 2)}`;
}

/** While a price is written its sum follows. @param {HTMLElement} root
 * @param {Post[] | undefined} asked @param {string} id @param {string} price @param {Words} t */
export function followed(root, asked = [], id, price, t) {
  const place = root.querySelector(`[data-post-sum=${id}]`);
  const amount = asked.find((one) => one.id === id)?.amount ?? null;
  if (place) place.textContent = sumWords(id, amount, price, t);
}
