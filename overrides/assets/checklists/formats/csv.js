// CSV as Norwegian Excel writes and reads it: semicolons, a mark at the start, formulas defused.

const FORMULA = /^[=+\-@\t\r]/;

const cell = (text) => {
  // A cell that begins so would be run by a spreadsheet (OWASP ASVS 1.2.10).
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** @param {string[][]} rows */
export const write = (rows) => `\ufeff${rows.map((row) => row.map(cell).join(";")).join("\r\n")}\r\n`;

/** Rows of texts. Semicolon, comma or tab, whichever the first line has most of. */
export function read(text) {
  const source = text.replace(/^\ufeff/, "");
  const head = source.split(/\r?\n/, 1)[0];
  const separator = [";", "\t", ","].reduce((a, b) => (head.split(b).length > head.split(a).length ? b : a));
  const rows = [];
  let row = [];
  let here = "";
  let quoted = false;
  for (let n = 0; n < source.length; n += 1) {
    const letter = source[n];
    if (quoted) {
      if (letter !== '"') here += letter;
      else if (source[n + 1] === '"') {
        here += '"';
        n += 1;
      } else quoted = false;
    } else if (letter === '"' && here === "") quoted = true;
    else if (letter === separator || letter === "\n") {
      row.push(plain(here.replace(/\r$/, "")));
      here = "";
      if (letter === "\n") {
        rows.push(row);
        row = [];
      }
    } else here += letter;
  }
  if (here !== "" || row.length) rows.push([...row, plain(here)]);
  return rows;
}

const plain = (text) => (text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text);

/** Bytes to text: UTF-8, or what older Excel writes. */
export function decoded(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
