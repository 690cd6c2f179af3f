// Word files, written from blocks with real styles: six parts of XML, no library. Pure.

import { properties, relations, SPACES, types } from "./docx-package.js";
import { styles } from "./docx-styles.js";
import { HEAD, escaped, tag } from "./xml.js";
import * as zip from "./zip.js";

const GREY = "808080";
// A4 turned on its side; twentieths of a point.
const PAGE = { "w:w": 16838, "w:h": 11906, "w:orient": "landscape" };
const UPRIGHT = { "w:w": 11906, "w:h": 16838 };
const MARGINS = {
  ...{ "w:top": 1000, "w:right": 1000, "w:bottom": 1000, "w:left": 1000 },
  ...{ "w:header": 500, "w:footer": 500, "w:gutter": 0 },
};

/**
 * @typedef {{style: string, text: string, mark?: string}} Paragraph `mark`: a bookmark to lead to
 * @typedef {{link: string, text: string}} Entry a line of the contents
 * @typedef {{widths: number[], head: string[], rows: string[][]}} Table widths in cm
 * @typedef {Paragraph | Entry | Table} Block
 */

/** @param {number} cm */
const twips = (cm) => Math.round((cm / 2.54) * 1440);

/** Text with its line breaks. @param {string} text @param {boolean} [bold] */
function run(text, bold = false) {
  const lines = escaped(text)
    .split("\n")
    .map((line) => tag("w:t", { "xml:space": "preserve" }, line));
  return tag("w:r", {}, bold ? tag("w:rPr", {}, tag("w:b")) : "", lines.join(tag("w:br")));
}

/** @param {string} style @param {string[]} inner */
const styled = (style, ...inner) =>
  tag("w:p", {}, tag("w:pPr", {}, tag("w:pStyle", { "w:val": style })), ...inner);

/** @param {Block} made @param {number} id a number for a bookmark, its own in the document */
function block(made, id) {
  if ("widths" in made) return table(made);
  if ("link" in made) {
    return styled("Contents", tag("w:hyperlink", { "w:anchor": made.link }, run(made.text)));
  }
  if (!made.mark) return styled(made.style, run(made.text));
  return styled(
    made.style,
    tag("w:bookmarkStart", { "w:id": id, "w:name": made.mark }),
    run(made.text),
    tag("w:bookmarkEnd", { "w:id": id }),
  );
}

/** @param {Table} made */
function table({ widths, head, rows }) {
  const facts = [
    width("w:tblW", widths.reduce((a, b) => a + b)),
    tag("w:tblBorders", {}, ...BORDERS),
    tag("w:tblLayout", { "w:type": "fixed" }),
  ];
  const columns = widths.map((cm) => tag("w:gridCol", { "w:w": twips(cm) }));
  const lines = rows.map((row) => line(row, widths));
  if (head.length) lines.unshift(line(head, widths, true));
  const all = [tag("w:tblPr", {}, ...facts), tag("w:tblGrid", {}, ...columns), ...lines];
  // Word wants a paragraph after a table.
  return tag("w:tbl", {}, ...all) + styled("Normal");
}

/** @param {string} name @param {number} cm */
const width = (name, cm) => tag(name, { "w:w": twips(cm), "w:type": "dxa" });

const BORDERS = ["top", "left", "bottom", "right", "insideH", "insideV"].map((side) =>
  tag(`w:${side}`, { "w:val": "single", "w:sz": 4, "w:space": 0, "w:color": GREY }),
);

/** A row of a table. @param {string[]} texts @param {number[]} widths @param {boolean} [isHead] */
function line(texts, widths, isHead = false) {
  const cells = texts.map((text, n) => {
    const facts = tag("w:tcPr", {}, width("w:tcW", widths[n]));
    return tag("w:tc", {}, facts, styled("Cell", run(text, isHead)));
  });
  const kind = tag("w:trPr", {}, tag("w:cantSplit"), isHead ? tag("w:tblHeader") : "");
  return tag("w:tr", {}, kind, ...cells);
}

/** A number that Word works out itself. @param {string} code */
function field(code) {
  const mark = (/** @type {string} */ type) =>
    tag("w:r", {}, tag("w:fldChar", { "w:fldCharType": type }));
  return [
    mark("begin"),
    tag("w:r", {}, tag("w:instrText", { "xml:space": "preserve" }, ` ${code} `)),
    mark("separate"),
    tag("w:r", {}, tag("w:t", {}, "1")),
    mark("end"),
  ].join("");
}

/**
 * A .docx of the blocks, on A4 turned on its side so that the reply columns have room; `upright`
 * where there are none.
 * @param {string} title @param {string} language @param {Block[]} blocks @param {string} footer
 * @param {string} colour of its headings, as six hexadecimal digits @param {boolean} [upright]
 * @returns {Uint8Array}
 */
export function write(title, language, blocks, footer, colour, upright = false) {
  const numbers = [run(`${footer} · `), field("PAGE"), run(" / "), field("NUMPAGES")];
  const section = tag(
    "w:sectPr",
    {},
    tag("w:footerReference", { "w:type": "default", "r:id": "rId2" }),
    tag("w:pgSz", upright ? UPRIGHT : PAGE),
    tag("w:pgMar", MARGINS),
  );
  const body = tag("w:body", {}, ...blocks.map(block), section);
  return zip.write([
    ["[Content_Types].xml", HEAD + types()],
    ["_rels/.rels", HEAD + relations.ofAll()],
    ["docProps/core.xml", HEAD + properties(title, language)],
    ["word/_rels/document.xml.rels", HEAD + relations.ofDocument()],
    ["word/styles.xml", styles(language, colour)],
    ["word/footer1.xml", HEAD + tag("w:ftr", SPACES, styled("Cell", ...numbers))],
    ["word/document.xml", HEAD + tag("w:document", SPACES, body)],
  ]);
}
