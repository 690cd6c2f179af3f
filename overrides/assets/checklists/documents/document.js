// A requirements document: what is in it, how it begins and how it is numbered. Pure.

import { answered } from "../answers/answered.js";
import { EVERYTHING, fitting, levelOf } from "../answers/fit.js";
import { markOf } from "../answers/hash.js";
import { numbered as given } from "../answers/numbers.js";
import { filled, numbersOf } from "../answers/parameters.js";
import { facet } from "../elements/facet.js";

/** What the customer says in front of the requirements, in this order. */
export const FRAME = [
  ...["company", "who", "scope", "users", "open", "respond", "repair", "availability"],
  ...["downtime", "dataloss", "length", "options", "criteria", "deadline", "contact"],
];
export const REPLIES = ["yes", "partly", "no"];
export const MOST = { requirements: 2000, text: 10000, name: 200, group: 1000 };
const PREFIX = "K";

/**
 * @typedef {import("../answers/numbers.js").Requirement} Requirement
 * @typedef {Requirement & {number: string}} Numbered `number`: «K12», as everybody sees it
 * @typedef {import("../answers/parameters.js").Held} Held
 * @typedef {{id: string, name: string, frame: Record<string, string>, numbers: Held[],
 *   requirements: Requirement[], last?: number, edition?: string,
 *   assumed?: import("./posts.js").Assumed}} Doc `last`: the highest number ever given; `edition`:
 *   of what this is the same in another language; `assumed`: what the price form counts with
 * @typedef {import("../answers/answered.js").Answered} Answered
 * @typedef {import("../answers/state.js").Project} Project
 * @typedef {import("../elements/catalog.js").Catalog} Catalog
 * @typedef {import("../elements/catalog.js").Item} Item
 */

/**
 * The requirements that a new document begins with: those that the reader has ticked; when none
 * is, those meant for her, and where she has not answered whom the guide is to fit, those of them
 * that must be there. What is not relevant, or an answer of hers rules out, stays out; priority is
 * the reader's.
 * @param {Catalog} catalog @param {Project} project
 */
export function picked(catalog, project) {
  const all = catalog.items
    .filter((item) => item.requirement)
    .map((item) => ({ item, found: answered(project, item.id, item.was) }))
    .filter(({ found }) => found.status !== "irrelevant");
  const ticked = all.filter(({ found }) => found.status === "done");
  const fits = fitting(catalog.levels, project);
  const hers = all.filter(({ item }) => fits(item));
  const must = hers.filter(({ item, found }) => (found.priority || item.priority) === "must");
  const meant = levelOf(catalog.levels, project) < EVERYTHING ? hers : must;
  const numbers = numbersOf(catalog, project);
  const rows = (ticked.length ? ticked : meant).map(({ item, found }) =>
    fromItem(catalog, item, found, 0, numbers),
  );
  // Under their headings from the start, so that numbers run on through the document.
  return grouped(rows)
    .flatMap(([, some]) => some)
    .map((made, order) => ({ ...made, order }));
}

/** The requirement of an item, with the reader's numbers. @param {Item} item
 * @param {Held[]} numbers */
export const saidBy = ({ form, requirement = "" }, numbers) =>
  form ? filled(form, requirement, numbers) : requirement;

/**
 * A catalog item as a requirement of a document.
 * @param {Catalog} catalog @param {Item} item @param {Answered} found @param {number} order
 * @param {Held[]} numbers @returns {Requirement}
 */
export function fromItem(catalog, item, found, order, numbers) {
  const [first] = facet(item, "topic");
  const topic = catalog.facets.topic?.find(({ id }) => id === first);
  const group = topic ?? catalog.lists.find(({ id }) => id === item.list);
  return {
    id: item.id,
    n: 0,
    text: saidBy(item, numbers),
    ...(item.form ? { form: item.form } : {}),
    priority: found.priority || item.priority,
    group: group?.title ?? "",
    order,
  };
}

/**
 * Every requirement with the number it has: fixed ones keep theirs, new ones come after.
 * @param {Doc} doc @returns {Numbered[]}
 */
export const numbered = (doc) =>
  given(doc.requirements, doc.last ?? 0).map((made) => ({ ...made, number: called(made.n) }));

/** What a number is called. @param {number} n */
export const called = (n) => `${PREFIX}${n}`;

/**
 * Requirements under their headings, in the order in which each heading first occurs.
 * @template {{group: string}} T @param {T[]} requirements
 */
export const grouped = (requirements) => [...Map.groupBy(requirements, ({ group }) => group)];

/**
 * A short mark of what is asked: two documents with the same mark ask the same.
 * @param {{number: string, text: string, priority: string}[]} requirements
 */
export const mark = (requirements) =>
  markOf(
    requirements
      .map(({ number, text, priority }) => `${number}\u0000${text}\u0000${priority}\u0001`)
      .join(""),
  );

/**
 * What an availability in per cent allows in a year: whole hours and minutes; null when it is none.
 * @param {string} text
 */
export function allowed(text) {
  const number = Number(text.replace(",", ".").replace("%", "").trim());
  if (!text.trim() || !(number > 0 && number < 100)) return null;
  const all = Math.round((365 * 24 * 60 * (100 - number)) / 100);
  return { hours: Math.floor(all / 60), minutes: all % 60 };
}
