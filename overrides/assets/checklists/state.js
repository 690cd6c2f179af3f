// What answers are and how they change: pure functions, no page and no storage in sight.
//
// A field holds the values that nobody has replaced yet: one as a rule, several when two browsers
// changed it without knowing of each other. Each value has a dot, «writer:number», and a project
// knows which dots it has seen; so a merge can tell «replaced» from «never heard of», whatever the
// clocks of the machines say. Merging is commutative, associative and idempotent.

/** The stored format. A newer one than this is shown, never written over. */
export const VERSION = 2;

/** What an item can hold, and how long each may be. `wording` is the text that was answered. */
export const FIELDS = {
  status: 12, reason: 1000, priority: 8, answer: 4000, note: 4000, responsible: 120, due: 10, wording: 2500,
};
export const STATUSES = ["", "doing", "done", "irrelevant"];
export const PRIORITIES = ["must", "should", "could"];
const LIMITS = { projects: 50, items: 20000, entries: 20, name: 120, by: 60 };

/**
 * @typedef {[value: string, when: string, dot: string, by: string]} Entry
 * @typedef {{seen: Record<string, number>, name: Entry[], gone: Entry[],
 *   items: Record<string, Record<string, Entry[]>>, profile: Record<string, Entry[]>,
 *   documents: Record<string, Entry[]>}} Project
 * @typedef {{version: number, projects: Record<string, Project>,
 *   local: {current: string, saved: string, changes: number, label: string}}} State
 * @typedef {{when: string, writer: string, by: string}} Stamp who writes, and when (ISO 8601, UTC)
 */

/** A map without a prototype, so that no key of anybody's can mean something else. */
const map = (from = {}) => Object.assign(Object.create(null), from);

/** @returns {State} */
export const empty = () => ({
  version: VERSION, projects: map(), local: { current: "", saved: "", changes: 0, label: "" },
});

/** @returns {Project} */
const emptyProject = () => ({
  seen: map(), name: [], gone: [], items: map(), profile: map(), documents: map(),
});

/** Ids as the data file has them; keeps markup out. */
export const isId = (id) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) && id.length <= 64;
const isName = (name) => /^[a-z0-9-]{1,100}$/.test(name);
const isWriter = (name) => /^[a-z0-9]{1,16}$/.test(name);
const isTime = (text) => typeof text === "string" && /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?Z$/.test(text);
export const isDay = (text) => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));

// --- Fields -----------------------------------------------------------------------------------

/** The value that is shown of several: the one written last, by its dot where times are equal. */
const latest = (entries) =>
  entries.reduce((a, b) => (b[1] > a[1] || (b[1] === a[1] && b[2] > a[2]) ? b : a));

/** A field's value, «» when there is none. @param {Entry[] | undefined} entries */
export const value = (entries) => (entries?.length ? latest(entries)[0] : "");

/** Values that contradict each other; empty when there is at most one. @returns {Entry[]} */
export function conflict(entries) {
  const found = new Map((entries ?? []).map((entry) => [entry[0], entry]));
  return found.size > 1 ? [...found.values()] : [];
}

const dotOf = (dot) => {
  const cut = dot.lastIndexOf(":");
  return [dot.slice(0, cut), Number(dot.slice(cut + 1))];
};

const knows = (seen, dot) => {
  const [writer, number] = dotOf(dot);
  return (seen[writer] ?? 0) >= number;
};

const sorted = (entries) => entries.toSorted((a, b) => (a[2] < b[2] ? -1 : a[2] > b[2] ? 1 : 0));

// --- Projects ---------------------------------------------------------------------------------

/** The projects that are not deleted: [id, project], by name. */
export const projects = (state) =>
  Object.entries(state.projects)
    .filter(([, project]) => value(project.gone) !== "yes")
    .sort(([a, one], [b, two]) => value(one.name).localeCompare(value(two.name), "nb") || (a < b ? -1 : 1));

/** The id of the project in use; «» when there is none yet. */
export function current(state) {
  const all = projects(state);
  return all.find(([id]) => id === state.local.current)?.[0] ?? all[0]?.[0] ?? "";
}

/** The project in use, an empty one when there is none yet. @returns {Project} */
export const project = (state) => state.projects[current(state)] ?? emptyProject();

