// The numbers of a document's requirements: each once, and never given again. Pure.
//
// A number is fixed when the document first leaves the house. Two who work apart can fix the same
// one; then the later gets another. The highest that was ever given is kept by itself.

import { latest, map, sorted, value } from "./register.js";
import { keep, write } from "./state.js";

/**
 * @typedef {import("./register.js").Entry} Entry
 * @typedef {import("./state.js").Project} Project
 * @typedef {import("./state.js").Stamp} Stamp
 * @typedef {import("./state.js").State} State
 * @typedef {{id: string, n: number, text: string, priority: string, group: string,
 *   order: number, was?: number, form?: string}} Requirement `id`: the catalog item's, or «egen-…»;
 *   `n`: the fixed number, 0 before the first export; `was`: the number that it had until two were
 *   merged; `form`: the text with its numbers named in braces, as long as it is the guide's
 * @typedef {{key: string, when: string, made: Requirement}} Row `when`: of the last change
 * @typedef {{id: string, document: string, text: string, from: number, to: number}} Renumbered
 */

const REQUIREMENT = /^([a-z0-9]{1,16})-r-/;
const START = "-r-"; // of a requirement's key, behind the document's id

/** Where the highest number of a document is kept. @param {string} document */
export const lastKey = (document) => `${document}-n`;

/** True for the key of such. @param {string} key */
export const isLastKey = (key) => /^[a-z0-9]{1,16}-n$/.test(key);

/** @param {unknown} n */
const number = (n) => (Number.isSafeInteger(n) && Number(n) > 0 ? Number(n) : 0);

/** What is kept of a requirement, its numbers made sure of; null when it cannot be read.
 * @param {string} id that it is kept under @param {string} text @returns {Requirement | null} */
function parsed(id, text) {
  try {
    const { was, ...made } = JSON.parse(text || "null") ?? {};
    const order = Number.isFinite(made.order) ? made.order : 0;
    const before = number(was) ? { was } : {};
    return { ...made, id, n: number(made.n), order, ...before };
  } catch {
    return null;
  }
}

/** @param {Project} project @param {string} document @returns {[key: string, list: Entry[]][]} */
const kept = (project, document) =>
  Object.entries(project.documents).filter(([key]) => key.startsWith(`${document}${START}`));

/** The highest number that was ever given in a document, to whatever stands there now or not.
 * @param {Project} project @param {string} document */
export function last(project, document) {
  const given = (project.documents[lastKey(document)] ?? []).map(([text]) => Number(text));
  const fixed = kept(project, document).flatMap(([key, list]) =>
    list.map(([text]) => parsed(key, text)?.n ?? 0),
  );
  return [...given, ...fixed].reduce((a, b) => Math.max(a, number(b)), 0);
}

/** A document's requirements in their order, as they are kept. @param {Project} project
 * @param {string} document @returns {Row[]} */
const rowsOf = (project, document) =>
  kept(project, document)
    .flatMap(([key, list]) => {
      const made = parsed(key.slice(document.length + START.length), value(list));
      const there = made && typeof made.text === "string" && made.text;
      return there ? [{ key, when: latest(list)[1], made }] : [];
    })
    .sort(({ made: a }, { made: b }) => a.order - b.order || byNumber(a, b));

/** Those without a number come last. @param {Requirement} a @param {Requirement} b */
const byNumber = (a, b) =>
  (a.n || Infinity) < (b.n || Infinity) || (a.n === b.n && a.id < b.id) ? -1 : 1;

/** @param {Row} a @param {Row} b */
const byTime = (a, b) => (a.when < b.when || (a.when === b.when && a.key < b.key) ? -1 : 1);

/** All but the earliest of each group. @param {Iterable<Row[]>} groups */
const laterOf = (groups) =>
  [...groups].flatMap((some) => some.toSorted(byTime).slice(1)).sort(byTime);

/** Rows that have a number which an earlier one has, the earliest first. @param {Row[]} rows */
const doubled = (rows) =>
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

/** Every document of a project that has requirements. @param {Project} project */
const documents = (project) => [
  ...new Set(Object.keys(project.documents).flatMap((key) => REQUIREMENT.exec(key)?.[1] ?? [])),
];

