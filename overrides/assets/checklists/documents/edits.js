// What is kept when a document is begun or changed: pairs for `keep`. Pure but for new ids.

import { randomId } from "../answers/ids.js";
import * as kept from "./kept.js";

/**
 * @typedef {import("./document.js").Doc} Doc
 * @typedef {import("./document.js").Requirement} Requirement
 * @typedef {import("./kept.js").Pair} Pair
 */

const ID_LETTERS = 7;

/**
 * A document that is not there yet.
 * @param {string} name @param {Requirement[]} requirements
 * @param {{frame?: Record<string, string>, last?: number}} [more]
 */
export function begun(name, requirements, { frame = {}, last = 0 } = {}) {
  const id = `d${randomId(ID_LETTERS)}`;
  const said = Object.entries(frame).filter(([, text]) => text);
  const pairs = [
    kept.named(id, name),
    ...said.map(([key, text]) => kept.frame(id, key, text)),
    ...requirements.map((made) => kept.requirement(id, made)),
    ...(last ? [kept.given(id, last)] : []),
  ];
  return { id, pairs };
}

/** The place after the last requirement. @param {Doc} doc */
export const nextOrder = (doc) => Math.max(-1, ...doc.requirements.map(({ order }) => order)) + 1;

/**
 * A requirement that the reader has written.
 * @param {Doc} doc @param {string} text @param {string} group the heading of such
 * @returns {Pair[]}
 */
export function added(doc, text, group) {
  const id = `egen-${randomId(ID_LETTERS)}`;
  const made = { id, n: 0, text, priority: "should", group, order: nextOrder(doc) };
  return [kept.requirement(doc.id, made)];
}

/**
 * A requirement with something in it changed; nothing when it is there no more, nor for a text that
 * is empty meanwhile: that would take it out. Words of the reader's own follow no number.
 * @param {Doc} doc @param {string} id @param {Partial<Requirement>} change
 * @param {Requirement} [before] comes back where it was taken out meanwhile @returns {Pair[]}
 */
export function edited(doc, id, change, before) {
  const made = doc.requirements.find((one) => one.id === id) ?? before;
  const text = change.text ?? made?.text;
  const form = text === made?.text ? made?.form : undefined;
  return made && text?.trim() ? [kept.requirement(doc.id, { ...made, ...change, form })] : [];
}

/**
 * A requirement taken out; its number is never given again.
 * @param {Doc} doc @param {string} id @returns {Pair[]}
 */
export function out(doc, id) {
  const { n = 0 } = doc.requirements.find((one) => one.id === id) ?? {};
  const highest = doc.last ? [kept.given(doc.id, doc.last)] : [];
  return [kept.requirement(doc.id, { id, n, text: "" }), ...highest];
}