/**
 * A state in which `change(project, put)` has been done to a project; `put(entries, value)` gives
 * a field's new entries. The project is made when it is not there.
 * @param {State} state @param {string} id @param {Stamp} stamp
 */
export function write(state, id, stamp, change) {
  const old = state.projects[id] ?? emptyProject();
  const seen = map(old.seen);
  const put = (text) => {
    seen[stamp.writer] = (seen[stamp.writer] ?? 0) + 1;
    return [[text, stamp.when, `${stamp.writer}:${seen[stamp.writer]}`, stamp.by]];
  };
  const made = { ...change(old, put), seen };
  return {
    ...state,
    projects: map({ ...state.projects, [id]: made }),
    local: { ...state.local, changes: state.local.changes + 1 },
  };
}

/** The fields of one item set. Values that are what they were are not written again. */
export function answer(state, id, item, values, stamp) {
  const now = state.projects[id]?.items[item] ?? {};
  const changed = Object.entries(values).filter(
    ([name, text]) => conflict(now[name]).length || value(now[name]) !== text,
  );
  if (!changed.length) return state;
  return write(state, id, stamp, (old, put) => {
    const fields = map(old.items[item]);
    for (const [name, text] of changed) fields[name] = put(text.slice(0, FIELDS[name]));
    const items = map(old.items);
    items[item] = fields;
    return { ...old, items };
  });
}

export const rename = (state, id, name, stamp) =>
  write(state, id, stamp, (old, put) => ({ ...old, name: put(name.slice(0, LIMITS.name)), gone: put("") }));

/** Deleted projects stay in the data, so that «undo» and a colleague's file can bring them back. */
export const remove = (state, id, gone, stamp) =>
  write(state, id, stamp, (old, put) => ({ ...old, gone: put(gone ? "yes" : "") }));

/** A new project with the answers of another one, or of one from a file, all written anew. */
export function copy(state, from, id, name, stamp) {
  const source = (typeof from === "string" ? state.projects[from] : from) ?? emptyProject();
  return write(state, id, stamp, (old, put) => {
    const anew = (fields) =>
      map(Object.fromEntries(Object.entries(fields).map(([key, entries]) => [key, put(value(entries))])));
    const items = Object.entries(source.items).map(([item, fields]) => [item, anew(fields)]);
    return {
      ...old, name: put(name), items: map(Object.fromEntries(items)), profile: anew(source.profile),
      documents: anew(source.documents),
    };
  });
}

export const use = (state, id) => ({ ...state, local: { ...state.local, current: id } });

/** One keyed text of the project: an answer to a profile question, or a document as JSON. */
export const keep = (state, id, kind, key, text, stamp) =>
  value(state.projects[id]?.[kind][key]) === text && !conflict(state.projects[id]?.[kind][key]).length
    ? state
    : write(state, id, stamp, (old, put) => ({ ...old, [kind]: map({ ...old[kind], [key]: put(text) }) }));

// --- Merging ----------------------------------------------------------------------------------

function mergeField(a, b, seenA, seenB) {
  const inB = new Set((b ?? []).map((entry) => entry[2]));
  const inA = new Set((a ?? []).map((entry) => entry[2]));
  return sorted([
    ...(a ?? []).filter((entry) => inB.has(entry[2]) || !knows(seenB, entry[2])),
    ...(b ?? []).filter((entry) => !inA.has(entry[2]) && !knows(seenA, entry[2])),
  ]);
}

function mergeFields(a, b, seenA, seenB) {
  const made = map();
  for (const key of new Set([...Object.keys(a ?? {}), ...Object.keys(b ?? {})])) {
    const entries = mergeField(a?.[key], b?.[key], seenA, seenB);
    if (entries.length) made[key] = entries;
  }
  return made;
}

/** Two states of one project as one. @param {Project} a @param {Project} b @returns {Project} */
export function mergeProject(a, b) {
  const seen = map(a.seen);
  for (const [writer, number] of Object.entries(b.seen)) seen[writer] = Math.max(seen[writer] ?? 0, number);
  const items = map();
  for (const key of new Set([...Object.keys(a.items), ...Object.keys(b.items)])) {
    const fields = mergeFields(a.items[key], b.items[key], a.seen, b.seen);
    if (Object.keys(fields).length) items[key] = fields;
  }
  return {
    seen, items,
    name: mergeField(a.name, b.name, a.seen, b.seen),
    gone: mergeField(a.gone, b.gone, a.seen, b.seen),
    profile: mergeFields(a.profile, b.profile, a.seen, b.seen),
    documents: mergeFields(a.documents, b.documents, a.seen, b.seen),
  };
}

