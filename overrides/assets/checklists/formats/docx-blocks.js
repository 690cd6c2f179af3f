// Blocks of a Word file as XML: paragraphs, contents, tables with controls, what is locked. Pure.

import { NEXT, spokenIn } from "./docx-styles.js";
import { escaped, tag } from "./xml.js";

const GREY = "808080";
// What an empty control shows. LibreOffice keeps a prompt as if it had been written, so it is room.
const ROOM = "\u00a0".repeat(4);

/**
 * @typedef {{style: string, text: string, mark?: string, page?: boolean, next?: boolean}} Paragraph
 *   `mark`: a bookmark to lead to; `page`: it begins a page; `next`: it stands on that of the next
 * @typedef {{link: string, text: string, deep?: boolean}} Entry a line of the contents; `deep`: of
 *   the second level
 * @typedef {{of: "text"} | {of: "day"} | {of: "choice", choices: string[]}} Control what is
 *   filled in
 * @typedef {{widths: number[], head: string[], rows: string[][],
 *   controls?: (Control | null)[], byRow?: Control[], languages?: string[]}} Table widths in cm;
 *   `controls` by column, in cells without text; `byRow`: where rows are filled in differently;
 *   `languages` by column, «» for that of the file
 * @typedef {{locked: Block[], open?: boolean}} Locked what is not to be changed where it is filled
 *   in; `open`: but for the controls in it
 * @typedef {{turn: "upright" | "wide"}} Turn ends the pages that stand so
 * @typedef {Paragraph | Entry | Table} Plain
 * @typedef {Plain | Locked | Turn} Block
 */

/** @param {number} cm */
const twips = (cm) => Math.round((cm / 2.54) * 1440);

/** Text with its line breaks. @param {string} text @param {boolean} [bold]
 * @param {string} [language] where it is not that of the file */
export function run(text, bold = false, language = "") {
  const facts = (bold ? tag("w:b") : "") + (language ? spokenIn(language) : "");
  const lines = escaped(text)
    .split("\n")
    .map((line) => tag("w:t", { "xml:space": "preserve" }, line));
  return tag("w:r", {}, facts ? tag("w:rPr", {}, facts) : "", lines.join(tag("w:br")));
}

/** @param {string} style @param {string[]} inner */
export const styled = (style, ...inner) =>
  tag("w:p", {}, tag("w:pPr", {}, tag("w:pStyle", { "w:val": style })), ...inner);

/** The beginning, the middle or the end of a field. @param {string} type */
const mark = (type) => tag("w:r", {}, tag("w:fldChar", { "w:fldCharType": type }));

/** What a field is to be worked out as. @param {string} code */
const opened = (code) =>
  mark("begin") +
  tag("w:r", {}, tag("w:instrText", { "xml:space": "preserve" }, ` ${code} `)) +
  mark("separate");

/** A number that Word works out itself. @param {string} code */
export const field = (code) => opened(code) + tag("w:r", {}, tag("w:t", {}, "1")) + mark("end");

/**
 * The blocks as XML. The contents are a field, filled in as they are now.
 * @param {Block[]} blocks @param {(turn: Turn["turn"]) => string} section
 */
export function bodyOf(blocks, section) {
  const lines = blocks.filter((made) => "link" in made);
  let id = 0;
  let controls = CONTROLS;
  const next = () => (controls += 1);
  /** @param {Block} made @returns {string} */
  const xml = (made) => {
    id += 1;
    if ("locked" in made) {
      return locked(id, made.locked.flatMap(apart).map(xml).join(""), made.open);
    }
    if ("turn" in made) return tag("w:p", {}, tag("w:pPr", {}, section(made.turn)));
    if ("widths" in made) return table(made, next);
    if (!("link" in made)) return paragraph(made, id);
    const start = made === lines[0] ? opened('TOC \\o "1-2" \\h \\z \\u') : "";
    return entry(made, start, made === lines.at(-1) ? mark("end") : "");
  };
  return blocks.map(xml).join("");
}

/** @param {Entry} made @param {string} before @param {string} after */
const entry = ({ link, text, deep }, before, after) =>
  styled(
    deep ? "Contents2" : "Contents",
    before,
    tag("w:hyperlink", { "w:anchor": link }, run(text)),
    after,
  );

/** @param {Paragraph} made @param {number} id a number for a bookmark, its own in the document */
function paragraph({ style, text, mark: name, page, next }, id) {
  const named = tag("w:pStyle", { "w:val": style });
  const kind = tag("w:pPr", {}, named, next ? NEXT : "", page ? PAGE : "");
  if (!name) return tag("w:p", {}, kind, run(text));
  const start = tag("w:bookmarkStart", { "w:id": id, "w:name": name });
  return tag("w:p", {}, kind, start, run(text), tag("w:bookmarkEnd", { "w:id": id }));
}

const PAGE = tag("w:pageBreakBefore");

