// What suppliers have answered, and what we think of it: kept with a document, by one rule for
// writing and reading. Pure.

import { PRIORITIES } from "../answers/fields.js";
import { isMap } from "../answers/local.js";
import { askedOf } from "./asked-text.js";
import { MOST, REPLIES } from "./document.js";
import { isNumber, reply } from "./files.js";
import { formOf } from "./form.js";
import { json, key, readUnder, text as kept } from "./kept.js";
import { text } from "./parts.js";
import { byPlace } from "./places.js";
import { codeIn } from "./posts.js";

// What is weighed when nobody has said anything else.
const WEIGHTS = { must: 5, should: 3, could: 1 };
export const MOST_WEIGHT = 100;
/** Letters of what we note at a supplier's answer. */
export const MOST_NOTE = 1000;
const MOST_WORDS = 300;
const MOST_DOUBTS = 1000; // a file's own are fewer: what is put beside them here is told as well
const MARK = /^[a-z0-9]{1,20}$/;
const DOUBTED = ["number", "reply", "text", "link", "price"];
/** Why something is doubted: each has its words on the page. */
export const WHYS = [
  ...["twice", "doubled", "headless", "unplaced", "merged", "quote", "letters", "note"],
  ...["note_lost", "struck", "sign", "unclear", "day", "power", "kept", "typed"],
  ...["twice_post", "extra", "cut"],
];

/**
 * @typedef {import("../answers/state.js").Project} Project
 * @typedef {import("./files.js").Reply} Reply
 * @typedef {import("./kept.js").Assessment} Assessment
 * @typedef {import("./kept.js").Pair} Pair
 * @typedef {import("./kept.js").Supplier} Supplier
 * @typedef {import("./rows.js").Doubt} Doubt
 */

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
    ...prices(given.form),
    ...asking(given.asked),
    unread: list(given.unread).slice(0, MOST.requirements).flatMap(unreadOf),
    ...(doubts.length ? { doubts } : {}),
  };
}

/** @param {unknown} made */
function prices(made) {
  const form = formOf(made);
  return Object.keys(form).length ? { form } : {};
}

/** @param {unknown} made */
function asking(made) {
  const asked = askedOf(made);
  return Object.keys(asked).length ? { asked } : {};
}

/** What a doubt is of: a requirement, or a post of the price form. @param {unknown} thing */
const placeOf = (thing) => number(thing) || (typeof thing === "string" ? codeIn(thing) : "");

/** @param {unknown} made @returns {[number: string, text: string][]} */
function unreadOf(made) {
  const [of, words] = list(made);
  return number(of) ? [[number(of), text(words, MOST_WORDS)]] : [];
}

/** @param {unknown} made @returns {Doubt} */
function doubtOf(made) {
  const [of, why, words, field] = list(made);
  return [
    placeOf(of),
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

/**
 * @param {string} id @param {string} supplierId @param {Supplier | null} made null takes it out
 * @returns {Pair}
 */
export const supplier = (id, supplierId, made) => [
  key(id, "s", supplierId),
  made ? JSON.stringify(supplierOf(made)) : "",
];

/**
 * @param {string} id @param {string} supplierId @param {string} number the requirement's
 * @param {Assessment} made @returns {Pair}
 */
export const assessment = (id, supplierId, number, made) => [
  key(id, "a", supplierId, number.toLowerCase()),
  JSON.stringify(assessmentOf(made)),
];

/** @param {string} id @param {Record<string, number>} made @returns {Pair} */
export const weights = (id, made) => [key(id, "w"), JSON.stringify(weightsOf(made))];

const supplied = readUnder(supplierOf);

/**
 * [id, supplier] of the answers that were opened for a document.
 * @param {Project} project @param {string} id @returns {[id: string, made: Supplier][]}
 */
export const suppliers = (project, id) =>
  supplied(project, id, "s").sort(byPlace);

const assessments = readUnder(assessmentOf);

/** What we think of a supplier's replies, by requirement: «k4».
 * @param {Project} project @param {string} id @param {string} supplierId */
export const allAssessed = (project, id, supplierId) =>
  new Map(assessments(project, id, "a", supplierId));

/**
 * @param {Project} project @param {string} id @param {string} supplierId @param {string} number
 * @returns {Assessment}
 */
export const assessed = (project, id, supplierId, number) =>
  allAssessed(project, id, supplierId).get(number.toLowerCase()) ?? {};

/** @param {Project} project @param {string} id @returns {Record<string, number>} by priority */
export const weighed = (project, id) => ({
  ...WEIGHTS,
  ...weightsOf(json(kept(project, id, "w"))),
});
