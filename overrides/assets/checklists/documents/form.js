// What a supplier has put into the price form: by one rule for writing and reading. Pure.

import { isMap } from "../answers/local.js";
import { text } from "./parts.js";
import { IN_WORDS, POSTS } from "./posts.js";
import { priced } from "./price.js";

/**
 * @typedef {import("./posts.js").Form} Form
 * @typedef {import("./posts.js").Priced} Priced
 */

const MOST = 200; // letters of a cell
const MOST_WORDS = 4000; // of how prices are regulated: a condition, and no number

/** How long what stands at a post may be. @param {string} id */
export const longest = (id) => (id === IN_WORDS ? MOST_WORDS : MOST);

/** A cell of the form with only what one has; null for one in which nothing stands.
 * @param {unknown} made @param {string} id @returns {Priced | null} */
function pricedOf(made, id) {
  const given = isMap(made) ? made : {};
  const [amount, sum] = ["amount", "sum"].map((name) => text(given[name], MOST));
  const price = text(given.price, longest(id));
  if (!price && !amount && !sum) return null;
  return { price, ...(amount ? { amount } : {}), ...(sum ? { sum } : {}) };
}

/** A form as far as it is one; posts that nobody asks for are left out.
 * @param {unknown} made @returns {Form} */
export function formOf(made) {
  const given = isMap(made) ? made : {};
  const all = POSTS.flatMap((id) => {
    const found = Object.hasOwn(given, id) ? pricedOf(given[id], id) : null;
    return found ? [/** @type {const} */ ([id, found])] : [];
  });
  return Object.fromEntries(all);
}

/** True when a price stands anywhere in a form. @param {Form | undefined} form */
export const isFilled = (form) => Object.values(form ?? {}).some(({ price }) => price);

/** What a price says, however it is written: a workbook has 10000 where «10.000» was typed.
 * @param {string} price */
function saidBy(price) {
  const found = priced(price);
  return found.kind === "number" ? JSON.stringify(found) : price;
}

/** The posts in which two forms do not say the same price.
 * @param {Form} [one] @param {Form} [other] @returns {string[]} */
export const differing = (one = {}, other = {}) =>
  POSTS.filter((id) => saidBy(one[id]?.price ?? "") !== saidBy(other[id]?.price ?? ""));
