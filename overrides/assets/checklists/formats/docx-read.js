// A Word file as tables of cells: spans and merged cells resolved, changes accepted. Pure.

import { Text, controlled, show } from "./docx-text.js";
import { cell } from "./grid.js";
import { elements, first, inner } from "./xml-read.js";

/**
 * @typedef {import("./xml-read.js").Element} Element
 * @typedef {import("./grid.js").Cell} Cell
 * @typedef {import("./grid.js").Grid} Grid
 * @typedef {import("./grid.js").Table} Table
 * @typedef {import("./office.js").Office} Office
 */

const NOTES = ["comment", "footnote", "endnote"];
const MOST_COLUMNS = 200;
// What stands round rows and cells without being one.
const ROUND = new Set(["w:ins", "w:moveTo", "w:customXml", "w:smartTag"]);

/**
 * @param {Office} office @param {{part: string, root: Element}} main @returns {Promise<Grid>}
 */
export async function grid(office, { part, root }) {
  const relations = await office.relations(part);
  const links = relations.filter(({ outside }) => outside);
  const addresses = new Map(links.map(({ id, target }) => [id, target]));
  const folder = part.slice(0, part.lastIndexOf("/") + 1);
  const notes = await noted(office, relations, folder);
  const made = new Reading((id) => addresses.get(id), notes);
  made.all(root);
  return made.grid();
}

/**
 * The texts of comments and notes: «comment 0» to text.
 * @param {Office} office @param {import("./office.js").Relation[]} relations
 * @param {string} folder of the main part
 */
async function noted(office, relations, folder) {
  /** @type {Map<string, string>} */
  const found = new Map();
  for (const kind of NOTES) {
    const all = await office.related(relations, `${kind}s`, `${folder}${kind}s.xml`);
    for (const one of all ? inner(all, `w:${kind}`) : []) {
      const text = new Text();
      show(one, text, () => undefined, () => {});
      const words = text.end().words.trim();
      // Word keeps lines that part notes from text as notes without words.
      if (words) found.set(`${kind} ${one.attributes["w:id"]}`, words);
    }
  }
  return found;
}

class Reading {
  /** @type {Table[]} */
  #tables = [];
  #outside = new Text();
  #used = new Set();

  /**
   * @param {(id: string) => string | undefined} address
   * @param {Map<string, string>} notes
   */
  constructor(address, notes) {
    this.address = address;
    this.notes = notes;
  }

  /** @param {Element} root */
  all(root) {
    this.#show(root, this.#outside);
  }

  /** @returns {Grid} */
  grid() {
    const left = [...this.notes].filter(([id]) => !this.#used.has(id)).map(([, words]) => words);
    return { tables: this.#tables, text: this.#outside.end().words, notes: left };
  }

  /** @param {Element} made @param {Text} text */
  #show(made, text) {
    show(made, text, this.address, (table, outer) => this.#table(table, outer));
  }

  /** A table by itself, and its text in what stands round it. @param {Element} made
   * @param {Text} outer */
  #table(made, outer) {
    /** @type {Table} */
    const table = [];
    this.#tables.push(table);
    for (const row of within(made, "w:tr")) {
      // A row that was deleted while changes were tracked.
      if (first(row, "w:trPr", "w:del")) continue;
      const cells = this.#row(row, table.at(-1) ?? []);
      table.push(cells);
      outer.add(`${cells.map(({ text }) => text).join("\t")}\n`);
    }
  }

  /** @param {Element} made @param {Cell[]} above the row before */
  #row(made, above) {
    let at = number(first(made, "w:trPr", "w:gridBefore"), 0);
    return within(made, "w:tc").map((one) => {
      const span = number(first(one, "w:tcPr", "w:gridSpan"), 1) || 1;
      const place = { from: at, to: at + span };
      at += span;
      const upper = isContinued(one) && above.find(({ from }) => from === place.from);
      return upper ? { ...upper, ...place } : this.#cell(one, place);
    });
  }

  /** @param {Element} made @param {{from: number, to: number}} place */
  #cell(made, place) {
    const text = new Text();
    const gone = first(made, "w:tcPr", "w:cellDel");
    for (const one of gone ? [] : elements(made)) this.#show(one, text);
    text.end();
    const notes = [...text.notes].filter((id) => this.notes.has(id));
    for (const id of notes) this.#used.add(id);
    // A comment whose words are not in the file is told to exist.
    if (notes.length < text.notes.size) text.doubts.add("note_lost");
    return cell(place.from, text.words.trim(), {
      ...place,
      links: text.links,
      notes: notes.map((id) => this.notes.get(id) ?? ""),
      doubts: [...text.doubts],
    });
  }
}

/** @param {Element | undefined} made @param {number} otherwise */
function number(made, otherwise) {
  const value = Number(made?.attributes["w:val"] ?? otherwise);
  return Number.isInteger(value) ? Math.min(Math.max(value, 0), MOST_COLUMNS) : otherwise;
}

/** A cell that is one with the cell above. @param {Element} made */
function isContinued(made) {
  const merged = first(made, "w:tcPr", "w:vMerge");
  return merged && (merged.attributes["w:val"] ?? "continue") === "continue";
}

/** Rows or cells, also those that stand in controls or in changes. @param {Element} made
 * @param {string} name @returns {Element[]} */
const within = (made, name) =>
  elements(made).flatMap((one) => {
    if (one.name === name) return [one];
    if (one.name === "w:sdt") return within({ ...made, children: controlled(one) }, name);
    return ROUND.has(one.name) ? within(one, name) : [];
  });
