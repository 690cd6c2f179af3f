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

  /** @param {string[]} path @param {unknown} raw @param {string} [why] */
  #put(path, raw, why = "shape") {
    this.aside.push({ path, raw, why });
  }

  /** The second format. @param {Record<string, unknown>} found */
  state(found) {
    const state = empty();
    for (const [id, raw] of Object.entries(/** @type {object} */ (found.projects))) {
      const path = ["projects", id];
      if (isName(id) && isMap(raw)) state.projects[id] = this.project(path, raw);
      else this.#put(path, raw);
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
      if (isCount(number)) seen[writer] = Math.min(number, LIMITS.writes);
      if (number === seen[writer]) continue;
      this.#put([...path, writer], number);
      if (isCount(number)) unbelieved.push(writer);
    }
    return { seen, unbelieved };
  }

  /**
   * What stands under names that are good.
   * @param {string[]} path @param {unknown} raw @param {(name: string) => boolean} isGood
   * @returns {[name: string, raw: unknown][]}
   */
  #pairs(path, raw, isGood) {
    if (!isMap(raw)) {
      this.#put(path, raw);
      return [];
    }
    return Object.entries(raw).filter(([name, one]) => {
      const found = isGood(name);
      if (!found) this.#put([...path, name], one);
      return found;
    });
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
      const known = good.has(/** @type {object} */ (list));
      const entries = known
        ? /** @type {Entry[]} */ (list)
        : this.#entries([...path, key], list, rules);
      if (entries.length) made[key] = entries;
    }
    return made;
  }

  /** @param {string[]} path @param {unknown} raw @param {Rules} rules @returns {Entry[]} */
  #entries(path, raw, rules) {
    if (isMap(raw) || !Array.isArray(raw)) {
      this.#put(path, raw);
      return [];
    }
    if (good.has(raw)) return raw;
    // One value, as nearly everything has. An item's fields are remembered together.
    if (raw.length === 1 && !flaw(raw[0], rules)) {
      if (!rules.valid) good.add(raw);
      return raw;
    }
    const dots = new Set();
    const list = raw.filter((entry) => {
      const why = flaw(entry, rules) || (dots.has(entry[2]) ? "twice" : "");
      if (why) this.#put(path, [entry], why);
      else dots.add(entry[2]);
      return !why;
    });
    const made = sorted(list);
    good.add(made);
    if (list.length === raw.length) good.add(raw);
    return made;
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

/** Why an entry breaks the rules; «» when it is one. Asked of thousands when a page opens.
 * @param {unknown} entry @param {Rules} rules */
function flaw(entry, { most, seen, valid }) {
  if (!Array.isArray(entry) || entry.length !== 4) return "shape";
  const [text, when, dot, by] = entry;
  if (typeof text !== "string" || typeof dot !== "string" || typeof by !== "string") return "shape";
  if (text.length > most || by.length > LIMITS.by) return "large";
  if (!isDot(dot) || !knows(seen, dot) || !isTime(when)) return "shape";
  return !valid || valid(text) ? "" : "value";
}