/** All projects of both. What is this browser's own (`local`) is `a`'s. */
export function merge(a, b) {
  const made = map(a.projects);
  for (const [id, theirs] of Object.entries(b.projects)) {
    made[id] = made[id] ? mergeProject(made[id], theirs) : theirs;
  }
  return { ...a, projects: made };
}

/** True when `a` has seen all that `b` has: then merging b into a changes nothing. */
export const covers = (a, b) =>
  Object.entries(b.projects).every(([id, theirs]) =>
    Object.entries(theirs.seen).every(([writer, number]) => (a.projects[id]?.seen[writer] ?? 0) >= number),
  );

/** [item, field, entries] of every field that two have answered differently. */
export function conflicts(project) {
  return Object.entries(project.items).flatMap(([item, fields]) =>
    Object.entries(fields)
      .filter(([name, entries]) => name !== "wording" && conflict(entries).length)
      .map(([name, entries]) => [item, name, conflict(entries)]),
  );
}

// --- Reading what is stored or opened ----------------------------------------------------------

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

const isValue = (name, text) =>
  name === "status" ? STATUSES.includes(text)
  : name === "priority" ? text === "" || PRIORITIES.includes(text)
  : name === "due" ? text === "" || isDay(text)
  : true;

// Fields are never changed in place, so their text is made once: a tick among a thousand answers
// writes one anew.
const texts = new WeakMap();
function textOf(thing) {
  let made = texts.get(thing);
  if (made === undefined) texts.set(thing, (made = JSON.stringify(thing)));
  return made;
}

/** A state as it is stored: JSON, with the text of what has not changed reused. */
export function text(state) {
  const all = Object.entries(state.projects).map(([id, { items, ...rest }]) => {
    const parts = [];
    for (const item in items) parts.push(`"${item}":${textOf(items[item])}`);
    return `"${id}":${JSON.stringify(rest).slice(0, -1)},"items":{${parts.join(",")}}}`;
  });
  return `{"version":${VERSION},"projects":{${all.join(",")}},"local":${JSON.stringify(state.local)}}`;
}

/** What is in a file that was opened, in numbers: to be seen before anything is changed. */
export const summary = (state) =>
  projects(state).map(([id, found]) => ({
    id, name: value(found.name), answers: Object.keys(found.items).length,
  }));

// --- What the pages ask ------------------------------------------------------------------------

/**
 * An item's fields: its own, or those of a retired item that it took over from.
 * @param {Project} project @param {string} item @param {string[]} was ids that it took over from
 */
export function answered(project, item, was = []) {
  const id = [item, ...was].find((name) => project.items[name]);
  const fields = id ? project.items[id] : map();
  const made = { from: id ?? item, conflict: Object.keys(fields).filter((n) => n !== "wording" && conflict(fields[n]).length) };
  for (const name of Object.keys(FIELDS)) made[name] = value(fields[name]);
  made.when = fields.status?.length ? latest(fields.status)[1] : "";
  return made;
}

/** True when an item was answered in other words than it has now. */
export const outdated = (found, wording) => found.wording !== "" && wording !== "" && found.wording !== wording;

/**
 * Done items in all and by the priority that counts; what is not relevant counts nowhere.
 * @param {Project} project
 * @param {{id: string, priority: string, was?: string[]}[]} items
 * @returns {Record<string, {done: number, total: number}>}
 */
export function progress(project, items) {
  const made = { all: { done: 0, total: 0 } };
  for (const { id, priority, was } of new Map(items.map((item) => [item.id, item])).values()) {
    const found = answered(project, id, was);
    const counted = found.priority || priority;
    made[counted] ??= { done: 0, total: 0 };
    if (found.status === "irrelevant") continue;
    for (const key of ["all", counted]) {
      made[key].total += 1;
      if (found.status === "done") made[key].done += 1;
    }
  }
  return made;
}

/** Answers to items that no page knows any more and none took over. */
export function strays(project, known) {
  return Object.entries(project.items)
    .filter(([item, fields]) => !known.has(item) && Object.keys(FIELDS).some((n) => n !== "wording" && value(fields[n])))
    .map(([item]) => [item, answered(project, item)]);
}
