// The parts of a Word or Excel file, found by what leads to what and not by their names. Pure.

import { inner, parse } from "./xml-read.js";
import { Archive } from "./zip-read.js";

const MOST_XML = 30 * 1024 * 1024;

/**
 * @typedef {import("./xml-read.js").Element} Element
 * @typedef {{id: string, kind: string, target: string, outside: boolean}} Relation `kind`: the
 *   last word of its type; `target`: a part, or the address of what is outside
 */

/**
 * A file's parts. Opening throws as `Archive` and `parse` do; TypeError when there is no main part.
 */
export class Office {
  #archive;

  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    this.#archive = new Archive(bytes);
  }

  get names() {
    return this.#archive.names;
  }

  /** @param {string} part */
  async xml(part) {
    return parse(await this.#archive.text(part, MOST_XML));
  }

  /** What a part leads to; of the whole file for «». @param {string} part */
  async relations(part) {
    const at = part.lastIndexOf("/") + 1;
    const name = `${part.slice(0, at)}_rels/${part.slice(at)}.rels`;
    if (!this.names.includes(name)) return [];
    return inner(await this.xml(name), "rel:Relationship").map(({ attributes }) => {
      const { Id: id = "", Type: type = "", Target: target = "", TargetMode: mode } = attributes;
      const outside = mode === "External";
      const kind = type.slice(type.lastIndexOf("/") + 1);
      return { id, kind, outside, target: outside ? target : whole(part.slice(0, at), target) };
    });
  }

  /** The main part, and its root. */
  async main() {
    const found = (await this.relations("")).find(({ kind }) => kind === "officeDocument");
    if (!found || found.outside) throw new TypeError("no main part");
    return { part: found.target, root: await this.xml(found.target) };
  }

  /**
   * The root of the part of a kind that another leads to; undefined when there is none. Some
   * programs write the part and forget to lead to it: `beside` is where it would stand.
   * @param {Relation[]} relations @param {string} kind @param {string} [beside]
   */
  async related(relations, kind, beside = "") {
    const found = relations.find((one) => one.kind === kind && !one.outside)?.target ?? beside;
    return this.names.includes(found) ? this.xml(found) : undefined;
  }
}

/** A part's whole name. @param {string} folder @param {string} target */
function whole(folder, target) {
  const start = target.startsWith("/") ? "" : folder;
  /** @type {string[]} */
  const made = [];
  for (const one of `${start}${target}`.split("/")) {
    if (one === "..") made.pop();
    else if (one && one !== ".") made.push(one);
  }
  return made.join("/");
}

/** All text in an element, of the names that hold text. @param {Element | undefined} made
 * @param {string} name @returns {string} */
export function textIn(made, name) {
  if (!made) return "";
  const parts = made.children.map((one) => {
    if (typeof one === "string") return made.name === name ? one : "";
    return textIn(one, name);
  });
  return parts.join("");
}

