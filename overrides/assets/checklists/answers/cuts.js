// Taking back what a merge brought: its writes are cut out of a project again, in every tab. Pure.
//
// A merge that is taken back leaves no trace: its dots are not known any more, so that the same
// file can be merged again, and nobody who gets this project loses what was in it. Other tabs still
// hold what was merged; so each cut is noted beside the answers, and who reads of it cuts as well.

import { merge } from "./merge.js";
import { knows, map } from "./register.js";
import { emptyProject } from "./state.js";

/**
 * @typedef {import("./register.js").Entry} Entry
 * @typedef {import("./register.js").Seen} Seen
 * @typedef {import("./state.js").Project} Project
 * @typedef {import("./state.js").State} State
 * @typedef {Record<string, [from: number, to: number][]>} Writes of one project, by writer: those
 *   after the number `from`, up to `to`
 * @typedef {Record<string, Writes>} Ranges by project
 * @typedef {{id: string, ranges: Ranges}} Cut
 * @typedef {{before: Record<string, Project>, ranges: Ranges}} Taken what a merge brought, and the
 *   projects as they are without it
 * @typedef {{state: State, kept: string[]}} Back `kept`: projects that came with the merge and have
 *   been written in since
 */

const MOST_CUTS = 20;

/** What was written between two states. @param {State} before @param {State} after
 * @returns {Ranges} */
export function brought(before, after) {
  /** @type {Ranges} */
  const made = map();
  for (const [id, { seen }] of Object.entries(after.projects)) {
    const was = before.projects[id]?.seen ?? {};
    for (const [writer, to] of Object.entries(seen)) {
      const from = was[writer] ?? 0;
      if (to > from) (made[id] ??= map())[writer] = [[from, to]];
    }
  }
  return made;
}

/** A merge that has just been made. @param {State} before @param {State} after @returns {Taken} */
export const taken = (before, after) => ({
  before: before.projects,
  ranges: brought(before, after),
});

/**
 * A merge with what was chosen after it in the projects that it touched: taken back together.
 * @param {Taken} made @param {State} before the choice @param {State} after the choice
 * @returns {Taken}
 */
export function also(made, before, after) {
  const ranges = map(made.ranges);
  for (const [id, writes] of Object.entries(brought(before, after))) {
    if (!ranges[id]) continue;
    const all = map(ranges[id]);
    for (const [writer, more] of Object.entries(writes)) {
      all[writer] = [...(all[writer] ?? []), ...more];
    }
    ranges[id] = all;
  }
  return { before: takenBack(before, made).state.projects, ranges };
}

/** Without a merge; what was written since stays. @param {State} state @param {Taken} made
 * @returns {Back} */
export function takenBack(state, { before, ranges }) {
  const projects = map(state.projects);
  const kept = [];
  for (const [id, writes] of Object.entries(ranges)) {
    const now = projects[id];
    if (!now) continue;
    const was = before[id];
    if (was) projects[id] = restored(now, was, writes);
    else if ([...lists(now)].some(([, list]) => left(list, writes).length)) kept.push(id);
    else delete projects[id];
  }
  return { state: { ...state, projects }, kept };
}

/** The same, noted so that every other tab does it too. @param {State} state @param {Taken} made
 * @param {string} id of the cut @returns {Back} */
export function cutOut(state, made, id) {
  const { state: next, kept } = takenBack(state, made);
  const ranges = map(made.ranges);
  for (const one of kept) delete ranges[one];
  const cuts = [...(state.local.cuts ?? []), { id, ranges }].slice(-MOST_CUTS);
  return { state: { ...next, local: { ...next.local, cuts } }, kept };
}

/** Cuts that one state has made and another knows nothing of. @param {State} of
 * @param {State} other @returns {Cut[]} */
export function unknown({ local: { cuts = [] } }, other) {
  const known = new Set((other.local.cuts ?? []).map(({ id }) => id));
  return cuts.filter(({ id }) => !known.has(id));
}

/**
 * What is stored and what a tab holds as one, each without what the other has taken back.
 * @param {State} stored @param {State} mine @returns {State}
 */
