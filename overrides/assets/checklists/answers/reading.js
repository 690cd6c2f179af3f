// One reading of a state: each part by the rules of the fields, what breaks them put aside. Pure.

import { FIELDS, LIMITS, isCount, isDot, isId, isName } from "./fields.js";
import { isTime, isValue, isWriter } from "./fields.js";
import { cleanLocal, isMap } from "./local.js";
import { documentPart } from "./older.js";
import { knows, map, sorted } from "./register.js";
import { empty, emptyProject } from "./state.js";

/**
 * @typedef {import("./register.js").Entry} Entry
 * @typedef {import("./register.js").Fields} Fields
 * @typedef {import("./register.js").Seen} Seen
 * @typedef {import("./state.js").Project} Project
 * @typedef {{path: string[], raw: unknown, why: string}} Aside a part that could not be read, where
 *   it stood, and a key of the words
 * @typedef {{most: number, seen: Seen, valid?: (text: string) => boolean}} Rules of a field
 */

class Refused extends Error {}

/** @param {unknown} truth @param {string} why @returns {asserts truth} */
function need(truth, why) {
  if (!truth) throw new Refused(why);
}

// Lists of entries, and fields of items, that were found good; they are never changed in place.
/** @type {WeakSet<object>} */
const good = new WeakSet();

/** One reading: what it finds good it gives, what it does not it puts aside. */
export class Reading {
  /** @type {Aside[]} */
  aside = [];
  #older;

  /** @param {boolean} [older] whether what only earlier versions let in is taken in */
  constructor(older = true) {
    this.#older = older;
  }