/**
 * A merged state in which every requirement has a number and a place of its own: of two that were
 * added apart the later gets the next. Kept, so that it stays so whatever is written in them.
 * @param {State} before @param {State} theirs what was merged @param {State} after
 * @param {Stamp} stamp @returns {State}
 */
export function settled(before, theirs, after, stamp) {
  const hers = new Set(
    Object.values(theirs.projects).flatMap((one) => Object.keys(one.documents)),
  );
  return Object.entries(after.projects)
    .filter(([id, project]) => project !== before.projects[id])
    .flatMap(([id, project]) => documents(project).map((document) => ({ id, document })))
    .reduce((state, { id, document }) => {
      const mine = new Set(Object.keys(before.projects[id]?.documents ?? {}));
      return settledIn(state, { id, document, mine, hers }, stamp);
    }, after);
}

/**
 * @param {State} state @param {{id: string, document: string, mine: Set<string>,
 *   hers: Set<string>}} what a document of a project, and the keys of either side
 * @param {Stamp} stamp
 */
function settledIn(state, { id, document, mine, hers }, stamp) {
  const project = state.projects[id];
  const rows = rowsOf(project, document);
  const most = last(project, document);
  const again = doubled(rows).map((row, at) => {
    return { row, place: { n: most + at + 1, was: row.made.n } };
  });
  const bottom = rows.reduce((all, { made }) => Math.max(all, made.order), 0);
  const moved = crowded(rows, mine, hers).map((row, at) => {
    return { row, place: { order: bottom + at + 1 } };
  });
  const next = [...again, ...moved].reduce(
    (all, { row, place }) => placed(all, id, row, place, stamp),
    state,
  );
  const highest = most + again.length;
  // What several say of the highest number becomes one, so that no copy loses it.
  const said = project.documents[lastKey(document)] ?? [];
  if (!highest || (said.length === 1 && Number(value(said)) === highest)) return next;
  return keep(next, id, "documents", lastKey(document), `${highest}`, stamp);
}

/** A requirement with another number or place. Where two have written it differently both texts
 * stay, each with who wrote it. @param {State} state @param {string} id @param {Row} row
 * @param {{n?: number, was?: number, order?: number}} place @param {Stamp} stamp */
const placed = (state, id, { key, made }, place, stamp) =>
  write(state, id, stamp, (old, put) => {
    const anew = old.documents[key].map(([text, when, , by]) => {
      const said = text && JSON.stringify({ ...parsed(made.id, text), ...place });
      return /** @type {Entry} */ ([said, when, put(said)[0][2], by]);
    });
    return { ...old, documents: map({ ...old.documents, [key]: sorted(anew) }) };
  });

/** Rows without a number that one side has added where the other has, all but the earliest.
 * @param {Row[]} rows @param {Set<string>} mine @param {Set<string>} hers */
function crowded(rows, mine, hers) {
  const added = rows.filter(({ key, made }) => !made.n && mine.has(key) !== hers.has(key));
  const groups = [...Map.groupBy(added, ({ made }) => made.order).values()];
  return laterOf(groups.filter((some) => new Set(some.map(({ key }) => mine.has(key))).size > 1));
}

/**
 * The requirements that a merge gave another number than they had here, or in the other's copy.
 * @param {Project | undefined} before @param {Project | undefined} theirs @param {Project} after
 * @returns {Renumbered[]}
 */
export const renumbered = (before, theirs, after) =>
  documents(after).flatMap((document) => {
    const [mine, hers] = [before, theirs].map((one) => one && numbersOf(one, document));
    return [...numbersOf(after, document)].flatMap(([id, { n: to, text }]) => {
      const from = mine?.get(id)?.n ?? hers?.get(id)?.n ?? to;
      return from === to ? [] : [{ id, document, text, from, to }];
    });
  });

/** @param {Project} project @param {string} document */
const numbersOf = (project, document) =>
  new Map(
    numbered(requirements(project, document), last(project, document)).map((row) => [row.id, row]),
  );
