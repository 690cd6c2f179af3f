// Rows taken out of a workbook as it is given out: what stays moves up. Pure.
//
// The file is ours: its table begins in the first row, and no formula in it names a row.

import { escaped } from "../formats/xml.js";

const ROW = /<row r="(\d+)".*?<\/row>/gs;
const LINK = /<hyperlink ref="([A-Z]+)(\d+)"[^>]*\/>/g;

/**
 * The numbers that rows have when some are gone; nothing for those.
 * @param {string[]} items in their rows, from the second row on
 * @param {(item: string) => boolean} only
 * @returns {Map<number, number>}
 */
export function placesOf(items, only) {
  const kept = items.flatMap((item, n) => (only(item) ? [n + 2] : []));
  return new Map([1, ...kept].map((row, n) => [row, n + 1]));
}

/** The sheet with the rows that have a place. @param {string} xml
 * @param {Map<number, number>} places */
export function onlyRows(xml, places) {
  const rows = xml.replace(ROW, (row, number) => {
    const place = places.get(Number(number));
    const moved = new RegExp(`(?<=<(?:row|c) r="[A-Z]*)${number}(?=")`, "g");
    return place ? row.replace(moved, () => String(place)) : "";
  });
  const links = rows.replace(LINK, (link, column, number) => {
    const place = places.get(Number(number));
    const was = `"${column}${number}"`;
    return place ? link.replace(was, () => `"${column}${place}"`) : "";
  });
  return shortened(links.replace(/<hyperlinks><\/hyperlinks>/, ""), places);
}

/** Areas from the first rows to the last: they end where the rows end. @param {string} xml of a
 * sheet or a table @param {Map<number, number>} places */
export const shortened = (xml, places) =>
  xml.replace(/(?<= (?:sqref|ref)=")([A-Z]+)([12]):([A-Z]+)\d+(?=")/g, (_, from, row, to) =>
    `${from}${row}:${to}${places.size}`,
  );

/** What is printed of the first sheet ends where its rows end, and at a column.
 * @param {string} xml the workbook's @param {number} rows 0 for as they are
 * @param {string} column «» for as it is */
export const printed = (xml, rows, column) =>
  xml.replace(/(?<=\$A\$1:\$)([A-Z]+)\$(\d+)(?=<\/definedName>)/, (_, last, end) =>
    `${column || last}$${rows || end}`,
  );

/** The overview with a line under its title. @param {string} xml @param {string} line */
export const saidUnder = (xml, line) =>
  xml.replace(/<row r="1".*?<\/row>/s, (row) => {
    const text = `<is><t xml:space="preserve">${escaped(line)}</t></is>`;
    return `${row}<row r="2"><c r="A2" t="inlineStr">${text}</c></row>`;
  });
