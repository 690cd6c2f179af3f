// What the parts of a document may hold, by one rule for writing and reading them. Pure.
//
// They are kept as JSON and merged as texts; a colleague's file may hold anything in them.

import { PRIORITIES } from "../answers/fields.js";
import { cleaned } from "../formats/text.js";
import { MOST, REPLIES } from "./document.js";
import { isNumber, reply } from "./files.js";

const MOST_WEIGHT = 100;
const MOST_NOTE = 1000;
const MOST_GROUP = 1000;
const MOST_WORDS = 300;
const MOST_DOUBTS = 1000; // a file's own are fewer: what is put beside them here is told as well
const MARK = /^[a-z0-9]{1,20}$/;
const DOUBTED = ["number", "reply", "text", "link", "price"];
/** Why something is doubted: each has its words on the page. */
export const WHYS = [
  ...["twice", "doubled", "headless", "unplaced", "merged", "quote", "letters", "note"],
  ...["note_lost", "struck", "sign", "unclear", "day", "power", "kept"],
];

/**
 * @typedef {import("./document.js").Requirement} Requirement
 * @typedef {import("./files.js").Reply} Reply
 * @typedef {import("./kept.js").Assessment} Assessment
 * @typedef {import("./kept.js").Supplier} Supplier
 * @typedef {import("./rows.js").Doubt} Doubt
 */

/** @param {unknown} thing @returns {thing is Record<string, unknown>} */
const isMap = (thing) => typeof thing === "object" && thing !== null && !Array.isArray(thing);

/** @param {unknown} thing @param {number} most */
const text = (thing, most) => cleaned(typeof thing === "string" ? thing : "").slice(0, most);

/** @param {unknown} thing */
const number = (thing) => (typeof thing === "string" && isNumber(thing) ? thing : "");

/** @param {unknown} thing @returns {unknown[]} */
const list = (thing) => (Array.isArray(thing) ? thing : []);

/**
 * What a supplier has answered, and what is not for certain of it. A doubt that cannot be read is
 * still one. Of what is no answer at all it is said.
 * @param {unknown} made @returns {Supplier}
 */
export function supplierOf(made) {
  const given = isMap(made) && isMap(made.answers) ? made : null;
  if (!given) return { supplier: "", answers: {}, unread: [], doubts: [["", "kept", "", ""]] };
  const all = Object.entries(/** @type {object} */ (given.answers));
  const good = all.filter(([name, one]) => isNumber(name) && isMap(one));
  const answers = good.slice(0, MOST.requirements).map(([name, one]) => [name, reply(one)]);
  const doubts = list(given.doubts).slice(0, MOST_DOUBTS).map(doubtOf);
  if (answers.length < all.length) doubts.push(["", "kept", "", ""]);
  const marks = ["document", "edition"].filter((name) => MARK.test(String(given[name] ?? "")));
  return {
    supplier: text(given.supplier, MOST.name),
    ...Object.fromEntries(marks.map((name) => [name, given[name]])),
    answers: Object.fromEntries(answers),
    unread: list(given.unread).slice(0, MOST.requirements).flatMap(unreadOf),
    ...(doubts.length ? { doubts } : {}),
  };
}

/** @param {unknown} made @returns {[number: string, text: string][]} */
function unreadOf(made) {
  const [of, words] = list(made);
  return number(of) ? [[number(of), text(words, MOST_WORDS)]] : [];
}

/** @param {unknown} made @returns {Doubt} */
function doubtOf(made) {
  const [of, why, words, field] = list(made);
  return [
    number(of),
    WHYS.includes(String(why)) ? String(why) : "unclear",
    text(words, MOST_WORDS),
    DOUBTED.includes(String(field)) ? String(field) : "",
  ];
}

/** @param {unknown} made @returns {Assessment} */
export function assessmentOf(made) {
  if (!isMap(made)) return {};
  const own = REPLIES.includes(String(made.reply)) ? { reply: String(made.reply) } : {};
  const note = text(made.note, MOST_NOTE);
  return { ...own, ...(note ? { note } : {}) };
}

/** Weights by priority; what is no weight is left out. @param {unknown} made */
export function weightsOf(made) {
  const given = isMap(made) ? made : {};
  const good = PRIORITIES.filter((name) => {
    const weight = given[name];
    return typeof weight === "number" && weight >= 0 && weight <= MOST_WEIGHT;
  });
  return Object.fromEntries(good.map((name) => [name, Number(given[name])]));
}

/** @param {string} id that it is kept under @param {unknown} made
 * @returns {Requirement | null} null when it asks for nothing */
export function requirementOf(id, made) {
  if (!isMap(made) || !text(made.text, MOST.text)) return null;
  const { n, order, priority } = made;
  return {
    ...made,
    id,
    n: Number.isSafeInteger(n) && Number(n) > 0 ? Number(n) : 0,
    text: text(made.text, MOST.text),
    priority: PRIORITIES.includes(String(priority)) ? String(priority) : "should",
    group: text(made.group, MOST_GROUP),
    order: Number.isFinite(order) ? Number(order) : 0,
  };
}
