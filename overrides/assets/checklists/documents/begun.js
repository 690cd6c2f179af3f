// A supplier's answer that was begun on this machine: read by the rules of its file, joined with
// what another tab has written since. Pure.

import { fromFile, isNumber, reply, toOpened } from "./files.js";

/**
 * @typedef {import("./files.js").Opened} Opened
 * @typedef {import("./files.js").Reply} Reply
 * @typedef {{supplier: string, answers: Record<string, Reply>}} Answer by number
 * @typedef {{document: Opened, answer: Answer}} Begun
 */

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
  return { document: found.document, answer: { supplier, answers: Object.fromEntries(answers) } };
}

/**
 * What stands there now with what was changed here: another tab may have written the rest.
 * @param {Answer | undefined} there @param {Answer} here
 * @param {Set<string>} changed numbers, and «supplier»
 * @returns {Answer}
 */
export function joined(there, here, changed) {
  const made = { supplier: here.supplier, answers: { ...there?.answers } };
  if (there && !changed.has("supplier")) made.supplier = there.supplier;
  for (const number of changed) {
    if (here.answers[number]) made.answers[number] = here.answers[number];
  }
  return made;
}
