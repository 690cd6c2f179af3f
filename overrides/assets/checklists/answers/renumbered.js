// Requirements that two have added apart, after a merge: each gets a number and a place of its own,
// and what was given another number is told. Pure.

import { rewritten, writerOf } from "./derived.js";
import { doubled, kept, last, lastKey, laterOf, numbered } from "./numbers.js";
import { parsed, requirements, rowsOf } from "./numbers.js";
import { latest, map, value } from "./register.js";

/**
 * @typedef {import("./derived.js").Derived} Derived
 * @typedef {import("./numbers.js").Row} Row
 * @typedef {import("./state.js").Project} Project
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
 * Whoever has merged the same gives the same, whatever the order.
 * @param {State} before @param {State} after @returns {State}
 */
export function settled(before, after) {
  const made = Object.entries(after.projects)
    .filter(([id, project]) => project !== before.projects[id])
    .map(([id, project]) => /** @type {[string, Project]} */ ([id, inOrder(project)]))
    .filter(([id, project]) => project !== after.projects[id]);
  if (!made.length) return after;
  return { ...after, projects: map({ ...after.projects, ...Object.fromEntries(made) }) };
}

/** The same of one project, which is itself when all is in order. @param {Project} project */
export const inOrder = (project) => documents(project).reduce(settledIn, project);

/** @param {Project} project @param {string} document */
function settledIn(project, document) {
  const rows = rowsOf(project, document);
  const most = last(project, document);
  const again = doubled(rows);
  const bottom = rows.reduce((all, { made }) => Math.max(all, made.order), 0);
  const made = [
    ...again.map((row, at) => ({ row, place: { n: most + at + 1, was: row.made.n } })),
    ...crowded(project, rows).map((row, at) => ({ row, place: { order: bottom + at + 1 } })),
  ];
  const writes = made.flatMap(({ row, place }) => placed(project, row, place));
  const highest = highestOf(project, document, most + again.length);
  return rewritten(project, [...writes, ...highest]);
}

/** A requirement with another number or place. Where two have written it differently both texts
 * stay, each with who wrote it. @param {Project} project @param {Row} row
 * @param {{n?: number, was?: number, order?: number}} place @returns {Derived[]} */
const placed = (project, { key, made }, place) =>
  project.documents[key].map(([text, when, dot, by]) => {
    const said = text && JSON.stringify({ ...parsed(made.id, text), ...place });
    return { key, said, when, by, of: [dot] };
  });

/** What several say of the highest number becomes one, so that no copy loses it.
 * @param {Project} project @param {string} document @param {number} highest
 * @returns {Derived[]} */
function highestOf(project, document, highest) {
  const key = lastKey(document);
  const said = project.documents[key] ?? [];
  if (!highest || (said.length === 1 && Number(value(said)) === highest)) return [];
  const all = kept(project, document).flatMap(([, list]) => list);
  const [, when, , by] = latest([...said, ...all]);
  return [{ key, said: `${highest}`, when, by, of: said.map(([, , dot]) => dot) }];
}

/** Rows without a number in one place that several have written there, all but the earliest.
 * @param {Project} project @param {Row[]} rows */
function crowded({ documents: all }, rows) {
  const writer = (/** @type {Row} */ { key }) => writerOf(latest(all[key])[2]);
  const open = rows.filter(({ made }) => !made.n);
  const groups = [...Map.groupBy(open, ({ made }) => made.order).values()];
  return laterOf(groups.filter((some) => new Set(some.map(writer)).size > 1));
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