/** The lines of a text as paragraphs: LibreOffice 7.4 shows the breaks of a locked one first, and
 * then its words run together. @param {Block} made @returns {Block[]} */
const apart = (made) =>
  "style" in made ? made.text.split("\n").map((text) => ({ ...made, text })) : [made];

const LOCK = "sdtContentLocked"; // neither changed nor taken away
// A group: what stands in it is not changed, whatever its lock, but for the controls in it, which
// have locks of their own (ISO/IEC 29500-1, 17.5.2.17). The lock is the one that Word gives it.
const GROUP = tag("w:lock", { "w:val": "contentLocked" }) + tag("w:group");

/** @param {number} id @param {string} inner @param {boolean} [open] */
function locked(id, inner, open) {
  const number = tag("w:id", { "w:val": id });
  const facts = tag("w:sdtPr", {}, number, open ? GROUP : tag("w:lock", { "w:val": LOCK }));
  return tag("w:sdt", {}, facts, tag("w:sdtContent", {}, inner));
}

const CONTROLS = 1e6; // their numbers begin after those of blocks

/** @param {Table} made @param {() => number} next a number of its own for a control */
function table({ widths, head, rows, controls = [], byRow = [], languages = [] }, next) {
  const facts = [
    width("w:tblW", widths.reduce((a, b) => a + b)),
    tag("w:tblBorders", {}, ...BORDERS),
    tag("w:tblLayout", { "w:type": "fixed" }),
  ];
  const columns = widths.map((cm) => tag("w:gridCol", { "w:w": twips(cm) }));
  const lines = rows.map((row, n) => {
    const of = (/** @type {number} */ at) => controls[at] && (byRow[n] ?? controls[at]);
    const inner = row.map((text, at) => {
      const name = `${head[at] ?? ""} ${row[0]}`.trim();
      return filled(text, of(at), name, next, languages[at]);
    });
    return line(inner, widths);
  });
  const top = head.map((text, at) => tag("w:p", {}, HEAD_CELL, run(text, true, languages[at])));
  if (top.length) lines.unshift(line(top, widths, true));
  const all = [tag("w:tblPr", {}, ...facts), tag("w:tblGrid", {}, ...columns), ...lines];
  // Word wants a paragraph after a table.
  return tag("w:tbl", {}, ...all) + styled("Normal");
}

/** @param {string} name @param {number} cm */
const width = (name, cm) => tag(name, { "w:w": twips(cm), "w:type": "dxa" });

const BORDERS = ["top", "left", "bottom", "right", "insideH", "insideV"].map((side) =>
  tag(`w:${side}`, { "w:val": "single", "w:sz": 4, "w:space": 0, "w:color": GREY }),
);

// A head stays with its first row.
const HEAD_CELL = tag("w:pPr", {}, tag("w:pStyle", { "w:val": "Cell" }), NEXT);

/** @param {string} inner */
const cell = (inner) => styled("Cell", inner);

/** What stands in a cell: its text, or where there is none what is filled in there.
 * @param {string} text @param {Control | null | undefined} control @param {string} name
 * @param {() => number} next @param {string} [language] */
function filled(text, control, name, next, language) {
  if (text || !control) return cell(run(text, false, language));
  const facts = [
    tag("w:alias", { "w:val": name }),
    tag("w:id", { "w:val": next() }),
    tag("w:lock", { "w:val": "sdtLocked" }), // emptied it is still there
    tag("w:showingPlcHdr"),
    kindOf(control),
  ];
  return cell(tag("w:sdt", {}, tag("w:sdtPr", {}, ...facts), tag("w:sdtContent", {}, run(ROOM))));
}

/** @param {Control} control */
function kindOf(control) {
  if (control.of === "choice") return choice(control.choices);
  return control.of === "day" ? DAY : tag("w:text", { "w:multiLine": 1 });
}

// The language is that of the text round it.
const DAY = tag(
  "w:date",
  {},
  tag("w:dateFormat", { "w:val": "dd.MM.yyyy" }),
  tag("w:storeMappedDataAs", { "w:val": "dateTime" }),
  tag("w:calendar", { "w:val": "gregorian" }),
);

/** @param {string[]} choices */
const choice = (choices) =>
  tag(
    "w:dropDownList",
    {},
    ...choices.map((one) => tag("w:listItem", { "w:displayText": one, "w:value": one })),
  );

/** A row of a table. @param {string[]} inner of its cells @param {number[]} widths
 * @param {boolean} [isHead] */
function line(inner, widths, isHead = false) {
  const cells = inner.map((made, n) =>
    tag("w:tc", {}, tag("w:tcPr", {}, width("w:tcW", widths[n])), made),
  );
  const kind = tag("w:trPr", {}, tag("w:cantSplit"), isHead ? tag("w:tblHeader") : "");
  return tag("w:tr", {}, kind, ...cells);
}
