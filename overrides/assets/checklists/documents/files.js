// A document and a supplier's answer as files: written, and read again by the same rules. Pure.

import { PRIORITIES, isName } from "../answers/fields.js";
import { isMap } from "../answers/local.js";
import { madeId } from "../answers/older.js";
import { cleaned } from "../formats/text.js";
import { FRAME, MOST, REPLIES, mark, numbered } from "./document.js";
import { formOf } from "./form.js";
import { assumedOf } from "./posts.js";

const VERSION = 1;
/** How long what a supplier writes may be. @type {Readonly<Record<string, number>>} */
export const LONGEST = { text: MOST.text, link: 2000, price: 500 };
const MOST_NOTES = 4000;
const NUMBER = /^K[1-9]\d{0,3}$/;
const POST = /^[a-z]{1,16}$/;
const LANGUAGE = /^[a-z]{2}$/;
const MOST_AMOUNT = 1e9;

/**
 * @typedef {{reply: string, text: string, link: string, price: string, notes?: string}} Reply
 *   `notes`: comments and footnotes that stood beside it
 * @typedef {{id: string, number: string, group: string, priority: string, text: string}} Asked
 * @typedef {import("./posts.js").Form} Form
 * @typedef {{id: string, amount: number | null}} Post of the price form, and how many of it
 * @typedef {{id: string, edition: string, name: string, frame: Record<string, string>,
 *   requirements: Asked[], form?: Post[], language?: string,
 *   assumed?: import("./posts.js").Assumed}} Opened a document that came in a file
 * @typedef {{supplier: string, document: string, edition: string,
 *   answers: Record<string, Reply>, form?: Form}} Answer answers by number
 */

/** True for what a requirement is called. @param {string} text */
export const isNumber = (text) => NUMBER.test(text);

/** @typedef {import("./document.js").Doc} Doc */

/** The document as a file that the supplier's page opens. @param {Doc} doc
 * @param {string} [language] that it is written in */
export function toFile(doc, language) {
  const requirements = numbered(doc).map(({ id, number, group, priority, text }) => ({
    id,
    number,
    group,
    priority,
    text,
  }));
  return {
    format: "kravdokument",
    version: VERSION,
    id: doc.id,
    edition: doc.edition ?? mark(requirements),
    name: doc.name,
    ...(language ? { language } : {}),
    frame: doc.frame,
    numbers: doc.numbers.map(({ id, title, value, shown }) => ({ id, title, value, shown })),
    requirements,
  };
}

/**
 * A supplier's answer as a file.
 * @param {Opened} document @param {string} supplier
 * @param {Record<string, Reply>} answers by number @param {Form} [form]
 */
export const answerFile = (document, supplier, answers, form = {}) => ({
  format: "svar",
  version: VERSION,
  document: document.id,
  edition: document.edition,
  title: document.name,
  supplier,
  answers,
  ...(Object.keys(form).length ? { form } : {}),
  of: asFile(document), // so that who wrote it can go on with it anywhere
});

/** @param {unknown} document */
const asFile = (document) => ({ ...Object(document), format: "kravdokument", version: VERSION });

/** A document that was opened before, as the text of its file. @param {unknown} document */
export const toOpened = (document) => JSON.stringify(asFile(document));

/** The document that the file of an answer bears; null where it bears none. @param {string} text
 * @returns {Opened | null} */
export function documentIn(text) {
  const read = data(text, "svar");
  if (read.problem !== undefined || !isMap(read.found.of)) return null;
  const found = fromFile(JSON.stringify(read.found.of));
  return found.problem === undefined ? found.document : null;
}

/** @typedef {Record<string, unknown>} Data */

/** @param {unknown} thing @param {number} most @returns {thing is string} */
const isText = (thing, most) => typeof thing === "string" && thing.length <= most;

/**
 * What a file of one of the two formats holds; or the key of what is wrong with it.
 * @param {string} text @param {"kravdokument" | "svar"} format
 * @returns {{found: Data, problem?: undefined} | {problem: string}}
 */
function data(text, format) {
  let found;
  try {
    found = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    return { problem: "json" };
  }
  const document = format === "kravdokument";
  const other = document ? "svar" : "kravdokument";
  if (!isMap(found) || found.format !== format) {
    if (isMap(found) && found.format === other) {
      return { problem: document ? "is_answer" : "is_document" };
    }
    return { problem: document ? "not_document" : "not_answer" };
  }
  return Number(found.version) > VERSION ? { problem: "newer" } : { found };
}

/**
 * A document file, checked; or the key of what is wrong with it.
 * @param {string} text @returns {{document: Opened, problem?: undefined} | {problem: string}}
 */
