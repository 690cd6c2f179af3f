// All answers of a site as one value, and how they change: no page and no storage in sight. Pure.

import { order } from "./key.js";
import { markOf } from "./hash.js";
import { conflict, map, sorted, value } from "./register.js";

/** The stored format. A newer one than this is shown, never written over. */
export const VERSION = 2;

/** The project that a worked example stands in while somebody looks at it. */
export const EXAMPLE = "eksempel";

const MOST_WRITER = 10;
const MARK = 6; // letters of a project's mark behind a writer's name
const BESIDE = "-b-";

/**
 * @typedef {import("./register.js").Entry} Entry
 * @typedef {import("./register.js").Fields} Fields
 * @typedef {import("./fields.js").FieldName} FieldName
 * @typedef {{seen: Record<string, number>, name: Entry[], gone: Entry[],
 *   items: Record<string, Fields>, profile: Fields, documents: Fields}} Project
 * @typedef {{version: number, projects: Record<string, Project>,
 *   local: {current: string, saved: string, changes: number, label: string,
 *     cuts?: import("./cuts.js").Cut[]}}} State `cuts`: merges that were taken back
 * @typedef {{when: string, writer: string, by: string}} Stamp who writes, and when (ISO 8601, UTC)
 * @typedef {(text: string) => Entry[]} Put gives a field's new entries
 */

/** @returns {State} */
export const empty = () => ({
  version: VERSION,
  projects: map(),
  local: { current: "", saved: "", changes: 0, label: "" },
});

/** @returns {Project} */
export const emptyProject = () => ({
  seen: map(),
  name: [],
  gone: [],
  items: map(),
  profile: map(),
  documents: map(),
});

/** @type {Intl.Collator | undefined} */
let collator; // made once: it is asked thousands of times

/** How many projects are not deleted. @param {State} state */
export const live = (state) =>
  Object.values(state.projects).filter(({ gone }) => value(gone) !== "yes").length;

/**
 * The projects that are not deleted, or those that are: [id, project], by name.
 * @param {State} state @param {boolean} [gone] @returns {[id: string, project: Project][]}
 */
export const projects = (state, gone = false) =>
  Object.entries(state.projects)
    .filter(([, one]) => (value(one.gone) === "yes") === gone)
    .sort(([a, one], [b, two]) => {
      collator ??= new Intl.Collator(order());
      const names = collator.compare(value(one.name), value(two.name));
      return names || (a < b ? -1 : 1);
    });

/** True when one project may be taken for another: of the reader's own, and the example in use.
 * @param {State} state */
export const several = (state) =>
  projects(state).filter(([id]) => id !== EXAMPLE || id === current(state)).length > 1;

/** The id of the project in use; «» when there is none yet. @param {State} state */
export function current(state) {
  const all = projects(state);
  return all.find(([id]) => id === state.local.current)?.[0] ?? all[0]?.[0] ?? "";
}

/** The project in use, an empty one when there is none yet. @param {State} state */
export const project = (state) => state.projects[current(state)] ?? emptyProject();

/** Another writer in each project: no two writes have one dot, wherever answers are moved.
 * @param {string} id @param {Stamp} stamp */
export const writerIn = (id, { writer }) =>
  `${writer.slice(0, MOST_WRITER)}${markOf(id).slice(0, MARK)}`;

/**
 * A state in which `change(project, put)` has been done to a project; `put(value)` gives a field's
 * new entries. The project is made when it is not there.
 * @param {State} state @param {string} id @param {Stamp} stamp
 * @param {(old: Project, put: Put) => Project} change
 * @returns {State}
 */
export function write(state, id, stamp, change) {
  const old = state.projects[id] ?? emptyProject();
  const seen = map(old.seen);
  const writer = writerIn(id, stamp);
  /** @type {Put} */
  const put = (text) => {
    seen[writer] = (seen[writer] ?? 0) + 1;
    return [[text, stamp.when, `${writer}:${seen[writer]}`, stamp.by]];
  };
  const made = { ...change(old, put), seen };
  return {
    ...state,
    projects: map({ ...state.projects, [id]: made }),
    local: { ...state.local, changes: state.local.changes + 1 },
  };
}

/**
 * A write without a value, as something is given out: whoever has seen it has seen all that this
 * project knew then, and one dot says so.
 * @param {State} state @param {string} id @param {Stamp} stamp @returns {State}
 */
export function marked(state, id, stamp) {
  const made = write(state, id, stamp, (old, put) => {
    put("");
    return old;
  });
  return { ...made, local: state.local }; // nothing that a backup would lack
}

/**
 * The fields of one item set. Values that are what they were are not written again.
 * @param {State} state @param {string} id @param {string} item
 * @param {Partial<Record<FieldName, string>>} values @param {Stamp} stamp
 */
