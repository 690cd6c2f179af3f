// What a customer will have to ask about an answer, told to the supplier before it leaves. Pure.

import { isFitting } from "./form-cost.js";
import { IN_WORDS, POSTS, postCode } from "./posts.js";
import { priced } from "./price.js";

/**
 * @typedef {import("./files.js").Asked} Asked
 * @typedef {import("./files.js").Reply} Reply
 * @typedef {"missing" | "bare" | "refused" | "unproven" | "price" | "post" | "unfit" |
 *   "index"} Why
 *   `missing`: no choice is made; `bare`: partly or no, and not a word of why; `refused`: no to an
 *   absolute requirement; `unproven`: met, and the words say that it is not; `price`: a price that
 *   cannot be read as one; `post`: a post of the price form without a price where others of it have
 *   one; `unfit`: a price in other money, with VAT or for another time than is asked; `index`: the
 *   post that says in words how prices change, without a word
 * @typedef {{number: string, why: Why}} Gap
 */

// «Oppfylt», and then that it is not: what a hurried hand leaves behind.
const NOT = /\b(?:ikke oppfylt|oppfylles ikke|kan ikke|leverer ikke|tilbyr ikke|støttes ikke)\b/i;

/** @param {Asked[]} requirements @param {Record<string, Reply>} answers by number
 * @returns {Gap[]} in the order of the requirements */
export const gaps = (requirements, answers) =>
  requirements.flatMap(({ number, priority }) =>
    whys(priority, answers[number]).map((why) => ({ number, why })),
  );

/**
 * The same of the price form; one that nobody has begun may come by itself.
 * @param {import("./files.js").Post[] | undefined} asked @param {import("./posts.js").Form} [form]
 * @returns {Gap[]}
 */
export function formGaps(asked = [], form = {}) {
  const posts = asked.map(({ id }) => id).filter((id) => POSTS.includes(id));
  if (!posts.some((id) => form[id]?.price.trim())) return [];
  return posts.flatMap((id) => {
    const price = form[id]?.price.trim() ?? "";
    const number = postCode(id);
    if (!price) return [/** @type {Gap} */ ({ number, why: id === IN_WORDS ? "index" : "post" })];
    const found = id === IN_WORDS ? null : priced(price);
    if (found?.kind === "unread") return [/** @type {Gap} */ ({ number, why: "price" })];
    const other = found?.kind === "number" && !isFitting(id, found);
    return other ? [/** @type {Gap} */ ({ number, why: "unfit" })] : [];
  });
}

/** @param {string} priority @param {Partial<Reply> | undefined} found @returns {Why[]} */
function whys(priority, { reply = "", text = "", price = "" } = {}) {
  /** @type {Why[]} */
  const made = [];
  if (!reply) made.push("missing");
  if ((reply === "partly" || reply === "no") && !text.trim()) made.push("bare");
  if (reply === "no" && priority === "must") made.push("refused");
  if (reply === "yes" && NOT.test(text)) made.push("unproven");
  if (priced(price).kind === "unread") made.push("price");
  return made;
}
