// A supplier's answer that was begun on this machine: read by the rules of its file, joined with
// what another tab has written since. Pure.

import { fromFile, isNumber, reply, toOpened } from "./files.js";
import { formOf } from "./form.js";

/**
 * @typedef {import("./files.js").Opened} Opened
 * @typedef {import("./files.js").Reply} Reply
 * @typedef {{supplier: string, answers: Record<string, Reply>,
 *   form: import("./posts.js").Form}} Answer by number, and the price form by post
 * @typedef {{document: Opened, answer: Answer, opened: string}} Begun `opened`: the day it came,
 *   «» of those from before that was kept
 */

/** What a begun answer is kept under. @param {Pick<Opened, "id" | "edition">} document */
export const keyOf = ({ id, edition }) => `svar:${id}-${edition}`;

/** @returns {Answer} */
export const empty = () => ({ supplier: "", answers: {}, form: {} });

/** What is kept of a begun answer; null when it cannot be read. @param {string} text
 * @returns {Begun | null} */
export function begunOf(text) {
  let made;
  try {
    made = JSON.parse(text);
  } catch {
    return null;
  }
  const found = fromFile(toOpened(made?.document));
  if (found.problem !== undefined) return null;
  const answers = Object.entries(made.answer?.answers ?? {})
    .filter(([number, one]) => isNumber(number) && typeof one === "object" && one !== null)
    .map(([number, one]) => [number, reply(one)]);
  const supplier = String(made.answer?.supplier ?? "");
  const form = formOf(made.answer?.form);
  const answer = { supplier, answers: Object.fromEntries(answers), form };
  const opened = /^\d{4}-\d\d-\d\d$/.test(made.opened) ? made.opened : "";
  return { document: found.document, answer, opened };
}

/**
 * What stands there now with what was changed here: another tab may have written the rest. Where
 * nothing stands, because another tab took it away, all that is here.
 * @param {Answer | undefined} there @param {Answer} here
 * @param {Set<string>} changed numbers, posts, and «supplier»
 * @returns {Answer}
 */
export function joined(there, here, changed) {
  if (!there) return here;
  /** @type {Answer} */
  const made = { ...here, answers: { ...there.answers }, form: { ...there.form } };
  if (!changed.has("supplier")) made.supplier = there.supplier;
  for (const number of changed) {
    if (here.answers[number]) made.answers[number] = here.answers[number];
    if (here.form[number]) made.form[number] = here.form[number];
  }
  return made;
}
