// The editions of a document that have left the house: 1, 2 …, and what each changed. Pure.
//
// Kept by itself («<document>-u-<n>»). Only the last holds what it asked, so that the next can be
// compared with it: the beginning of each text, and a mark of the whole. 2,000 long requirements
// would else be more than a part of a document may hold. Those before keep their marks and changes.

import { markOf } from "../answers/hash.js";
import { isMap } from "../answers/local.js";
import { FRAME, mark, numbered } from "./document.js";
import { key, under } from "./kept.js";
import { text } from "./parts.js";

const MOST = 99;
const MOST_CHANGES = 2000;
const MOST_ORDERS = 50;
const MOST_TEXT = 300; // letters of a text that is told
const MOST_WHOLE = 10000;
const MANY = 500; // changes of which less is told, so that those of 2,000 can be kept
const FEW = 60;
const KINDS = ["added", "removed", "changed", "frame"];
const MARK = /^[a-z0-9]{1,20}$/;
const DAY = /^\d{4}-\d\d-\d\d$/;

/**
 * @typedef {import("../answers/state.js").Project} Project
 * @typedef {import("./document.js").Doc} Doc
 * @typedef {import("./kept.js").Pair} Pair
 * @typedef {[kind: string, number: string, before: string, after: string]} Changed `number`: the
 *   requirement's, or the name of a part of the frame
 * @typedef {[number: string, text: string, priority: string, mark: string]} Row `text`: as much
 *   of it as is told; `mark`: of all of it
 * @typedef {{n: number, mark: string, day: string, changes: Changed[], rows: Row[],
 *   also?: string[], frame?: Record<string, string>}} Edition `rows`, `frame`: what it asked, and
 *   marks of what the customer said, only of the last; `also`: marks of the same requirements in
 *   another order, which is no other edition
 */

/** @param {unknown} thing @returns {unknown[]} */
const list = (thing) => (Array.isArray(thing) ? thing : []);

/** What is kept of an edition; null for what is none. @param {string} n @param {unknown} made
 * @returns {Edition | null} */
function editionOf(n, made) {
  const number = /^[1-9]\d?$/.test(n) ? Number(n) : 0;
  if (!number || !isMap(made) || !MARK.test(String(made.mark))) return null;
  const day = DAY.test(String(made.day)) ? String(made.day) : "";
  const changes = list(made.changes).slice(0, MOST_CHANGES).map(list);
  const good = changes.filter(([kind]) => KINDS.includes(String(kind)));
  return {
    n: number,
    mark: String(made.mark),
    day,
    changes: good.map((one) => /** @type {Changed} */ ([0, 1, 2, 3].map((at) => short(one[at])))),
    rows: list(made.rows).map(rowOf),
    ...marksOf(made.also),
    ...(isMap(made.frame) ? { frame: frameOf(made.frame) } : {}),
  };
}

/** Marks of the frame, by name. @param {Record<string, unknown>} made */
const frameOf = (made) =>
  Object.fromEntries(
    FRAME.filter((name) => MARK.test(String(made[name] ?? ""))).map((name) => [
      name,
      String(made[name]),
    ]),
  );

/** What the customer says, as marks. @param {Doc} doc */
const framed = ({ frame }) =>
  frameOf(Object.fromEntries(FRAME.map((name) => [name, frame[name] && markOf(frame[name])])));

/** The parts of the frame that an edition says otherwise; none where that was not kept yet.
 * @param {Edition} last @param {Record<string, string>} now @returns {Changed[]} */
const reframed = ({ frame }, now) =>
  FRAME.filter((name) => frame && frame[name] !== now[name]).map((name) => ["frame", name, "", ""]);

/** @param {unknown} thing */
function marksOf(thing) {
  const also = list(thing).map(String).filter((one) => MARK.test(one)).slice(0, MOST_ORDERS);
  return also.length ? { also } : {};
}

/** Whether a reply is to an edition. @param {Edition} one @param {string} answered its mark */
export const isOf = (one, answered) =>
  one.mark === answered || Boolean(one.also?.includes(answered));

/** @param {unknown} thing */
const short = (thing) => text(thing, MOST_TEXT);
/** @param {unknown} row @param {number} at */
const said = (row, at) => text(list(row)[at], MOST_WHOLE);

/** What an edition asked; the first ones were kept whole, without a mark. @param {unknown} row
 * @returns {Row} */
function rowOf(row) {
  const [number, asked, priority, own] = [0, 1, 2, 3].map((at) => said(row, at));
  return [number, short(asked), priority, MARK.test(own) ? own : markOf(asked)];
}

/** The editions of a document, the first first. @param {Project} project @param {string} id
 * @returns {Edition[]} */
