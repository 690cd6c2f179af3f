// CSV as Norwegian Excel writes it: semicolons, a mark at the start, formulas defused. Pure.

// A cell that begins so would be run by a spreadsheet (OWASP ASVS 1.2.10); full-width letters too.
const FORMULA = /^'*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;
// The same after what a spreadsheet of another country parts cells by. «2.500,- pr mnd» is none.
const WITHIN = /(?<=[,;\t\n\r])(?='*(?:[=@\uff1d\uff20]|[+\-\uff0b\uff0d][^\s,;'"]))/g;
const WITHIN_DEFUSED = /(?<=[,;\t\n\r])'(?='*(?:[=@\uff1d\uff20]|[+\-\uff0b\uff0d][^\s,;'"]))/g;

/** @param {string} text */
function cell(text) {
  const inner = text.replace(WITHIN, "'");
  const safe = FORMULA.test(inner) ? `'${inner}` : inner;
  return /[",;\t\r\n]|^sep=/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** What was defused, as it was. @param {string} text */
export const plain = (text) =>
  (text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text).replace(WITHIN_DEFUSED, "");

/** @param {string[][]} rows */
export const write = (rows) =>
  `\ufeff${rows.map((row) => `${row.map(cell).join(";")}\r\n`).join("")}`;