export function fromFile(text) {
  const read = data(text, "kravdokument");
  if (read.problem !== undefined) return { problem: read.problem };
  const { id, name, edition, frame, requirements, form, language, assumed } = read.found;
  const good =
    typeof id === "string" &&
    /^[a-z0-9]{1,16}$/.test(id) &&
    isText(name, MOST.name) &&
    isText(edition, 20) &&
    isMap(frame) &&
    Array.isArray(requirements) &&
    requirements.length > 0;
  if (!good) return { problem: "not_document" };
  const asked = requirementsOf(requirements);
  if (asked.problem !== undefined) return { problem: asked.problem };
  const words = FRAME.map((part) => {
    const said = frame[part];
    return [part, isText(said, MOST.text) ? cleaned(said) : ""];
  });
  const document = { id, edition, name: cleaned(name), frame: Object.fromEntries(words) };
  const posts = Array.isArray(form) ? { form: form.flatMap(postOf) } : {};
  const spoken = isText(language, 2) && LANGUAGE.test(language) ? { language } : {};
  const many = assumedOf(assumed);
  const more = many ? { ...posts, assumed: many } : posts;
  return { document: { ...document, ...spoken, requirements: asked.requirements, ...more } };
}

/** @param {unknown} made @returns {Post[]} */
function postOf(made) {
  if (!isMap(made) || !POST.test(String(made.id))) return [];
  const amount = Number(made.amount);
  return [{ id: String(made.id), amount: amount > 0 && amount <= MOST_AMOUNT ? amount : null }];
}

/**
 * @param {unknown[]} all
 * @returns {{requirements: Asked[], problem?: undefined} | {problem: string}}
 */
function requirementsOf(all) {
  if (all.length > MOST.requirements) return { problem: "large" };
  const numbers = new Set();
  /** @type {Set<string>} */
  const ids = new Set();
  /** @type {Asked[]} */
  const requirements = [];
  for (const made of all) {
    if (!isAsked(made)) return { problem: "not_document" };
    const { id, number, group, priority, text } = made;
    if (numbers.has(number)) return { problem: "twice" };
    numbers.add(number);
    // What the customer's own program calls it means nothing here: the number is what counts.
    const first = isName(id) ? id : madeId(id);
    const own = ids.has(first) ? madeId(`${id} ${number}`) : first;
    ids.add(own);
    requirements.push({ id: own, number, group: cleaned(group), priority, text: cleaned(text) });
  }
  return { requirements };
}

/** @param {unknown} made @returns {made is Asked} */
const isAsked = (made) =>
  isMap(made) &&
  isText(made.number, 5) &&
  isNumber(made.number) &&
  isText(made.priority, 10) &&
  PRIORITIES.includes(made.priority) &&
  isText(made.text, MOST.text) &&
  isText(made.group, MOST.group) &&
  isText(made.id, 80);

/**
 * An answer file, checked; or the key of what is wrong with it.
 * @param {string} text @returns {{answer: Answer, problem?: undefined} | {problem: string}}
 */
export function fromAnswerFile(text) {
  const read = data(text, "svar");
  if (read.problem !== undefined) return { problem: read.problem };
  const { document, edition, supplier, answers, form, of } = read.found;
  const good =
    isText(document, 16) && isText(edition, 20) && isText(supplier, MOST.name) && isMap(answers);
  if (!good) return { problem: "not_answer" };
  if (Object.keys(answers).length > MOST.requirements) return { problem: "large" };
  /** @type {Record<string, Reply>} */
  const replies = Object.create(null);
  for (const [number, made] of Object.entries(answers)) {
    if (!isNumber(number) || !isMap(made)) return { problem: "not_answer" };
    replies[number] = reply(made);
  }
  const prices = counted(formOf(form), of, { document, edition });
  const priced = Object.keys(prices).length ? { form: prices } : {};
  const about = { supplier: cleaned(supplier), document, edition };
  return { answer: { ...about, answers: replies, ...priced } };
}

/** A form with how many were asked for, where the file bears its document: the prices were given
 * for so many, whatever the customer counts with later.
 * @param {import("./posts.js").Form} form @param {unknown} of
 * @param {{document: string, edition: string}} about @returns {import("./posts.js").Form} */
function counted(form, of, { document, edition }) {
  const isOf = isMap(of) && of.id === document && of.edition === edition;
  const asked = isOf && Array.isArray(of.form) ? of.form.flatMap(postOf) : [];
  const many = new Map(asked.map(({ id, amount }) => [id, amount]));
  const all = Object.entries(form).map(([id, made]) => {
    const amount = made.amount ? null : many.get(id);
    return [id, amount ? { ...made, amount: `${amount}` } : made];
  });
  return Object.fromEntries(all);
}

/** A reply with only what a reply has. @param {Data} made @returns {Reply} */
export function reply(made) {
  /** @param {string} name @param {number} most */
  const text = (name, most) => {
    const said = made[name];
    return cleaned(isText(said, 1e6) ? said : "").slice(0, most);
  };
  const notes = text("notes", MOST_NOTES);
  return {
    reply: isText(made.reply, 10) && REPLIES.includes(made.reply) ? made.reply : "",
    text: text("text", LONGEST.text),
    link: text("link", LONGEST.link),
    price: text("price", LONGEST.price),
    ...(notes ? { notes } : {}),
  };
}
