// Requirements that two have added apart, after a merge: each gets a number and a place of its own,
// and what was given another number is told. Pure.

import { doubled, last, lastKey, laterOf, numbered } from "./numbers.js";
import { parsed, requirements, rowsOf } from "./numbers.js";
import { map, sorted, value } from "./register.js";
import { keep, write } from "./state.js";

/**
 * @typedef {import("./numbers.js").Row} Row
 * @typedef {import("./register.js").Entry} Entry
 * @typedef {import("./state.js").Project} Project
 * @typedef {import("./state.js").Stamp} Stamp
 * @typedef {import("./state.js").State} State
 * @typedef {{id: string, document: string, text: string, from: number, to: number}} Renumbered
 */

const REQUIREMENT = /^([a-z0-9]{1,16})-r-/;

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