export const editions = (project, id) =>
  under(project, id, "u")
    .flatMap(([n, made]) => editionOf(n, made) ?? [])
    .sort((a, b) => a.n - b.n);

/** @param {import("./document.js").Numbered[]} asked @returns {Row[]} */
export const rowsOf = (asked) =>
  asked.map(({ number, text: words, priority }) => [number, short(words), priority, markOf(words)]);

/** @param {Row} one @param {Row} other */
const isSame = (one, other) => one[1] === other[1] && one[3] === other[3];

/** What makes one edition another. @param {Row[]} before @param {Row[]} after
 * @returns {Changed[]} */
export function changesOf(before, after) {
  const was = new Map(before.map((row) => [row[0], row]));
  const is = new Map(after.map((row) => [row[0], row]));
  const all = [
    ...after.flatMap((row) => {
      const [number, asked, priority] = row;
      const old = was.get(number);
      if (!old) return [/** @type {Changed} */ (["added", number, "", short(asked)])];
      if (isSame(old, row) && old[2] === priority) return [];
      return [/** @type {Changed} */ (["changed", number, short(old[1]), short(asked)])];
    }),
    ...before
      .filter(([number]) => !is.has(number))
      .map(([number, asked]) => /** @type {Changed} */ (["removed", number, short(asked), ""])),
  ];
  return all.length > MANY ? all.map(shorter) : all;
}

/** @param {Changed} one @returns {Changed} */
const shorter = ([kind, number, ...words]) => {
  const [before, after] = words.map((one) => text(one, FEW));
  return [kind, number, before, after];
};

/** What a document asks now that its last edition did not. @param {Edition | undefined} last
 * @param {Doc} doc @returns {Changed[]} */
const changed = (last, doc) =>
  last ? [...changesOf(last.rows, rowsOf(numbered(doc))), ...reframed(last, framed(doc))] : [];

/** What nobody has been sent yet of a document that has left the house, and the edition that they
 * have. @param {Project} project @param {Doc} doc */
export function unsent(project, doc) {
  const last = editions(project, doc.id).at(-1);
  return { n: last?.n ?? 0, changes: changed(last, doc) };
}

/** Whether no more editions are counted. @param {Edition[]} all */
const isFull = (all) => all.length >= MOST;

/** Whether a document has never left the house as it is now. @param {Project} project
 * @param {Doc} doc */
export function isDraft(project, doc) {
  const all = editions(project, doc.id);
  return !isFull(all) && (!all.length || changed(all.at(-1), doc).length > 0);
}

/**
 * What is kept when a document leaves the house: nothing when it asks what its last edition did.
 * @param {Project} project @param {Doc} doc @param {string} day @returns {Pair[]}
 */
export function sent(project, doc, day) {
  const all = editions(project, doc.id);
  const last = all.at(-1);
  const [now, frame] = [mark(numbered(doc)), framed(doc)];
  const rows = rowsOf(numbered(doc));
  const changes = changed(last, doc);
  if (last && !changes.length) {
    return isOf(last, now) ? [] : [pair(doc.id, { ...last, ...marksOf([now, ...also(last)]) })];
  }
  if (isFull(all)) return [];
  const made = { n: (last?.n ?? 0) + 1, mark: now, day, changes, rows, frame };
  const before = last ? [pair(doc.id, { ...last, rows: [], frame: undefined })] : [];
  return [...before, pair(doc.id, made)];
}

/** @param {Edition} one */
const also = (one) => one.also ?? [];

/** @param {string} id @param {Edition} made @returns {Pair} */
const pair = (id, { n, ...made }) => [key(id, "u", `${n}`), JSON.stringify(made)];

/** What has changed since an edition, by number, with what nobody has been sent yet: null for an
 * edition that nobody knows. @param {Edition[]} all @param {string} answered the mark of the
 * edition @param {Row[]} [now] what the document asks */
export function since(all, answered, now) {
  // What was changed back asks the same as it did before.
  const first = all.findLast((one) => isOf(one, answered));
  if (!first) return null;
  const changes = all.filter(({ n }) => n > first.n).flatMap((one) => one.changes);
  const unsent = now ? changesOf(all.at(-1)?.rows ?? [], now) : [];
  return { n: first.n, changes: [...changes, ...unsent], isSent: changes.length > 0 };
}

/** The numbers that changed, each kind by itself. @param {Changed[]} changes */
export function byKind(changes) {
  const of = (/** @type {string} */ kind) => [
    ...new Set(changes.filter(([one]) => one === kind).map(([, number]) => number)),
  ];
  const removed = of("removed");
  const added = of("added").filter((number) => !removed.includes(number));
  const gone = [...removed, ...added];
  return { changed: of("changed").filter((one) => !gone.includes(one)), added, removed };
}
