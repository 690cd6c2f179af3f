// CSV as spreadsheets of any country save it, with quotes that never end found and told. Pure.

import { plain } from "./csv.js";

const SEPARATORS = [";", "\t", ","];
const MOST_LINES = 20; // so many lines say what the separator is
const MOST_CELLS = 200_000;
// At the start of a cell this stands for one within quotes; a quote that is not doubled ends it.
const QUOTED = /"([^"]*(?:""[^"]*)*)"/y;

/**
 * Rows of texts; and the numbers, from 1, of the rows where a quote never ends or ends amid a
 * cell. Such a quote is read as a letter: what follows is not swallowed. Throws RangeError for
 * more than any table of replies holds.
 * @param {string} text @returns {{rows: string[][], broken: number[]}}
 */
export function read(text) {
  const { source, separator } = begun(text.replace(/^\ufeff/, ""));
  const plainCell = new RegExp(`[^${separator}\r\n]*`, "y");
  /** @type {string[][]} */
  const rows = [];
  /** @type {Set<number>} */
  const broken = new Set();
  /** @type {string[]} */
  let row = [];
  let at = 0;
  let count = 0;
  while (at < source.length) {
    count += 1;
    if (count > MOST_CELLS) throw new RangeError("large");
    const found = cellAt(source, at, separator, plainCell);
    if (found.broken) broken.add(rows.length + 1);
    row.push(plain(found.words));
    at = found.end;
    if (source[at] === separator) {
      at += 1;
      if (at < source.length) continue;
      row.push("");
    } else at += source[at] === "\r" && source[at + 1] === "\n" ? 2 : 1;
    rows.push(row);
    row = [];
  }
  return { rows, broken: [...broken] };
}

/**
 * The cell that begins at a place, and the place of what ends it.
 * @param {string} source @param {number} at @param {string} separator @param {RegExp} plainCell
 */
function cellAt(source, at, separator, plainCell) {
  if (source[at] === '"') {
    QUOTED.lastIndex = at;
    const words = QUOTED.exec(source)?.[1];
    const end = QUOTED.lastIndex;
    const good = end >= source.length || [separator, "\r", "\n"].includes(source[end]);
    if (words !== undefined && good) {
      return { words: words.replaceAll('""', '"'), end, broken: false };
    }
  }
  plainCell.lastIndex = at;
  const [words] = plainCell.exec(source) ?? [""];
  return { words, end: at + words.length, broken: source[at] === '"' };
}

/** What parts the cells: what a first line «sep=» says, else what the first lines have most of.
 * @param {string} text */
function begun(text) {
  const said = /^sep=([;,\t])(?:\r\n?|\n)/i.exec(text);
  if (said) return { source: text.slice(said[0].length), separator: said[1] };
  const unquoted = text.slice(0, 20000).replace(/"[^"]*"/g, "");
  const bare = unquoted.split(/\r\n?|\n/, MOST_LINES).join("\n");
  const count = (/** @type {string} */ letter) => bare.split(letter).length;
  const separator = SEPARATORS.reduce((a, b) => (count(b) > count(a) ? b : a));
  return { source: text, separator };
}
