// Reading what is stored or opened: nothing of it is used before all is read and found good. Pure.

import { FIELDS, LIMITS, isId, isName, isTime, isValue, isWriter } from "./fields.js";
import { knows, map, sorted } from "./register.js";
import { VERSION, empty, emptyProject } from "./state.js";

/** @typedef {import("./state.js").State} State */

class Refused extends Error {}

const need = (truth, why) => {
  if (!truth) throw new Refused(why);
};

const isMap = (thing) => typeof thing === "object" && thing !== null && !Array.isArray(thing);

/** Reads a file or what is stored: a state, or why not. Nothing of it is used before all is read.
 * @param {string} text
 * @returns {{state?: State & {newer?: boolean}, problem?: string}} `problem` is a key of the words */
export function read(text) {
  let found;
  try {
    found = JSON.parse(text);
  } catch {
    return { problem: "json" };
  }
  try {
    need(isMap(found) && Number.isInteger(found.version), "shape");
    if (found.version > VERSION) return { problem: "newer", state: newer(found) };
    need(found.version >= 1, "shape");
    return { state: found.version === 1 ? fromVersion1(found) : fromVersion2(found) };
  } catch (error) {
    if (error instanceof Refused) return { problem: error.message };
    throw error;
  }
}

/** What can be shown of a format that this page does not know. It is never written. */
function newer(found) {
  try {
    return { ...fromVersion2({ ...found, version: VERSION }), newer: true };
  } catch {
    try {
      return { ...fromVersion1(found), newer: true };
    } catch {
      return { ...empty(), newer: true };
    }
  }
}

/** The first format: {ticks: {item: when}}. Ticks become «done» in a project of their own. */
function fromVersion1(found) {
  need(isMap(found.ticks ?? {}), "shape");
  const writer = `v1${Math.random().toString(36).slice(2, 10)}`;
  const made = emptyProject();
  let number = 0;
  for (const [item, when] of Object.entries(found.ticks ?? {})) {
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

function fromVersion2(found) {
  need(isMap(found.projects), "shape");
  const all = Object.entries(found.projects);
  need(all.length <= LIMITS.projects, "large");
  const state = empty();
  for (const [id, project] of all) {
    need(isName(id), "shape");
    state.projects[id] = cleanProject(project);
  }
  const local = isMap(found.local) ? found.local : {};
  const text = (name, limit) => (typeof local[name] === "string" ? local[name].slice(0, limit) : "");
  state.local = {
    current: isName(text("current", 64)) ? text("current", 64) : "",
    saved: isTime(local.saved) ? local.saved : "",
    changes: Number.isInteger(local.changes) && local.changes >= 0 ? local.changes : 0,
    label: text("label", LIMITS.by),
  };
  return state;
}

function cleanProject(project) {
  need(isMap(project) && isMap(project.seen) && isMap(project.items), "shape");
  const made = emptyProject();
  for (const [writer, number] of Object.entries(project.seen)) {
    need(isWriter(writer) && Number.isSafeInteger(number) && number > 0, "shape");
    made.seen[writer] = number;
  }
  const entries = (list, limit) => {
    need(Array.isArray(list) && list.length <= LIMITS.entries, "shape");
    const dots = new Set(list.map((entry) => (Array.isArray(entry) ? entry[2] : "")));
    need(dots.size === list.length, "twice");
    return sorted(list.map((entry) => cleanEntry(entry, limit, made.seen)));
  };
  made.name = entries(project.name ?? [], LIMITS.name);
  made.gone = entries(project.gone ?? [], 3);
  need(Object.keys(project.items).length <= LIMITS.items, "large");
  for (const [item, fields] of Object.entries(project.items)) {
    need(isId(item) && isMap(fields), "shape");
    made.items[item] = map();
    for (const [name, list] of Object.entries(fields)) {
      need(Object.hasOwn(FIELDS, name), "shape");
      made.items[item][name] = entries(list, FIELDS[name]);
      for (const entry of made.items[item][name]) need(isValue(name, entry[0]), "value");
    }
  }
  for (const [kind, limit] of [["profile", 64], ["documents", 400000]]) {
    need(isMap(project[kind] ?? {}), "shape");
    for (const [key, list] of Object.entries(project[kind] ?? {})) {
      need(isName(key), "shape");
      made[kind][key] = entries(list, limit);
    }
  }
  return made;
}

function cleanEntry(entry, limit, seen) {
  need(Array.isArray(entry) && entry.length === 4, "shape");
  const [text, when, dot, by] = entry;
  need(typeof text === "string" && typeof dot === "string" && typeof by === "string", "shape");
  need(text.length <= limit && by.length <= LIMITS.by, "large");
  need(isTime(when) && /^[a-z0-9]{1,16}:[1-9]\d{0,14}$/.test(dot) && knows(seen, dot), "shape");
  return [text, when, dot, by];
}
