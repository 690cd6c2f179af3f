// The editions of a document that have left the house: 1, 2 …, and what each changed. Pure.
//
// Kept by itself («<document>-u-<n>»). Only the last holds the texts, so that the next can be
// compared with it; those before keep their marks and what was changed.

import { isMap } from "../answers/local.js";
import { mark, numbered } from "./document.js";
import { key, under } from "./kept.js";
import { text } from "./parts.js";

const MOST = 99;
const MOST_CHANGES = 2000;
const MOST_TEXT = 300; // letters of a text that is told
const KINDS = ["added", "removed", "changed"];
const MARK = /^[a-z0-9]{1,20}$/;
const DAY = /^\d{4}-\d\d-\d\d$/;

/**
 * @typedef {import("../answers/state.js").Project} Project
 * @typedef {import("./document.js").Doc} Doc
 * @typedef {import("./kept.js").Pair} Pair
 * @typedef {[kind: string, number: string, before: string, after: string]} Changed
 * @typedef {[number: string, text: string, priority: string]} Row
 * @typedef {{n: number, mark: string, day: string, changes: Changed[], rows: Row[]}} Edition
 *   `rows`: what it asked; only of the last
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
    rows: list(made.rows).map((one) => /** @type {Row} */ ([0, 1, 2].map((at) => said(one, at)))),
  };
}

/** @param {unknown} thing */
const short = (thing) => text(thing, MOST_TEXT);
/** @param {unknown} row @param {number} at */
const said = (row, at) => text(list(row)[at], 10000);

/** The editions of a document, the first first. @param {Project} project @param {string} id
 * @returns {Edition[]} */
export const editions = (project, id) =>
  under(project, id, "u")
    .flatMap(([n, made]) => editionOf(n, made) ?? [])
    .sort((a, b) => a.n - b.n);

/** @param {import("./document.js").Numbered[]} asked @returns {Row[]} */
export const rowsOf = (asked) =>
  asked.map(({ number, text: words, priority }) => [number, words, priority]);

/** What makes one edition another. @param {Row[]} before @param {Row[]} after
 * @returns {Changed[]} */
export function changesOf(before, after) {
  const was = new Map(before.map((row) => [row[0], row]));
  const is = new Map(after.map((row) => [row[0], row]));
  return [
    ...after.flatMap(([number, asked, priority]) => {
      const old = was.get(number);
      if (!old) return [/** @type {Changed} */ (["added", number, "", short(asked)])];
      if (old[1] === asked && old[2] === priority) return [];
      return [/** @type {Changed} */ (["changed", number, short(old[1]), short(asked)])];
    }),
    ...before
      .filter(([number]) => !is.has(number))
      .map(([number, asked]) => /** @type {Changed} */ (["removed", number, short(asked), ""])),
  ];
}

/**
 * What is kept when a document leaves the house: nothing when it asks what its last edition did.
 * @param {Project} project @param {Doc} doc @param {string} day @returns {Pair[]}
 */
export function sent(project, doc, day) {
  const all = editions(project, doc.id);
  const last = all.at(-1);
  const now = mark(numbered(doc));
  if (last?.mark === now || all.length >= MOST) return [];
  const rows = rowsOf(numbered(doc));
  const changes = last ? changesOf(last.rows, rows) : [];
  const made = { n: (last?.n ?? 0) + 1, mark: now, day, changes, rows };
  return [...(last ? [pair(doc.id, { ...last, rows: [] })] : []), pair(doc.id, made)];
}

/** @param {string} id @param {Edition} made @returns {Pair} */
const pair = (id, { n, ...made }) => [key(id, "u", `${n}`), JSON.stringify(made)];

/** What has changed since an edition, by number, with what nobody has been sent yet: null for an
 * edition that nobody knows. @param {Edition[]} all @param {string} answered the mark of the
 * edition @param {Row[]} [now] what the document asks */
export function since(all, answered, now) {
  const first = all.find((one) => one.mark === answered);
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
