// Rows taken out of a Word list as it is given out, and the headings and lists that are left empty.
// Pure.
//
// The file is ours and nobody has opened it: tables and headings are found as they were written.

import { escaped } from "../formats/xml.js";

const ITEM = /<w:tag w:val="done:([a-z0-9-]+)"\/>/;
const ROW = /<w:tr>(?:(?!<\/w:tr>).)*<\/w:tr>/gs;
// A table of items says how many it holds; a group's has its heading before it.
const TABLE = /(<w:p(?: [^>]*)?>(?:(?!<\/w:p>).)*<\/w:p>)?(<w:tbl(?: [^>]*)?>.*?<\/w:tbl>)/gs;
const DESCRIBED = /<w:tblDescription w:val="[^"\d]*\d+/;
const NUMBER = /\d+$/;
const HEADING = /<w:pStyle w:val="(?:Heading2|Overskrift2)"\/>/;
const LIST = /<w:p>(?:(?!<\/w:p>).)*<w:bookmarkStart w:id="\d+" w:name="liste(\d+)"\/>/gs;
// What stands before its link, the link with the list's number, what stands after.
const ENTRY = new RegExp(
  '<w:p>((?:(?!</w:p>|<w:hyperlink).)*)(<w:hyperlink w:anchor="liste(\\d+)".*?</w:hyperlink>)'
    + "((?:(?!</w:p>).)*)</w:p>",
  "gs",
);
const SUBTITLE = /<w:p>(?:(?!<\/w:p>).)*<w:pStyle w:val="Subtitle"\/>(?:(?!<\/w:p>).)*<\/w:p>/s;

/**
 * The document's text with some of the items alone, and a line that says so.
 * @param {string} xml @param {(item: string) => boolean} only @param {string} line
 */
export function onlyItems(xml, only, line) {
  const starts = [...xml.matchAll(LIST)].map(({ index }) => index);
  if (!starts.length) return saidFirst(withoutRows(xml, only), line);
  const ends = [...starts.slice(1), xml.lastIndexOf("<w:sectPr")];
  const lists = starts.map((start, n) => withoutRows(xml.slice(start, ends[n]), only));
  const full = lists.map((list) => ITEM.test(list));
  const head = contents(xml.slice(0, starts[0]), full);
  const body = lists.filter((_, n) => full[n]).join("");
  return saidFirst(head, line) + body + xml.slice(ends.at(-1));
}

/** @param {string} xml @param {(item: string) => boolean} only */
const withoutRows = (xml, only) =>
  xml.replace(TABLE, (whole, heading, table) => {
    if (!ITEM.test(table)) return whole;
    const before = heading ?? "";
    let n = 0;
    const rows = table.replace(ROW, (/** @type {string} */ row) => {
      const [, item] = ITEM.exec(row) ?? [];
      const stays = !item || only(item);
      if (item && stays) n += 1;
      return stays ? row : "";
    });
    if (!n) return HEADING.test(before) ? "" : before;
    return before + counted(rows, n);
  });

/** A table that says how many items it holds. @param {string} table @param {number} n */
function counted(table, n) {
  const [said = ""] = DESCRIBED.exec(table) ?? [];
  return table.replace(said, () => said.replace(NUMBER, () => String(n)));
}

/** The entries of the lists that are left. They are a field of Word's: it begins in the first and
 * ends in the last. @param {string} head @param {boolean[]} full whether each list has items */
function contents(head, full) {
  const all = [...head.matchAll(ENTRY)];
  if (!all.length) return head;
  const [first, last] = [all[0], all[all.length - 1]];
  const look = /^<w:pPr>.*?<\/w:pPr>/s.exec(first[1])?.[0] ?? "";
  const kept = all.filter(([, , , n]) => full[Number(n)]).map(([, , link]) => link);
  const made = kept.map((link, n) => {
    const begin = n ? "" : first[1].slice(look.length);
    return `<w:p>${look}${begin}${link}${n === kept.length - 1 ? last[4] : ""}</w:p>`;
  });
  const end = last.index + last[0].length;
  return head.slice(0, first.index) + made.join("") + head.slice(end);
}

/** A line under the document's title, as the lines there look. @param {string} xml
 * @param {string} line */
const saidFirst = (xml, line) =>
  xml.replace(SUBTITLE, (first) => {
    const look = /<w:pPr>.*?<\/w:pPr>/s.exec(first)?.[0] ?? "";
    return `<w:p>${look}<w:r><w:t xml:space="preserve">${escaped(line)}</w:t></w:r></w:p>${first}`;
  });
