// Reading what is stored or opened, part by part; by the same rules it says what may be written.
// Pure.
//
// A part that cannot be read (an entry, a field, a project) is put aside alone; the rest is read.

import { LIMITS, isId, isName, isTime } from "./fields.js";
import { randomId } from "./ids.js";
import { isMap } from "./local.js";
import { Reading } from "./reading.js";
import { map } from "./register.js";
import { VERSION, empty, emptyProject, live } from "./state.js";

/**
 * @typedef {import("./register.js").Fields} Fields
 * @typedef {import("./state.js").Project} Project
 * @typedef {import("./state.js").State} State
 * @typedef {import("./reading.js").Aside} Aside
 * @typedef {{state?: State & {newer?: boolean}, problem?: string, aside: Aside[]}} Read `problem`
 *   is a key of the words; a state beside it can be shown, never written
 */

/** Reads a file or what is stored: a state, or why not. @param {string} text @returns {Read} */
export function read(text) {
  let found;
  try {
    found = JSON.parse(text);
  } catch {
    return { problem: "json", aside: [] };
  }
  return readOf(found);
}

/** As `read`, of what is JSON no more. @param {unknown} found @returns {Read} */
export function readOf(found) {
  if (!isMap(found) || !Number.isInteger(found.version) || Number(found.version) < 1) {
    return { problem: "shape", aside: [] };
  }
  if (Number(found.version) > VERSION) return { problem: "newer", state: newer(found), aside: [] };
  if (!isMap(found.version === 1 ? (found.ticks ?? {}) : found.projects)) {
    return { problem: "shape", aside: [] };
  }
  const reading = new Reading();
  const state = found.version === 1 ? fromVersion1(found) : reading.state(found);
  return { state, aside: reading.aside };
}

/**
 * Why a state may not be written after another: a key of the words, «» when it may. What is
 * written by this rule is read again whole.
 * @param {State} before @param {State} next
 */
export function refusal(before, next) {
  const reading = new Reading(false);
  for (const [id, project] of Object.entries(next.projects)) {
    const old = before.projects[id];
    if (old === project) continue;
    if (!isName(id)) return "shape";
    const items = changed(old?.items, project.items);
    const documents = changed(old?.documents, project.documents);
    stillShort(old?.documents, project.documents, documents);
    reading.project(["projects", id], { ...project, items, documents });
  }
  if (reading.aside.length) return reading.aside[0].why;
  const [was, is] = [excess(before), excess(next)];
  return is.some((name) => !was.includes(name)) || grown(before, next, is) ? "many" : "";
}

/** Those that are not what they were: of a thousand, a tick changes one.
 * @template T @param {Record<string, T> | undefined} before @param {Record<string, T>} now */
function changed(before, now) {
  /** @type {Record<string, T>} */
  const made = map();
  for (const id in now) if (now[id] !== before?.[id]) made[id] = now[id];
  return made;
}

// Fields are never changed in place, and a tick among a thousand answers asks of them all.
/** @type {WeakMap<Fields, boolean>} */
const longs = new WeakMap();

/** What was found short is so still, when what has changed in it is.
 * @param {Fields | undefined} before @param {Fields} now @param {Fields} changes */
function stillShort(before, now, changes) {
  if (before && longs.get(before) === false && !isLong(changes)) longs.set(now, false);
}

/** True when a field holds more values than it may. @param {Fields} fields */
function isLong(fields) {
  const before = longs.get(fields);
  if (before !== undefined) return before;
  const found = Object.values(fields).some((list) => list.length > LIMITS.entries);
  longs.set(fields, found);
  return found;
}

/** @type {WeakMap<State, string[]>} */
const known = new WeakMap();

/** Counts that are over a limit. @param {State} state */
export function excess(state) {
  const found = known.get(state) ?? counted(state);
  known.set(state, found);
  return found;
}

/** @param {State} state */
function counted(state) {
  const all = Object.values(state.projects);
  const long = (/** @type {Project} */ { name, gone, profile, documents, items }) =>
    isLong({ name, gone }) || [profile, documents, ...Object.values(items)].some(isLong);
  return [
    live(state) > LIMITS.live && "live",
    all.length > LIMITS.projects && "projects",
    all.some(({ items }) => Object.keys(items).length > LIMITS.items) && "items",
    all.some(long) && "entries",
  ].filter((name) => name !== false);
}

/** What is over a limit may be made less, never more.
 * @param {State} before @param {State} next @param {string[]} over */
function grown(before, next, over) {
  if (over.includes("live") && live(next) > live(before)) return true;
  const count = (/** @type {State} */ state) => Object.keys(state.projects).length;
  return over.includes("projects") && count(next) > count(before);
}

/**
 * What can be shown of a format that this page does not know. It is never written.
 * @param {Record<string, unknown>} found
 */
function newer(found) {
  try {
    const state = isMap(found.projects) ? new Reading().state(found) : fromVersion1(found);
    return { ...state, newer: true };
  } catch {
    return { ...empty(), newer: true };
  }
}

/**
 * The first format: {ticks: {item: when}}. Ticks become «done» in a project of their own.
 * @param {Record<string, unknown>} found
 */
function fromVersion1(found) {
  const ticks = isMap(found.ticks) ? found.ticks : {};
  const writer = `v1${randomId(8)}`;
  const made = emptyProject();
  let number = 0;
  for (const [item, when] of Object.entries(ticks)) {
    if (!isId(item) || typeof when !== "string") continue;
    number += 1;
    const time = isTime(when) ? when : "2026-01-01T00:00:00Z";
    made.items[item] = map({ status: [["done", time, `${writer}:${number}`, ""]] });
  }
  const state = empty();
  if (!number) return state;
  made.seen[writer] = number;
  state.projects.v1 = made;
  state.local.current = "v1";
  return state;
}
