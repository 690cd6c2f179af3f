// A requirements document: what is in it, how it begins and how it is numbered. Pure.

import { answered } from "../answers/answered.js";

export const FRAME = ["who", "scope", "users", "open", "respond", "repair", "availability", "downtime", "dataloss", "length", "options", "criteria", "deadline", "contact"];
export const REPLIES = ["yes", "partly", "no"];
export const MOST = { requirements: 2000, text: 10000, name: 200 };
const PREFIX = "K";

/**
 * @typedef {{id: string, n: number, text: string, priority: string, group: string, order: number}} Requirement
 *   `id`: the catalog item's, or «egen-…»; `n`: the fixed number, 0 before the first export
 * @typedef {{id: string, name: string, frame: Record<string, string>, requirements: Requirement[]}} Doc
 */

/** The requirements that a new document begins with: those that the reader has ticked; when none
 * is, those that must be there. What is not relevant stays out; priority is the reader's. */
export function picked(catalog, project) {
  const all = catalog.items.filter((item) => item.requirement).map((item) => ({ item, found: answered(project, item.id, item.was) }));
  const ticked = all.some(({ found }) => found.status === "done");
  const rows = all
    .filter(({ item, found }) => found.status !== "irrelevant" && (ticked ? found.status === "done" : (found.priority || item.priority) === "must"))
    .map(({ item, found }) => fromItem(catalog, item, found, 0));
  // Under their headings from the start, so that numbers run on through the document.
  return grouped(rows).flatMap(([, some]) => some).map((made, order) => ({ ...made, order }));
}

/** A catalog item as a requirement of a document. @returns {Requirement} */
export function fromItem(catalog, item, found, order) {
  const topic = catalog.facets.topic?.find(({ id }) => id === item.topic?.[0]);
  const group = topic?.title ?? catalog.lists.find(({ id }) => id === item.list).title;
  return { id: item.id, n: 0, text: item.requirement, priority: found.priority || item.priority, group, order };
}

/** Every requirement with the number it has: fixed ones keep theirs, new ones come after. */
export function numbered(doc) {
  let next = Math.max(0, ...doc.requirements.map(({ n }) => n));
  return doc.requirements.map((made) => {
    if (made.n) return { ...made, number: `${PREFIX}${made.n}` };
    next += 1;
    return { ...made, n: next, number: `${PREFIX}${next}` };
  });
}

/** Requirements under their headings, in the order in which each heading first occurs. */
export const grouped = (requirements) => [...Map.groupBy(requirements, ({ group }) => group)];

/** A short mark of what is asked: two documents with the same mark ask the same. */
export function mark(requirements) {
  // FNV-1a over the numbers and texts: a mark to tell editions apart, no protection.
  let hash = 0x811c9dc5;
  for (const { number, text, priority } of requirements) {
    for (const letter of `${number}\u0000${text}\u0000${priority}\u0001`) {
      hash = Math.imul(hash ^ letter.codePointAt(0), 0x01000193) >>> 0;
    }
  }
  return hash.toString(36);
}

/** What an availability in per cent allows in a year: whole hours and minutes; null when it is none. */
export function allowed(text) {
  const number = Number(text.replace(",", ".").replace("%", "").trim());
  if (!text.trim() || !(number > 0 && number < 100)) return null;
  const minutes = Math.round((365 * 24 * 60 * (100 - number)) / 100);
  return [Math.floor(minutes / 60), minutes % 60];
}
