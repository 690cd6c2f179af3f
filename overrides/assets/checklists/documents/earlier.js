// What of an answer that comes holds for a document as it is asked now: its own file from another
// machine or a colleague, or what was answered to an earlier edition. Pure.

import { reply } from "./files.js";

/**
 * @typedef {import("./begun.js").Answer} Answer
 * @typedef {import("./begun.js").Begun} Begun
 * @typedef {import("./files.js").Opened} Opened
 * @typedef {import("./files.js").Reply} Reply
 * @typedef {{answers: Record<string, Reply>, form: Record<string, string>}} Some by number, and
 *   prices by post
 */

const EMPTY = JSON.stringify(reply({}));

/** What a reply says; «» when it says nothing. @param {Reply | undefined} made */
function saidIn(made) {
  const words = JSON.stringify({ ...reply(made ?? {}), notes: undefined });
  return words === EMPTY ? "" : words;
}

/**
 * What `there` says that `here` does not: `fresh` where nothing is said here, `other` where
 * something else is. Nothing for numbers and posts that are not asked for.
 * @param {Answer} here @param {Answer} there @param {Opened} document
 * @returns {{fresh: Some, other: Some}}
 */
export function compared(here, there, { requirements, form = [] }) {
  /** @type {{fresh: Some, other: Some}} */
  const made = { fresh: { answers: {}, form: {} }, other: { answers: {}, form: {} } };
  for (const { number } of requirements) {
    const [mine, theirs] = [here, there].map((one) => saidIn(one.answers[number]));
    if (!theirs || mine === theirs) continue;
    made[mine ? "other" : "fresh"].answers[number] = reply(there.answers[number]);
  }
  for (const { id } of form) {
    const [mine, theirs] = [here, there].map((one) => one.form[id]?.price ?? "");
    if (!theirs || mine === theirs) continue;
    made[mine ? "other" : "fresh"].form[id] = theirs;
  }
  return made;
}

/** The numbers and posts of it. @param {Some} some */
export const namesOf = ({ answers, form }) => [...Object.keys(answers), ...Object.keys(form)];

/**
 * What was answered to an earlier edition, under the numbers that the same words have now: what is
 * asked otherwise is answered anew. Prices of the form go along.
 * @param {Begun} before @param {Opened} document @returns {Answer}
 */
export function carried({ document: old, answer }, { requirements }) {
  const was = new Map(old.requirements.map((one) => [one.id, one]));
  const same = requirements.flatMap(({ id, number, text }) => {
    const before = was.get(id);
    const made = before?.text === text && answer.answers[before.number];
    return made ? [/** @type {const} */ ([number, made])] : [];
  });
  return { supplier: answer.supplier, answers: Object.fromEntries(same), form: answer.form };
}

/** Of answers to other editions of a document the one that has most; undefined where there is
 * none. @param {Begun[]} all @param {Opened} document */
export function fullest(all, { id, edition }) {
  const count = (/** @type {Begun} */ { answer }) => Object.values(answer.answers).filter(saidIn);
  return all
    .filter(({ document }) => document.id === id && document.edition !== edition)
    .sort((a, b) => count(b).length - count(a).length)[0];
}

const BLANK = { reply: "", text: "", link: "", price: "" };

/** What stands now where `some` would be put, so that it can be put back.
 * @param {Answer} here @param {Some} some @returns {Some} */
export const before = (here, some) => ({
  answers: Object.fromEntries(
    Object.keys(some.answers).map((one) => [one, { ...BLANK, ...here.answers[one] }]),
  ),
  form: Object.fromEntries(
    Object.keys(some.form).map((one) => [one, here.form[one]?.price ?? ""]),
  ),
});

/** Of what was before, that which nobody has written over since `some` was put there.
 * @param {Answer} here @param {Some} some @param {Some} was @returns {Some} */
export function unchanged(here, some, was) {
  const isReply = (/** @type {string} */ one) =>
    saidIn(here.answers[one]) === saidIn(some.answers[one]);
  const isPrice = (/** @type {string} */ one) => here.form[one]?.price === some.form[one];
  return {
    answers: Object.fromEntries(Object.entries(was.answers).filter(([one]) => isReply(one))),
    form: Object.fromEntries(Object.entries(was.form).filter(([one]) => isPrice(one))),
  };
}
