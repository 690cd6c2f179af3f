// A document in a project: under which keys its parts are kept, and how they are read again. Pure.
//
// Every frame field, requirement, supplier and assessment is kept by itself («<document>-<part>»),
// so that two people who work on one document merge like everything else.

import { order } from "../answers/key.js";
import { last, lastKey, requirements } from "../answers/numbers.js";
import { once } from "../answers/once.js";
import { filled, namesIn } from "../answers/parameters.js";
import { partsOf, readOnce } from "../answers/parted.js";
import { latest, value } from "../answers/register.js";
import { cleaned } from "../formats/text.js";
import { FRAME, MOST } from "./document.js";
import { requirementOf } from "./parts.js";

/**
 * @typedef {import("../answers/state.js").Project} Project
 * @typedef {import("../answers/parameters.js").Held} Held
 * @typedef {import("./document.js").Doc} Doc
 * @typedef {import("./document.js").Requirement} Requirement
 * @typedef {import("./files.js").Reply} Reply
 * @typedef {[key: string, text: string]} Pair what to keep; an empty text takes it out
 * @typedef {{supplier: string, answers: Record<string, Reply>, document?: string,
 *   edition?: string, form?: import("./posts.js").Form, asked?: Record<string, string>,
 *   unread?: [number: string, text: string][],
 *   doubts?: import("./rows.js").Doubt[]}} Supplier
 *   answers by number; `asked`: marks of what the file says that we asked; `unread`: what stood
 *   where no reply could be read; `doubts`: what was read and is not for certain
 * @typedef {{reply?: string, note?: string}} Assessment what we think ourselves of one reply
 */

/** @param {string[]} parts */
export const key = (...parts) => parts.join("-");

/**
 * [id, name] of a project's documents, by name; or of those that were deleted.
 * @param {Project} project @param {boolean} [gone] @returns {[id: string, name: string][]}
 */
export const list = (project, gone = false) =>
  Object.keys(project.documents)
    // A requirement whose own id ends so is no document.
    .flatMap((name) => /^([a-z0-9]{1,16})-name$/.exec(name)?.[1] ?? [])
    .map((id) => /** @type {[string, string]} */ ([id, text(project, id, "name")]))
    .filter(([id, name]) => name && (text(project, id, "gone") === "yes") === gone)
    .sort(([, a], [, b]) => a.localeCompare(b, order()));

/** @param {Project} project @param {string[]} parts */
export const text = (project, ...parts) => value(project.documents[key(...parts)]);

/** A part that is kept as JSON; null when there is none. @param {string} kept */
export function json(kept) {
  try {
    return kept ? JSON.parse(kept) : null;
  } catch {
    return null;
  }
}

/**
 * A way to get what is kept as JSON under keys that begin so, each read by `read` once: [the rest
 * of the key, what it gives]. It is given null for what is no JSON.
 * @template T @param {(made: unknown) => T} read what it gives is never changed
 * @returns {(project: Project, ...parts: string[]) => [rest: string, made: T][]}
 */
export function readUnder(read) {
  const once = readOnce((_, words) => read(json(words)));
  return (project, ...parts) => {
    const start = `${key(...parts)}-`;
    return partsOf(project.documents, start).flatMap(([name, list]) => {
      const entry = list.length ? latest(list) : null;
      return entry?.[0] ? [[name.slice(start.length), once("", entry)]] : [];
    });
  };
}

/** @type {(project: Project, ...parts: string[]) => [rest: string, made: unknown][]} */
export const under = readUnder((made) => made);

const asked = once((/** @type {Requirement} */ made) => requirementOf(made.id, made));

/**
 * A document as it is kept, with the numbers that hold now: in its requirements, and by themselves
 * those that are named there.
 * @param {Project} project @param {string} id @param {Held[]} numbers @returns {Doc}
 */
export function read(project, id, numbers) {
  const frame = Object.fromEntries(FRAME.map((name) => [name, text(project, id, "f", name)]));
  const all = requirements(project, id)
    .map(asked)
    .filter((made) => made !== null)
    .map((made) =>
      made.form ? { ...made, text: filled(made.form, made.text, numbers) } : made,
    );
  const used = new Set(all.flatMap(({ form = "" }) => namesIn(form)));
  const name = text(project, id, "name");
  const mine = numbers.filter((one) => used.has(one.id));
  return { id, name, frame, numbers: mine, requirements: all, last: last(project, id) };
}

/** The highest number that was ever given in a document. @param {string} id @param {number} n
 * @returns {Pair} */
export const given = (id, n) => [lastKey(id), `${n}`];

/** The document that one was opened beside, as suppliers know it. @param {string} id
 * @param {string} document @returns {Pair} */
export const from = (id, document) => [key(id, "from"), document];

/** @param {Project} project @param {string} id */
export const cameFrom = (project, id) => text(project, id, "from");

/**
 * A requirement; an empty text takes it out.
 * @param {string} id the document's @param {Partial<Requirement> & {id: string, text: string}} made
 * @returns {Pair}
 */
export function requirement(id, made) {
  const words = cleaned(made.text).slice(0, MOST.text);
  return [key(id, "r", made.id), JSON.stringify({ ...made, text: words })];
}

/** @param {string} id @param {string} name @param {string} words @returns {Pair} */
export const frame = (id, name, words) => [
  key(id, "f", name),
  cleaned(words).slice(0, MOST.text),
];

/** @param {string} id @param {string} name @returns {Pair} */
export const named = (id, name) => [key(id, "name"), cleaned(name).slice(0, MOST.name)];

/** @param {string} id @param {boolean} gone @returns {Pair} */
export const removed = (id, gone) => [key(id, "gone"), gone ? "yes" : ""];