  /**
   * @template T @param {string[]} path @param {unknown} raw @param {() => T} make
   * @returns {T | undefined}
   */
  #part(path, raw, make) {
    try {
      return make();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.aside.push({ path, raw, why: error.message });
      return undefined;
    }
  }

  /** The second format. @param {Record<string, unknown>} found */
  state(found) {
    const state = empty();
    for (const [id, raw] of Object.entries(/** @type {object} */ (found.projects))) {
      const made = this.#part(["projects", id], raw, () => {
        need(isName(id) && isMap(raw), "shape");
        return this.project(["projects", id], raw);
      });
      if (made) state.projects[id] = made;
    }
    state.local = cleanLocal(isMap(found.local) ? found.local : {});
    return state;
  }

  /** @param {string[]} path @param {Record<string, unknown>} raw @returns {Project} */
  project(path, raw) {
    const { seen, unbelieved } = this.#seen([...path, "seen"], raw.seen);
    const made = { ...emptyProject(), seen };
    made.name = this.#entries([...path, "name"], raw.name ?? [], { most: LIMITS.name, seen });
    made.gone = this.#entries([...path, "gone"], raw.gone ?? [], { most: LIMITS.gone, seen });
    for (const [item, fields] of this.#pairs([...path, "items"], raw.items ?? {}, isId)) {
      const answers = this.#item([...path, "items", item], fields, seen);
      if (Object.keys(answers).length) made.items[item] = answers;
    }
    const { profile, document: most } = LIMITS;
    made.profile = this.#texts([...path, "profile"], raw.profile ?? {}, { most: profile, seen });
    const documents = this.#documents([...path, "documents"], raw.documents ?? {});
    made.documents = this.#texts([...path, "documents"], documents, { most, seen });
    for (const writer of unbelieved) believe(made, writer);
    return made;
  }

  /**
   * What a project says that it has seen. What nobody can have written is not believed.
   * @param {string[]} path @param {unknown} raw
   */
  #seen(path, raw) {
    /** @type {Seen} */
    const seen = map();
    /** @type {string[]} */
    const unbelieved = [];
    for (const [writer, number] of this.#pairs(path, raw ?? {}, isWriter)) {
      const made = this.#part([...path, writer], number, () => {
        need(isCount(number), "shape");
        return Math.min(number, LIMITS.writes);
      });
      if (made === undefined) continue;
      seen[writer] = made;
      if (number === made) continue;
      this.aside.push({ path: [...path, writer], raw: number, why: "shape" });
      unbelieved.push(writer);
    }
    return { seen, unbelieved };
  }

  /**
   * What stands under names that are good.
   * @param {string[]} path @param {unknown} raw @param {(name: string) => boolean} isGood
   * @returns {[name: string, raw: unknown][]}
   */
  #pairs(path, raw, isGood) {
    const all = this.#part(path, raw, () => {
      need(isMap(raw), "shape");
      return Object.entries(raw);
    });
    return (all ?? []).filter(([name, one]) =>
      this.#part([...path, name], one, () => {
        need(isGood(name), "shape");
        return true;
      }),
    );
  }

  /** @param {string[]} path @param {unknown} raw @param {Seen} seen */
  #item(path, raw, seen) {
    if (good.has(/** @type {object} */ (raw))) return /** @type {Fields} */ (raw);
    /** @type {Record<string, Entry[]>} */
    const made = map();
    const isField = (/** @type {string} */ name) => Object.hasOwn(FIELDS, name);
    for (const [name, list] of this.#pairs(path, raw, isField)) {
      const most = FIELDS[/** @type {import("./fields.js").FieldName} */ (name)];
      const valid = (/** @type {string} */ text) => isValue(name, text);
      const entries = this.#entries([...path, name], list, { most, seen, valid });
      if (entries.length) made[name] = entries;
    }
    good.add(made);
    return made;
  }

  /** Parts of documents, with ids that older versions let in written anew.
   * @param {string[]} path @param {unknown} raw */
  #documents(path, raw) {
    if (!isMap(raw) || !this.#older) return raw;
    const all = Object.entries(raw);
    if (all.every(([key]) => isName(key))) return raw;
    /** @type {Record<string, unknown>} */
    const made = map();
    for (const [old, was] of all) {
      const [key, list] = documentPart(old, was);
      const there = made[key];
      made[key] = Array.isArray(there) && Array.isArray(list) ? [...there, ...list] : list;
    }
    return made;
  }

  /** @param {string[]} path @param {unknown} raw @param {Rules} rules */
  #texts(path, raw, rules) {
    /** @type {Record<string, Entry[]>} */
    const made = map();
    for (const [key, list] of this.#pairs(path, raw, isName)) {
      const entries = this.#entries([...path, key], list, rules);
      if (entries.length) made[key] = entries;
    }
    return made;
  }

  /** @param {string[]} path @param {unknown} raw @param {Rules} rules @returns {Entry[]} */
  #entries(path, raw, rules) {
    if (isMap(raw) || !Array.isArray(raw)) {
      this.aside.push({ path, raw, why: "shape" });
      return [];
    }
    if (good.has(raw)) return raw;
    /** @type {Map<string, Entry>} */
    const made = new Map();
    const before = this.aside.length;
    for (const entry of raw) {
      this.#part(path, [entry], () => {
        const one = cleanEntry(entry, rules);
        need(!made.has(one[2]), "twice");
        made.set(one[2], one);
      });
    }
    const list = sorted([...made.values()]);
    good.add(list);
    if (this.aside.length === before) good.add(raw);
    return list;
  }
}

/** A claim that is not believed becomes what the project shows. @param {Project} made
 * @param {string} writer */
function believe(made, writer) {
  const lists = [made.name, made.gone, ...[made.profile, made.documents,
    ...Object.values(made.items)].flatMap((fields) => Object.values(fields))];
  const shown = lists.flat().filter(([, , dot]) => dot.startsWith(`${writer}:`));
  const numbers = shown.map(([, , dot]) => Number(dot.slice(writer.length + 1)));
  if (numbers.length) made.seen[writer] = Math.max(...numbers);
  else delete made.seen[writer];
}

/** @param {unknown} entry @param {Rules} rules @returns {Entry} */
function cleanEntry(entry, { most, seen, valid }) {
  need(Array.isArray(entry) && entry.length === 4, "shape");
  const [text, when, dot, by] = entry;
  need(typeof text === "string" && typeof dot === "string" && typeof by === "string", "shape");
  need(text.length <= most && by.length <= LIMITS.by, "large");
  need(isDot(dot) && knows(seen, dot), "shape");
  need(isTime(when), "shape");
  need(!valid || valid(text), "value");
  return [text, when, dot, by];
}
