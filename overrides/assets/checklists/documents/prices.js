// The prices of an answer, each read once: every change of anything asks for all of them. Pure.

import { once } from "../answers/once.js";
import { isDoubted } from "./doubted.js";
import { priced } from "./price.js";

/**
 * @typedef {import("./files.js").Reply} Reply
 * @typedef {import("./price.js").Given} Given
 * @typedef {Pick<import("./kept.js").Supplier, "answers" | "doubts">} Replied
 */

const priceOf = once((/** @type {Reply} */ reply) => priced(reply.price ?? ""));

/** @param {{number: string}[]} requirements @param {Replied} one @returns {Given[]} */
export const pricesOf = (requirements, one) =>
  requirements.map(({ number }) => {
    const reply = one.answers[number];
    const doubted = isDoubted(one, number, "price");
    if (!reply) return { number, price: "", doubted };
    return { number, price: reply.price ?? "", doubted, found: priceOf(reply) };
  });
