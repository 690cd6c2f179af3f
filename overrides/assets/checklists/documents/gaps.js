// What a customer will have to ask about an answer, told to the supplier before it leaves. Pure.

import { priced } from "./price.js";

/**
 * @typedef {import("./files.js").Asked} Asked
 * @typedef {import("./files.js").Reply} Reply
 * @typedef {"missing" | "bare" | "refused" | "unproven" | "price"} Why `missing`: no choice is
 *   made; `bare`: partly or no, and not a word of why; `refused`: no to an absolute requirement;
 *   `unproven`: met, and the words say that it is not; `price`: a price that cannot be read as one
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
