// What the pages ask of the answers: an item's, how far a list is, what no page knows. Pure.

import { NAMES, SAYS, isUnseen } from "./fields.js";
import { sourceMark } from "./hash.js";
import { conflict, latest, map, value } from "./register.js";

/** Statuses after which nothing is left to do. */
export const OVER = ["done", "irrelevant"];

/**
 * @typedef {import("./fields.js").FieldName} FieldName
 * @typedef {import("./register.js").Entry} Entry
 * @typedef {import("./state.js").Project} Project
 * @typedef {import("./state.js").State} State
 * @typedef {Record<FieldName, string> &
 *   {from: string, conflict: FieldName[], when: string}} Answered
 *   `from`: the id that the answer stands under; `conflict`: the fields where two contradict each
 *   other; `when`: the time of the status
 */

// What was read of an item's fields: they are never changed in place, and a long page asks often.
/** @type {WeakMap<object, Answered>} */
const known = new WeakMap();
/** @type {Map<string, Answered>} */
const none = new Map();

const EMPTY = readOf(map(), "");

/** What stands in an item without answers; one value for each. @param {string} item */
function nothing(item) {
  const before = none.get(item);
  if (before) return before;
  const found = { ...EMPTY, from: item };
  none.set(item, found);
  return found;
}

/**
 * An item's fields: its own, or those of a retired item that it took over from.
 * @param {Project} project @param {string} item @param {string[]} [was] ids that it took over from
 * @returns {Answered}
 */
export function answered(project, item, was = []) {
  const id = project.items[item] ? item : was.find((name) => project.items[name]);
  if (!id) return nothing(item);
  const fields = project.items[id];
  const before = known.get(fields);
  if (before?.from === id) return before;
  const found = readOf(fields, id);
  known.set(fields, found);
  return found;
}

/**
 * As `answered`, for whoever asks of all items at once and not where an answer stands: of ten
 * thousand nearly all are without, and have one value together.
 * @param {Project} project @param {string} item @param {string[]} [was]
 */
export const standing = (project, item, was) =>
  project.items[item] || was?.some((name) => project.items[name])
    ? answered(project, item, was)
    : EMPTY;

/** @param {Record<string, Entry[]>} fields @param {string} from @returns {Answered} */
function readOf(fields, from) {
  const texts = Object.fromEntries(NAMES.map((name) => [name, value(fields[name])]));
  return {
    .../** @type {Record<FieldName, string>} */ (texts),
    from,
    conflict: /** @type {FieldName[]} */ (
      Object.keys(fields).filter((name) => !isUnseen(name) && conflict(fields[name]).length)
    ),
    when: fields.status?.length ? latest(fields.status)[1] : "",
  };
}

/**
 * True when the day that it was to be done by is over, and it is not. @param {Answered} found
 * @param {string} today ISO 8601
 */
export const late = ({ due, status }, today) =>
  due !== "" && due < today && !OVER.includes(status);

/**
 * What an item has from a retired one that it took over from, to be written under its own id with
 * whatever is answered next; nothing when it has answers of its own.
 * @param {Project} project @param {string} item @param {string[]} [was]
 */
export function carried(project, item, was = []) {
  const found = answered(project, item, was);
  const all = found.from === item ? [] : NAMES.filter((name) => found[name]);
  return Object.fromEntries(all.map((name) => [name, found[name]]));
}

/**
 * True when an item was answered in other words than it has now. What counts are the words of the
 * guide's own language, whichever was read: another translation alone is no change.
 * @param {Answered} found @param {{wording: string, read: string}} now
 */
export const outdated = (found, now) =>
  found.wording !== "" && now.wording !== "" && sourceOf(found) !== sourceOf(now);

/** The mark of the source of what was read. @param {{wording: string, read: string}} of */
const sourceOf = ({ wording, read }) => read.split(":")[1] || sourceMark(wording);

/**
 * Done items in all and by the priority that counts; what is not relevant counts nowhere.
 * @param {Project} project
 * @param {{id: string, priority: string, was?: string[]}[]} items
 * @returns {Record<string, {done: number, total: number}>}
 */
export function progress(project, items) {
  /** @type {Record<string, {done: number, total: number}>} */
  const made = { all: { done: 0, total: 0 } };
  const counted = new Set();
  for (const { id, priority, was } of items) {
    if (counted.has(id)) continue;
    counted.add(id);
    const found = standing(project, id, was);
    const own = (made[found.priority || priority] ??= { done: 0, total: 0 });
    if (found.status === "irrelevant") continue;
    for (const count of [made.all, own]) {
      count.total += 1;
      if (found.status === "done") count.done += 1;
    }
  }
  return made;
}

/**
 * Answers to items that no page knows any more and none took over.
 * @param {Project} project @param {Set<string>} known @returns {[item: string, found: Answered][]}
 */
export function strays(project, known) {
  return Object.entries(project.items)
    .filter(([item, fields]) => !known.has(item) && SAYS.some((name) => value(fields[name])))
    .map(([item]) => [item, answered(project, item)]);
}
