// What could not be read and was put aside: never over another, told of, and taken in again. Pure:
// the storage is given.

import { read } from "./accept.js";
import { map } from "./register.js";
import { VERSION } from "./state.js";

/**
 * @typedef {import("./accept.js").Aside} Aside
 * @typedef {{name: string, text: string}} Kept what was put aside, and the key it stands under
 * @typedef {{kind: string, key: string}} Told one part, to be said in words
 */

const NAME = "unreadable";

/** What was put aside for one site, by earlier versions too; guarded as every storage is. */
export class SetAside {
  #key;
  #storage;
  /** What could not be put aside, for want of room: what is stored stays as it is. */
  unsafe = "";

  /** @param {string} key the site's @param {Storage | undefined} storage */
  constructor(key, storage) {
    this.#key = key;
    this.#storage = storage;
  }

  /** @returns {Kept[]} */
  get all() {
    const more = this.unsafe ? [{ name: this.#key, text: this.unsafe }] : [];
    return [...this.#kept(), ...more];
  }

  /** @returns {Kept[]} */
  #kept() {
    const start = `${this.#key}:${NAME}`;
    const storage = this.#storage;
    try {
      return Object.keys(storage ?? {})
        .filter((name) => name === start || name.startsWith(`${start}:`))
        .sort()
        .map((name) => ({ name, text: storage?.getItem(name) ?? "" }));
    } catch {
      return [];
    }
  }

  /**
   * Puts a text aside under a name of its own, never over another; true when it stands there.
   * @param {string} text
   */
  put(text) {
    const all = this.#kept();
    const names = new Set(all.map(({ name }) => name));
    let name = `${this.#key}:${NAME}`;
    for (let n = 2; names.has(name); n += 1) name = `${this.#key}:${NAME}:${n}`;
    const there = all.some((one) => one.text === text) || this.#set(name, text);
    this.unsafe = there ? "" : text;
    return there;
  }

  /** What is left of a text that was put aside, in its place. @param {string} name
   * @param {string} text «» when nothing is */
  leave(name, text) {
    if (text) this.#set(name, text);
    else this.#storage?.removeItem(name);
  }

  /** All goes for good. */
  drop() {
    for (const { name } of this.#kept()) this.#storage?.removeItem(name);
    this.unsafe = "";
  }

  /** @param {string} name @param {string} text */
  #set(name, text) {
    try {
      this.#storage?.setItem(name, text);
      return true;
    } catch {
      return false;
    }
  }
}

/**
 * Parts that were put aside as a text of the stored format, so that a later version can read them.
 * @param {Aside[]} aside @param {string} text the whole that they stood in
 */
export function partsText(aside, text) {
  const { projects } = JSON.parse(text);
  const made = { version: VERSION, projects: map() };
  for (const { path, raw } of aside) {
    const [, id] = path;
    if (path.length > 2) setIn(made, ["projects", id, "seen"], projects[id]?.seen ?? {});
    if (path.length === 2 || path[2] !== "seen") setIn(made, path, raw);
  }
  return JSON.stringify(made);
}

/** @param {any} made @param {string[]} path @param {unknown} raw */
function setIn(made, path, raw) {
  let here = made;
  for (const step of path.slice(0, -1)) here = here[step] ??= map();
  const last = path.at(-1) ?? "";
  const before = here[last];
  here[last] = Array.isArray(before) && Array.isArray(raw) ? [...before, ...raw] : raw;
}

/** What a text that was put aside holds, part by part. @param {string} text @returns {Told[]} */
export function told(text) {
  const { state, aside, problem } = read(text);
  if (!state || problem) return [{ kind: "whole", key: "" }];
  const parts = aside.map(({ path }) => toldOf(path));
  const readable = Object.keys(state.projects).map((key) => ({ kind: "project", key }));
  return parts.length ? parts : readable;
}

/** @param {string[]} path @returns {Told} */
function toldOf([, id = "", part = "", key = ""]) {
  const kinds = { items: "item", documents: "document", profile: "profile" };
  const kind = kinds[/** @type {keyof typeof kinds} */ (part)] ?? "project";
  return { kind, key: kind === "project" ? id : key };
}