export function together(stored, mine) {
  const more = unknown(mine, stored);
  const both = merge(
    without(stored, mine, more),
    without(mine, stored, unknown(stored, mine)),
  );
  const cuts = [...(stored.local.cuts ?? []), ...more].slice(-MOST_CUTS);
  return { ...both, local: { ...stored.local, ...(cuts.length ? { cuts } : {}) } };
}

/**
 * Of the projects that cuts have touched only what whoever cut did not know of.
 * @param {State} state @param {State} other who has cut @param {Cut[]} cuts
 */
function without(state, other, cuts) {
  const projects = map(state.projects);
  for (const [id, writes] of cuts.flatMap(({ ranges }) => Object.entries(ranges))) {
    const [mine, theirs] = [projects[id], other.projects[id]];
    if (!mine) continue;
    const fresh = [...lists(mine)]
      .map(
        /** @returns {[string[], Entry[]]} */
        ([path, list]) => [path, unseen(left(list, writes), theirs?.seen ?? {})],
      )
      .filter(([, list]) => list.length);
    if (!fresh.length) delete projects[id];
    else if (theirs) projects[id] = built(reduced(mine.seen, writes), fresh);
  }
  return { ...state, projects };
}

/** @param {Project} now @param {Project} was @param {Writes} writes */
function restored(now, was, writes) {
  const old = new Map([...lists(was)].map(([path, list]) => [path.join(" "), list]));
  /** @type {[string[], Entry[]][]} */
  const pairs = [];
  for (const [path, list] of lists(now)) {
    const before = old.get(path.join(" ")) ?? [];
    const rest = left(list, writes);
    const dots = new Set(before.map(([, , dot]) => dot));
    const since = rest.some(([, , dot]) => !dots.has(dot));
    pairs.push([path, since ? rest : before]);
  }
  return built(reduced(now.seen, writes), pairs);
}

/** @param {Entry[]} list @param {Writes} writes */
const left = (list, writes) => list.filter(([, , dot]) => !isIn(writes, dot));

/** @param {Entry[]} list @param {Seen} seen */
const unseen = (list, seen) => list.filter(([, , dot]) => !knows(seen, dot));

/** @param {Writes} writes @param {string} dot */
function isIn(writes, dot) {
  const cut = dot.lastIndexOf(":");
  const number = Number(dot.slice(cut + 1));
  return (writes[dot.slice(0, cut)] ?? []).some(([from, to]) => from < number && number <= to);
}

/** What has been seen, without the last writes that are cut. @param {Seen} seen
 * @param {Writes} writes */
function reduced(seen, writes) {
  const made = map(seen);
  for (const [writer, ranges] of Object.entries(writes)) {
    for (const [from, to] of ranges.toSorted(([, a], [, b]) => b - a)) {
      if (made[writer] > from && made[writer] <= to) made[writer] = from;
    }
    if (!made[writer]) delete made[writer];
  }
  return made;
}

/** Every field of a project with the way to it. @param {Project} project
 * @returns {Generator<[path: string[], list: Entry[]]>} */
function* lists({ name, gone, items, profile, documents }) {
  yield [["name"], name];
  yield [["gone"], gone];
  for (const [key, list] of Object.entries(profile)) yield [["profile", key], list];
  for (const [key, list] of Object.entries(documents)) yield [["documents", key], list];
  for (const [item, fields] of Object.entries(items)) {
    for (const [key, list] of Object.entries(fields)) yield [["items", item, key], list];
  }
}

/** @param {Seen} seen @param {[path: string[], list: Entry[]][]} pairs @returns {Project} */
function built(seen, pairs) {
  const made = { ...emptyProject(), seen };
  for (const [[part, key, field], list] of pairs) {
    if (!list.length) continue;
    if (part === "items") (made.items[key] ??= map())[field] = list;
    else if (part === "profile" || part === "documents") made[part][key] = list;
    else if (part === "name" || part === "gone") made[part] = list;
  }
  return made;
}