export function answer(state, id, item, values, stamp) {
  const now = state.projects[id]?.items[item] ?? map();
  const given = /** @type {[FieldName, string][]} */ (Object.entries(values));
  const changed = given.filter(
    ([name, text]) => conflict(now[name]).length || value(now[name]) !== text,
  );
  if (!changed.length) return state;
  return write(state, id, stamp, (old, put) => {
    const fields = map(old.items[item]);
    for (const [name, text] of changed) fields[name] = put(text);
    const items = map(old.items);
    items[item] = fields;
    return { ...old, items };
  });
}

/** @param {State} state @param {string} id @param {string} name @param {Stamp} stamp */
export const rename = (state, id, name, stamp) =>
  write(state, id, stamp, (old, put) => ({
    ...old,
    name: put(name),
    gone: put(""),
  }));

/**
 * Deleted projects stay in the data, so that «undo» and a colleague's file can bring them back.
 * @param {State} state @param {string} id @param {boolean} gone @param {Stamp} stamp
 */
export const remove = (state, id, gone, stamp) =>
  write(state, id, stamp, (old, put) => ({ ...old, gone: put(gone ? "yes" : "") }));

/**
 * A new project with the answers of another one, or of one from a file, all written anew.
 * @param {State} state @param {string | Project} from @param {string} id @param {string} name
 * @param {Stamp} stamp
 */
export function copy(state, from, id, name, stamp) {
  const source = (typeof from === "string" ? state.projects[from] : from) ?? emptyProject();
  return write(state, id, stamp, (old, put) => {
    /** @param {Fields} fields @returns {Fields} */
    const anew = (fields) =>
      map(Object.fromEntries(Object.entries(fields).map(([key, all]) => [key, put(value(all))])));
    const items = Object.entries(source.items).map(([item, fields]) => [item, anew(fields)]);
    return {
      ...old,
      name: put(name),
      items: map(Object.fromEntries(items)),
      profile: anew(source.profile),
      documents: anew(source.documents),
    };
  });
}

/** The id that a project had before copies of it were opened beside it. @param {string} id */
export const rootOf = (id) => id.split(BESIDE)[0];

/**
 * A project from a file as one of its own, with all that it has seen: sent back, it merges.
 * @param {State} state @param {Project} theirs
 * @param {{from: string, rest: string, name: string}} called the id it had, what sets the new one
 *   apart, and its name
 * @param {Stamp} stamp
 */
export function beside(state, theirs, { from, rest, name }, stamp) {
  const id = `${rootOf(from)}${BESIDE}${rest}`;
  const there = { ...state, projects: map({ ...state.projects, [id]: theirs }) };
  return use(rename(there, id, name, stamp), id);
}

/**
 * Answers of another project taken into one, written anew: what is not there yet comes in beside
 * what is, with who wrote it and when.
 * @param {State} state @param {string} id @param {Project} theirs @param {Stamp} stamp
 */
export const adopt = (state, id, theirs, stamp) =>
  write(state, id, stamp, (old, put) => {
    /** @param {Fields} mine @param {Fields} more */
    const both = (mine = {}, more) => {
      const made = map(mine);
      for (const [key, entries] of Object.entries(more)) {
        const known = new Set(["", ...(made[key] ?? []).map(([text]) => text)]);
        const others = entries.filter(([text]) => !known.has(text));
        const anew = others.map(
          /** @returns {Entry} */
          ([text, when, , by]) => [text, when, put(text)[0][2], by],
        );
        if (anew.length) made[key] = sorted([...(made[key] ?? []), ...anew]);
      }
      return made;
    };
    const items = map(old.items);
    for (const [item, fields] of Object.entries(theirs.items)) {
      const made = both(items[item], fields);
      // An item without answers would stand before those of the item it replaced.
      if (Object.keys(made).length) items[item] = made;
    }
    const profile = both(old.profile, theirs.profile);
    return { ...old, items, profile, documents: both(old.documents, theirs.documents) };
  });

/** @param {State} state @param {string} id @returns {State} */
export const use = (state, id) => ({ ...state, local: { ...state.local, current: id } });

/**
 * Keyed texts of the project, all at once: answers to profile questions, or parts of documents as
 * JSON. What is what it was is not written again.
 * @param {State} state @param {string} id @param {"profile" | "documents"} kind
 * @param {[key: string, text: string][]} pairs @param {Stamp} stamp
 */
export function keepAll(state, id, kind, pairs, stamp) {
  const now = state.projects[id]?.[kind] ?? map();
  const changed = pairs.filter(
    ([key, text]) => value(now[key]) !== text || conflict(now[key]).length,
  );
  if (!changed.length) return state;
  const made = write(state, id, stamp, (old, put) => {
    const fields = map(old[kind]);
    for (const [key, text] of changed) fields[key] = put(text);
    return { ...old, [kind]: fields };
  });
  made.local.changes += changed.length - 1;
  return made;
}

/**
 * As `keepAll`, of one.
 * @param {State} state @param {string} id @param {"profile" | "documents"} kind
 * @param {string} key @param {string} text @param {Stamp} stamp
 */
export const keep = (state, id, kind, key, text, stamp) =>
  keepAll(state, id, kind, [[key, text]], stamp);
