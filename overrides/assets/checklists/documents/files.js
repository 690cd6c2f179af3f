// A document and a supplier's answer as files, read with the same rules as they are written. Pure.

import { PRIORITIES } from "../answers/fields.js";
import { cleaned } from "../formats/text.js";
import { FRAME, MOST, REPLIES, mark, numbered } from "./document.js";

/** @typedef {{reply: string, text: string, link: string, price: string}} Reply */

/** The document as a file that the supplier's page opens. */
export function toFile(doc) {
  const requirements = numbered(doc).map(({ id, number, group, priority, text }) => ({ id, number, group, priority, text }));
  return { format: "kravdokument", version: 1, id: doc.id, edition: mark(requirements), name: doc.name, frame: doc.frame, requirements };
}

const isMap = (thing) => typeof thing === "object" && thing !== null && !Array.isArray(thing);
const isText = (thing, most) => typeof thing === "string" && thing.length <= most;

/** A document file, checked; or the key of what is wrong with it. */
export function fromFile(text) {
  let found;
  try {
    found = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    return { problem: "json" };
  }
  if (!isMap(found) || found.format !== "kravdokument") return { problem: isMap(found) && found.format === "svar" ? "is_answer" : "not_document" };
  if (found.version > 1) return { problem: "newer" };
  const good =
    /^[a-z0-9]{1,16}$/.test(found.id) && isText(found.name, MOST.name) && isText(found.edition, 20) && isMap(found.frame) &&
    Array.isArray(found.requirements) && found.requirements.length > 0;
  if (!good) return { problem: "not_document" };
  if (found.requirements.length > MOST.requirements) return { problem: "large" };
  const numbers = new Set();
  for (const made of found.requirements) {
    const fine = isMap(made) && /^K[1-9]\d{0,3}$/.test(made.number) && PRIORITIES.includes(made.priority) && isText(made.text, MOST.text) && isText(made.group, 1000) && isText(made.id, 80);
    if (!fine) return { problem: "not_document" };
    if (numbers.has(made.number)) return { problem: "twice" };
    numbers.add(made.number);
  }
  const frame = Object.fromEntries(FRAME.map((name) => [name, isText(found.frame[name], MOST.text) ? cleaned(found.frame[name]) : ""]));
  const requirements = found.requirements.map(({ id, number, group, priority, text: words }) => ({ id, number, group: cleaned(group), priority, text: cleaned(words) }));
  return { document: { id: found.id, edition: found.edition, name: cleaned(found.name), frame, requirements } };
}

/** A supplier's answer as a file. @param {Record<string, Reply>} answers by requirement number */
export const answerFile = (document, name, answers) => ({
  format: "svar", version: 1, document: document.id, edition: document.edition, title: document.name, supplier: name, answers,
});

/** An answer file, checked; or the key of what is wrong with it. */
export function fromAnswerFile(text) {
  let found;
  try {
    found = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    return { problem: "json" };
  }
  if (!isMap(found) || found.format !== "svar") return { problem: isMap(found) && found.format === "kravdokument" ? "is_document" : "not_answer" };
  if (found.version > 1) return { problem: "newer" };
  if (!isText(found.document, 16) || !isText(found.edition, 20) || !isText(found.supplier, MOST.name) || !isMap(found.answers)) return { problem: "not_answer" };
  if (Object.keys(found.answers).length > MOST.requirements) return { problem: "large" };
  const answers = Object.create(null);
  for (const [number, made] of Object.entries(found.answers)) {
    if (!/^K[1-9]\d{0,3}$/.test(number) || !isMap(made)) return { problem: "not_answer" };
    answers[number] = reply(made);
  }
  return { answer: { supplier: cleaned(found.supplier), document: found.document, edition: found.edition, answers } };
}

/** A reply with only what a reply has. @returns {Reply} */
export function reply(made) {
  const text = (name, most) => cleaned(isText(made[name], 1e6) ? made[name] : "").slice(0, most);
  return { reply: REPLIES.includes(made.reply) ? made.reply : "", text: text("text", MOST.text), link: text("link", 2000), price: text("price", 100) };
}
