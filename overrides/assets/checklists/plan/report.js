// What a merge does to the projects, in numbers: new, changed and contradicting answers. Pure.

import { SAYS } from "../answers/fields.js";
import { isLastKey } from "../answers/numbers.js";
import { conflict, value } from "../answers/register.js";
import { renumbered } from "../answers/renumbered.js";
import { emptyProject } from "../answers/state.js";
import { allTorn } from "../answers/torn.js";

/**
 * @typedef {import("../answers/renumbered.js").Renumbered} Renumbered
 * @typedef {import("../answers/register.js").Entry} Entry
 * @typedef {import("../answers/register.js").Fields} Fields
 * @typedef {import("../answers/state.js").Project} Project
 * @typedef {import("../answers/state.js").State} State
 * @typedef {{id: string, project: Project, fresh: number, changed: number, torn: number,
 *   emptied: number, documents: number, renumbered: Renumbered[], gone: boolean}} Report of one
 *   project: answers that are new or changed; `torn`: where two contradict each other since;
 *   `emptied`: fields that say nothing any more; `documents`: parts of documents that are new or
 *   changed; `gone`: it has been deleted by this
 */

/**
 * @typedef {{kind: "items" | "profile" | "documents", key: string, field: string, was: string,
 *   now: string[]}} Change what a field said and says: several where they contradict each other
 */

/** @typedef {{field: string, was: string, now: string[]}} Different */

/** What is another in a project. @param {Project} before @param {Project} after
 * @returns {Change[]} */
export const changes = (before, after) => [
  ...Object.entries(after.items).flatMap(([key, fields]) =>
    different(before.items[key] ?? {}, fields, SAYS).map(
      (one) => /** @type {Change} */ ({ kind: "items", key, ...one }),
    ),
  ),
  .../** @type {const} */ (["profile", "documents"]).flatMap((kind) => {
    const names = Object.keys(after[kind]).filter((name) => !isLastKey(name));
    const found = different(before[kind], after[kind], names);
    return found.map((one) => ({ kind, key: one.field, ...one }));
  }),
];

/** One for each project in which something is another. @param {State} before
 * @param {State} after @param {State} [theirs] what was merged into it */
export const reports = (before, after, theirs) =>
  Object.entries(after.projects)
    .filter(([id, project]) => project !== before.projects[id])
    .map(([id, project]) => {
      const hers = Object.values(theirs?.projects ?? {});
      const other = theirs?.projects[id] ?? (hers.length === 1 ? hers[0] : undefined);
      return report(id, [before.projects[id] ?? emptyProject(), other], project);
    })
    .filter((one) => one.gone || one.fresh + one.changed + one.torn + one.documents > 0);

/** @param {string} id @param {[Project, Project | undefined]} both @param {Project} project
 * @returns {Report} */
function report(id, [before, theirs], project) {
  const answers = [
    ...Object.entries(project.items).map(([item, fields]) =>
      difference(before.items[item] ?? {}, fields, SAYS),
    ),
    ...Object.keys(project.profile).map((name) =>
      difference(before.profile, project.profile, [name]),
    ),
  ];
  const split = tornSince(before, project);
  const parts = Object.keys(project.documents)
    .filter((name) => !isLastKey(name) && !split.includes(name))
    .map((name) => difference(before.documents, project.documents, [name]));
  const count = (/** @type {string} */ kind) => answers.filter((one) => one.kind === kind).length;
  const sum = (/** @type {"torn" | "emptied"} */ name) =>
    answers.reduce((all, one) => all + one[name], 0);
  return {
    id,
    project,
    fresh: count("fresh"),
    changed: count("changed"),
    torn: sum("torn") + split.length,
    emptied: sum("emptied"),
    documents: parts.filter(({ torn, kind }) => torn || kind).length,
    renumbered: renumbered(before, theirs, project),
    gone: value(project.gone) === "yes" && value(before.gone) !== "yes",
  };
}

/** The parts of documents, and «» for the project's name, where two contradict each other who did
 * not before. @param {Project} before @param {Project} after */
function tornSince(before, after) {
  const was = new Set(allTorn(before).flatMap(textsOf));
  return allTorn(after)
    .filter(({ kind }) => kind === "documents" || kind === "name")
    .filter((torn) => textsOf(torn).some((text) => !was.has(text)))
    .map(({ key }) => key);
}

/** @param {import("../answers/torn.js").Torn} torn */
const textsOf = ({ kind, key, entries }) =>
  entries.map(([text]) => JSON.stringify([kind, key, text]));

/**
 * How an answer is another: in how many fields two contradict each other, how many are emptied, and
 * what the rest of it is, «» when it is as it was.
 * @param {Fields} before @param {Fields} after @param {string[]} names of its fields
 */
function difference(before, after, names) {
  const found = different(before, after, names);
  const torn = found.filter(({ now }) => now.length > 1).length;
  const emptied = found.filter(({ now }) => now.length === 1 && !now[0]).length;
  const was = names.some((name) => value(before[name]));
  const kind = found.length > torn ? (was ? "changed" : "fresh") : "";
  return { torn, emptied, kind };
}

/** The fields that are others, or contradict each other now. @param {Fields} before
 * @param {Fields} after @param {string[]} names @returns {Different[]} */
const different = (before, after, names) =>
  names.flatMap((field) => {
    const [was, now] = [value(before[field]), value(after[field])];
    const torn = isTorn(before[field], after[field]);
    if (torn) return [{ field, was, now: conflict(after[field]).map(([text]) => text) }];
    return was === now ? [] : [{ field, was, now: [now] }];
  });

/** True where two contradict each other who did not before. @param {Entry[] | undefined} before
 * @param {Entry[] | undefined} after */
function isTorn(before, after) {
  const now = conflict(after);
  const was = new Set(conflict(before).map(([text]) => text));
  return now.length > 0 && now.some(([text]) => !was.has(text));
}
