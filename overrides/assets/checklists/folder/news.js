// What others have written since somebody last looked: «Kari: 4 nye svar». Pure.

import { isDerived } from "../answers/derived.js";
import { isUnseen } from "../answers/fields.js";
import { isLastKey } from "../answers/numbers.js";
import { knows, map } from "../answers/register.js";

/**
 * @typedef {import("../answers/register.js").Entry} Entry
 * @typedef {import("../answers/register.js").Seen} Seen
 * @typedef {import("../answers/state.js").Project} Project
 * @typedef {{by: string, items: string[], more: number}} News of one person: items with something
 *   new, and how many other parts (about the firm, of documents)
 */

/**
 * What stands in a project and was written after what had been seen, by person, most first. A
 * number that a requirement of one's own was given anew is no news of oneself.
 * @param {Project} project @param {Seen} looked @param {string} [me] @returns {News[]}
 */
export function newsOf(project, looked, me) {
  /** @type {Map<string, {items: Set<string>, more: number}>} */
  const found = new Map();
  const of = (/** @type {string} */ by) => {
    const made = found.get(by) ?? { items: new Set(), more: 0 };
    found.set(by, made);
    return made;
  };
  const fresh = (/** @type {Entry[]} */ list) =>
    list.filter(([, , dot, by]) => !knows(looked, dot) && !(by === me && isDerived(dot)));
  for (const [item, fields] of Object.entries(project.items)) {
    for (const [field, list] of Object.entries(fields)) {
      if (isUnseen(field)) continue; // no reader sees it by itself
      for (const [, , , by] of fresh(list)) of(by).items.add(item);
    }
  }
  for (const part of [project.profile, project.documents, { name: project.name }]) {
    for (const [key, list] of Object.entries(part)) {
      if (isLastKey(key)) continue; // nobody sees it by itself
      for (const by of new Set(fresh(list).map(([, , , who]) => who))) of(by).more += 1;
    }
  }
  return [...found]
    .map(([by, { items, more }]) => ({ by, items: [...items], more }))
    .sort((a, b) => b.items.length + b.more - a.items.length - a.more || (a.by < b.by ? -1 : 1));
}

/** What has been looked at when somebody's own last writes are counted in.
 * @param {Seen} looked @param {Seen} seen of the project @param {string[]} own writers */
export function withOwn(looked, seen, own) {
  const made = map(looked);
  for (const writer of own) if (seen[writer]) made[writer] = seen[writer];
  return made;
}
