// What follows from what was merged and is kept, as a number that is given anew: written by nobody,
// and alike for everyone who has merged the same. Pure.
//
// Each browser works it out for itself. Its name is made of what it says and what it replaces: two
// browsers that come to the same have one value and not two, with nothing to settle between them.

import { markOf } from "./hash.js";
import { map, sorted } from "./register.js";

/**
 * @typedef {import("./register.js").Entry} Entry
 * @typedef {import("./state.js").Project} Project
 * @typedef {{key: string, said: string, when: string, by: string, of: string[]}} Derived a value of
 *   a part of a document; `of`: the dots of what it replaces
 */

const START = "0"; // no page's writer begins so (ids.js)

/** Whose write a dot names. @param {string} dot */
export const writerOf = (dot) => dot.slice(0, dot.lastIndexOf(":"));

/** True for the dot of what nobody wrote. @param {string} dot */
export const isDerived = (dot) => dot.startsWith(START);

/**
 * A project with values in place of those that they follow from, all of one reckoning.
 * @param {Project} project @param {Derived[]} all @returns {Project}
 */
export function rewritten(project, all) {
  if (!all.length) return project;
  const text = JSON.stringify(all.map(({ key, said, when, by, of }) => [key, said, when, by, of]));
  const longer = `${text.length}${text}`;
  const writer = `${START}${markOf(text)}${markOf(longer)}`;
  const documents = map(project.documents);
  for (const [key, some] of Map.groupBy(all, (one) => one.key)) {
    documents[key] = sorted(
      some.map(
        /** @returns {Entry} */
        (one) => [one.said, one.when, `${writer}:${all.indexOf(one) + 1}`, one.by],
      ),
    );
  }
  return { ...project, documents, seen: map({ ...project.seen, [writer]: all.length }) };
}
