// The tables of a Word file as texts, read with limits: what somebody sends may mean harm. Pure.

import { W } from "./xml.js";
import * as zip from "./zip.js";

const MOST_XML = 30 * 1024 * 1024;
/** @type {Record<string, string>} */
const ENTITIES = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

/**
 * The rows of every table of a .docx as texts, and all its text; or the key of what is wrong.
 * @param {Uint8Array} bytes
 * @returns {Promise<{rows: string[][], text: string, problem?: undefined} | {problem: string}>}
 */
export async function read(bytes) {
  let found;
  try {
    found = await zip.read(bytes, "word/document.xml", MOST_XML);
  } catch (error) {
    return { problem: error instanceof RangeError ? "large" : "not_docx" };
  }
  if (found.names.some((name) => /vbaProject/i.test(name))) return { problem: "macros" };
  // An entity could stand for a billion letters; Word never writes one.
  if (/<!(DOCTYPE|ENTITY)/i.test(found.text)) return { problem: "not_docx" };
  const prefix = new RegExp(`xmlns:(\\w+)="${W}"`).exec(found.text)?.[1];
  return prefix ? cells(found.text, prefix) : { problem: "not_docx" };
}

/** @param {string} text */
const plain = (text) =>
  text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{1,6}));/gi, (all, hex, number, name) => {
    if (name) return ENTITIES[name] ?? "";
    const code = hex ? parseInt(hex, 16) : Number(number);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
  });

/**
 * Rows of cells of every table, and all text. A parser for XML is not asked: on a damaged file
 * the browser's own writes styles that the policy of the page forbids.
 * @param {string} xml @param {string} prefix of Word's own names
 */
function cells(xml, prefix) {
  const names = `(/?)${prefix}:(tr|tc|p|t|br|tab)(?=[\\s/>])[^>]*?(/?)`;
  const token = new RegExp(`<${names}>|<[^>]*>|([^<]+)`, "g");
  const made = new Cells();
  for (const [, end, name, empty, words] of xml.matchAll(token)) {
    if (words !== undefined) made.words(plain(words));
    else if (end) made.end(name);
    else if (!empty) made.start(name);
    else made.mark(name);
  }
  const rows = made.rows.map((row) => row.map((cell) => cell.replace(/\n$/, "")));
  return { rows, text: made.text };
}

/** What has been read so far. A table may stand in a cell of another one. */
class Cells {
  /** @type {string[][]} */
  rows = [];
  text = "";
  #inText = false;
  /** @type {{cells: string[], open: boolean}[]} */
  #stack = [];

  get #row() {
    return this.#stack.at(-1);
  }

  /** @param {string} more */
  #put(more) {
    this.text += more;
    const row = this.#row;
    if (row?.open) row.cells[row.cells.length - 1] += more;
  }

  /** @param {string} text */
  words(text) {
    if (this.#inText) this.#put(text);
  }

  /** @param {string} name */
  start(name) {
    if (name === "t") this.#inText = true;
    else if (name === "tr") this.#stack.push({ cells: [], open: false });
    else if (name === "tc" && this.#row) {
      this.#row.cells.push("");
      this.#row.open = true;
    } else this.mark(name);
  }

  /** @param {string} name */
  end(name) {
    const row = this.#row;
    if (name === "t") this.#inText = false;
    else if (name === "tr") {
      if (row) this.rows.push(row.cells);
      this.#stack.pop();
    } else if (name === "tc" && row) row.open = false;
    else if (name === "p") this.#put("\n");
  }

  /** An element with nothing in it, or one whose content does not matter. @param {string} name */
  mark(name) {
    if (name === "t") this.#inText = false;
    else if (name === "br") this.#put("\n");
    else if (name === "tab") this.#put("\t");
  }
}
