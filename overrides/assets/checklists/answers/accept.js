// Reading what is stored or opened: nothing of it is used before all is read and found good. Pure.

import { FIELDS, LIMITS, isId, isName, isTime, isValue, isWriter } from "./fields.js";
import { randomId } from "./ids.js";
import { knows, map, sorted } from "./register.js";
import { VERSION, empty, emptyProject } from "./state.js";

/**
 * @typedef {import("./register.js").Entry} Entry
 * @typedef {import("./register.js").Seen} Seen
 * @typedef {import("./state.js").Project} Project
 * @typedef {import("./state.js").State} State
 * @typedef {{state?: State & {newer?: boolean}, problem?: string}} Read `problem` is a key of the
 *   words; a state beside it can be shown, never written
 */

class Refused extends Error {}

/** @param {unknown} truth @param {string} why @returns {asserts truth} */
function need(truth, why) {
  if (!truth) throw new Refused(why);
}

/** @param {unknown} thing @returns {thing is Record<string, unknown>} */
const isMap = (thing) => typeof thing === "object" && thing !== null && !Array.isArray(thing);

/** Reads a file or what is stored: a state, or why not. @param {string} text @returns {Read} */
export function read(text) {
  let found;
  try {
    found = JSON.parse(text);
  } catch {
    return { problem: "json" };
  }
  try {
    need(isMap(found), "shape");
    const { version } = found;
    need(typeof version === "number" && Number.isInteger(version), "shape");
    if (version > VERSION) return { problem: "newer", state: newer(found) };
    need(version >= 1, "shape");
    return { state: version === 1 ? fromVersion1(found) : fromVersion2(found) };
  } catch (error) {
    if (error instanceof Refused) return { problem: error.message };
    throw error;
  }
}

/**
 * What can be shown of a format that this page does not know. It is never written.
 * @param {Record<string, unknown>} found
 */
function newer(found) {
  for (const way of [fromVersion2, fromVersion1]) {
    try {
      return { ...way({ ...found, version: VERSION }), newer: true };
    } catch {
      // The next way may read it.
    }
  }
  return { ...empty(), newer: true };
}

/**
 * The first format: {ticks: {item: when}}. Ticks become «done» in a project of their own.
 * @param {Record<string, unknown>} found
 */
function fromVersion1(found) {
  const ticks = found.ticks ?? {};
  need(isMap(ticks), "shape");
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

/** @param {Record<string, unknown>} found */
function fromVersion2(found) {
  need(isMap(found.projects), "shape");
  const all = Object.entries(found.projects);
  need(all.length <= LIMITS.projects, "large");
  const state = empty();
  for (const [id, project] of all) {
    need(isName(id), "shape");
    state.projects[id] = cleanProject(project);
  }
  state.local = cleanLocal(isMap(found.local) ? found.local : {});
  return state;
}

/**
 * What is this browser's own is never a reason to refuse.
 * @param {Record<string, unknown>} local
 */
function cleanLocal(local) {
  const { current, saved, changes, label } = local;
  const counted = typeof changes === "number" && Number.isInteger(changes) && changes >= 0;
  const id = typeof current === "string" ? current.slice(0, 64) : "";
  return {
    current: isName(id) ? id : "",
    saved: isTime(saved) ? saved : "",
    changes: counted ? changes : 0,
    label: typeof label === "string" ? label.slice(0, LIMITS.by) : "",
  };
}

/** @param {unknown} project */
function cleanProject(project) {
  need(isMap(project) && isMap(project.seen) && isMap(project.items), "shape");
  const made = emptyProject();
  for (const [writer, number] of Object.entries(project.seen)) {
    need(isWriter(writer) && isNumber(number), "shape");
    made.seen[writer] = number;
  }
  made.name = cleanEntries(project.name ?? [], LIMITS.name, made.seen);
  made.gone = cleanEntries(project.gone ?? [], 3, made.seen);
  need(Object.keys(project.items).length <= LIMITS.items, "large");
  for (const [item, fields] of Object.entries(project.items)) {
    need(isId(item), "shape");
    made.items[item] = cleanItem(fields, made.seen);
  }
  made.profile = cleanTexts(project.profile ?? {}, 64, made.seen);
  made.documents = cleanTexts(project.documents ?? {}, 400000, made.seen);
  return made;
}

/** @param {unknown} number @returns {number is number} */
const isNumber = (number) =>
  typeof number === "number" && Number.isSafeInteger(number) && number > 0;

/** @param {unknown} fields @param {Seen} seen */
function cleanItem(fields, seen) {
  need(isMap(fields), "shape");
  /** @type {Record<string, Entry[]>} */
  const made = map();
  for (const [name, list] of Object.entries(fields)) {
    need(Object.hasOwn(FIELDS, name), "shape");
    const limit = FIELDS[/** @type {import("./fields.js").FieldName} */ (name)];
    made[name] = cleanEntries(list, limit, seen);
    for (const entry of made[name]) need(isValue(name, entry[0]), "value");
  }
  return made;
}

/** @param {unknown} texts @param {number} limit @param {Seen} seen */
function cleanTexts(texts, limit, seen) {
  need(isMap(texts), "shape");
  /** @type {Record<string, Entry[]>} */
  const made = map();
  for (const [key, list] of Object.entries(texts)) {
    need(isName(key), "shape");
    made[key] = cleanEntries(list, limit, seen);
  }
  return made;
}

/** @param {unknown} list @param {number} limit @param {Seen} seen */
function cleanEntries(list, limit, seen) {
  need(Array.isArray(list) && list.length <= LIMITS.entries, "shape");
  const dots = new Set(list.map((entry) => (Array.isArray(entry) ? entry[2] : "")));
  need(dots.size === list.length, "twice");
  return sorted(list.map((entry) => cleanEntry(entry, limit, seen)));
}

/** @param {unknown} entry @param {number} limit @param {Seen} seen @returns {Entry} */
function cleanEntry(entry, limit, seen) {
  need(Array.isArray(entry) && entry.length === 4, "shape");
  const [text, when, dot, by] = entry;
  need(typeof text === "string" && typeof dot === "string" && typeof by === "string", "shape");
  need(text.length <= limit && by.length <= LIMITS.by, "large");
  need(/^[a-z0-9]{1,16}:[1-9]\d{0,14}$/.test(dot) && knows(seen, dot), "shape");
  need(isTime(when), "shape");
  return [text, when, dot, by];
}
