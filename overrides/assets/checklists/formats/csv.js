// CSV as Norwegian Excel writes and reads it: semicolons, a mark at the start, formulas defused.

const FORMULA = /^[=+\-@\t\r]/;

/** @param {string} text */
function cell(text) {
  // A cell that begins so would be run by a spreadsheet (OWASP ASVS 1.2.10).
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** @param {string} text */
const plain = (text) =>
  text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text;

/** @param {string[][]} rows */
export const write = (rows) =>
  `\ufeff${rows.map((row) => `${row.map(cell).join(";")}\r\n`).join("")}`;

/**
 * Rows of texts. Semicolon, comma or tab, whichever the first line has most of.
 * @param {string} text @returns {string[][]}
 */
export function read(text) {
  const source = text.replace(/^\ufeff/, "");
  const head = source.split(/\r?\n/, 1)[0];
  const count = (/** @type {string} */ letter) => head.split(letter).length;
  const separator = [";", "\t", ","].reduce((a, b) => (count(b) > count(a) ? b : a));
  const rows = [];
  let row = [];
  let at = 0;
  while (at < source.length) {
    const { here, end } = cellAt(source, at, separator);
    const last = end >= source.length;
    if (last && here === "" && !row.length) break;
    row.push(plain(last ? here : here.replace(/\r$/, "")));
    if (last || source[end] === "\n") {
      rows.push(row);
      row = [];
    }
    at = end + 1;
  }
  if (row.length) rows.push([...row, ""]);
  return rows;
}

/**
 * The cell that begins at a place, and the place of what ends it.
 * @param {string} source @param {number} start @param {string} separator
 */
function cellAt(source, start, separator) {
  let here = "";
  let quoted = false;
  for (let n = start; n < source.length; n += 1) {
    const letter = source[n];
    if (quoted) {
      if (letter !== '"') here += letter;
      else if (source[n + 1] === '"') {
        here += '"';
        n += 1;
      } else quoted = false;
    } else if (letter === '"' && here === "") quoted = true;
    else if (letter === separator || letter === "\n") return { here, end: n };
    else here += letter;
  }
  return { here, end: source.length };
}

/** Bytes to text: UTF-8, or what older Excel writes. @param {Uint8Array} bytes */
export function decoded(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
