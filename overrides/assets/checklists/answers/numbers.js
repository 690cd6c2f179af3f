// The numbers of a document's requirements: each once, and never given again. Pure.
//
// A number is fixed when the document first leaves the house. Two who work apart can fix the same
// one; then the later gets another. The highest that was ever given is kept by itself.

import { partsOf, readOnce } from "./parted.js";
import { latest } from "./register.js";

/**
 * @typedef {import("./register.js").Entry} Entry
 * @typedef {import("./state.js").Project} Project
 * @typedef {{id: string, n: number, text: string, priority: string, group: string,
 *   order: number, was?: number, form?: string}} Requirement `id`: the catalog item's, or «egen-…»;
 *   `n`: the fixed number, 0 before the first export; `was`: the number that it had until two were
 *   merged; `form`: the text with its numbers named in braces, as long as it is the guide's
 * @typedef {{key: string, when: string, made: Requirement}} Row `when`: of the last change
 */

const START = "-r-"; // of a requirement's key, behind the document's id

/** Where the highest number of a document is kept. @param {string} document */
export const lastKey = (document) => `${document}-n`;

/** True for the key of such. @param {string} key */
export const isLastKey = (key) => /^[a-z0-9]{1,16}-n$/.test(key);

/** @param {unknown} n */
const number = (n) => (Number.isSafeInteger(n) && Number(n) > 0 ? Number(n) : 0);

/** What is kept of a requirement, its numbers made sure of; null when it cannot be read.
 * @param {string} id that it is kept under @param {string} text @returns {Requirement | null} */
export function parsed(id, text) {
  try {
    const { was, ...made } = JSON.parse(text || "null") ?? {};
    const order = Number.isFinite(made.order) ? made.order : 0;
    const before = number(was) ? { was } : {};
    return { ...made, id, n: number(made.n), order, ...before };
  } catch {
    return null;
  }
}

/** All that is kept of a document's requirements. @param {Project} project
 * @param {string} document */
export const kept = ({ documents }, document) => partsOf(documents, `${document}${START}`);

const once = readOnce(parsed);

/** The highest number that was ever given in a document, to whatever stands there now or not.
 * @param {Project} project @param {string} document */
export function last(project, document) {
  const given = (project.documents[lastKey(document)] ?? []).map(([text]) => Number(text));
  const fixed = kept(project, document).flatMap(([key, list]) =>
    list.map((entry) => once(key.slice(document.length + START.length), entry)?.n ?? 0),
  );
  return [...given, ...fixed].reduce((a, b) => Math.max(a, number(b)), 0);
}

/** A document's requirements in their order, as they are kept. @param {Project} project
 * @param {string} document @returns {Row[]} */
export const rowsOf = (project, document) =>
  kept(project, document)
    .flatMap(([key, list]) => {
      const shown = latest(list);
      const made = once(key.slice(document.length + START.length), shown);
      const there = made && typeof made.text === "string" && made.text;
      return there ? [{ key, when: shown[1], made }] : [];
    })
    .sort(({ made: a }, { made: b }) => a.order - b.order || byNumber(a, b));

/** Those without a number come last. @param {Requirement} a @param {Requirement} b */
const byNumber = (a, b) =>
  (a.n || Infinity) < (b.n || Infinity) || (a.n === b.n && a.id < b.id) ? -1 : 1;

/** @param {Row} a @param {Row} b */
const byTime = (a, b) => (a.when < b.when || (a.when === b.when && a.key < b.key) ? -1 : 1);

/** All but the earliest of each group. @param {Iterable<Row[]>} groups */
export const laterOf = (groups) =>
  [...groups].flatMap((some) => some.toSorted(byTime).slice(1)).sort(byTime);

/** Rows that have a number which an earlier one has, the earliest first. @param {Row[]} rows */
export const doubled = (rows) =>
  laterOf(Map.groupBy(rows.filter(({ made }) => made.n), ({ made }) => made.n).values());

/**
 * A document's requirements in their order; of two with one number the later has none yet.
 * @param {Project} project @param {string} document @returns {Requirement[]}
 */
export function requirements(project, document) {
  const rows = rowsOf(project, document);
  const later = new Set(doubled(rows));
  return rows.map((row) => (later.has(row) ? { ...row.made, n: 0 } : row.made));
}

/**
 * Every requirement with a number: fixed ones keep theirs, new ones come after all that were given.
 * @template {{n: number}} T @param {T[]} rows @param {number} most the highest that was given
 * @returns {T[]}
 */
export function numbered(rows, most) {
  let next = rows.reduce((all, { n }) => Math.max(all, n), most);
  return rows.map((made) => {
    if (made.n) return made;
    next += 1;
    return { ...made, n: next };
  });
}
