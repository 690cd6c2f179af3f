// Word files, written from blocks with real styles: six parts of XML, no library. Pure.

import { HEAD, W, escaped, tag } from "./xml.js";
import * as zip from "./zip.js";

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const CORE = "application/vnd.openxmlformats-package";
const SPACES = { "xmlns:w": W, "xmlns:r": OFFICE };
const GREY = "808080";
const TEAL = "0F5964";
// A4 turned on its side; twentieths of a point.
const PAGE = { "w:w": 16838, "w:h": 11906, "w:orient": "landscape" };
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

/** Room round a paragraph, in twentieths of a point. @param {Record<string, number>} room */
const spacing = (room) =>
  tag("w:spacing", Object.fromEntries(Object.entries(room).map(([k, n]) => [`w:${k}`, n])));

/** @param {number} level from 0 */
const outline = (level) => tag("w:outlineLvl", { "w:val": level });
const BOLD = tag("w:b");
const TINTED = BOLD + tag("w:color", { "w:val": TEAL });
const NEXT = tag("w:keepNext");

/** id, name, size in points, of its letters, of its paragraphs.
 * @type {[string, string, number, string, string][]} */
const STYLES = [
  ["Normal", "Normal", 10.5, "", spacing({ after: 120 })],
  ["Title", "Title", 24, TINTED, spacing({ after: 120 })],
  ["Heading1", "heading 1", 16, TINTED, NEXT + spacing({ before: 360, after: 120 }) + outline(0)],
  ["Heading2", "heading 2", 13, BOLD, NEXT + spacing({ before: 240, after: 80 }) + outline(1)],
  ["Contents", "toc 1", 10.5, "", spacing({ after: 40 })],
  ["Cell", "Table Cell", 9, "", spacing({ before: 30, after: 30 })],
];

/** @param {string} language */
function styles(language) {
  const fonts = tag("w:rFonts", { "w:ascii": "Arial", "w:hAnsi": "Arial", "w:cs": "Arial" });
  const spoken = tag("w:lang", { "w:val": language === "nb" ? "nb-NO" : language });
  const defaults = tag("w:rPrDefault", {}, tag("w:rPr", {}, fonts, spoken));
  const made = STYLES.map(([id, name, size, letters, paragraph]) => {
    const first = id === "Normal";
    return tag(
      "w:style",
      { "w:type": "paragraph", "w:styleId": id, "w:default": first ? 1 : undefined },
      tag("w:name", { "w:val": name }),
      first ? "" : tag("w:basedOn", { "w:val": "Normal" }),
      tag("w:qFormat"),
      tag("w:pPr", {}, paragraph),
      tag("w:rPr", {}, letters, tag("w:sz", { "w:val": size * 2 })),
    );
  });
  return HEAD + tag("w:styles", SPACES, tag("w:docDefaults", {}, defaults), ...made);
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

/** What an archive must say of its parts: their types. */
function types() {
  const usual = (/** @type {string} */ extension, /** @type {string} */ type) =>
    tag("Default", { Extension: extension, ContentType: type });
  const part = (/** @type {string} */ name, /** @type {string} */ type) =>
    tag("Override", { PartName: name, ContentType: type });
  return tag(
    "Types",
    { xmlns: `${PACKAGE}/content-types` },
    usual("rels", `${CORE}.relationships+xml`),
    usual("xml", "application/xml"),
    part("/word/document.xml", `${TYPE}.document.main+xml`),
    part("/word/styles.xml", `${TYPE}.styles+xml`),
    part("/word/footer1.xml", `${TYPE}.footer+xml`),
    part("/docProps/core.xml", `${CORE}.core-properties+xml`),
  );
}

/** Which part leads to which. @param {[type: string, target: string][]} all */
const relations = (...all) =>
  tag(
    "Relationships",
    { xmlns: `${PACKAGE}/relationships` },
    ...all.map(([type, target], n) =>
      tag("Relationship", { Id: `rId${n + 1}`, Type: type, Target: target }),
    ),
  );

/** @param {string} title @param {string} language */
function properties(title, language) {
  const spaces = {
    "xmlns:cp": `${PACKAGE}/metadata/core-properties`,
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
  };
  const facts = [tag("dc:title", {}, escaped(title)), tag("dc:language", {}, language)];
  return tag("cp:coreProperties", spaces, ...facts);
}

/**
 * A .docx of the blocks, on A4 turned on its side so that the reply columns have room.
 * @param {string} title @param {string} language @param {Block[]} blocks @param {string} footer
 * @returns {Uint8Array}
 */
export function write(title, language, blocks, footer) {
  const numbers = [run(`${footer} · `), field("PAGE"), run(" / "), field("NUMPAGES")];
  const section = tag(
    "w:sectPr",
    {},
    tag("w:footerReference", { "w:type": "default", "r:id": "rId2" }),
    tag("w:pgSz", PAGE),
    tag("w:pgMar", MARGINS),
  );
  const body = tag("w:body", {}, ...blocks.map(block), section);
  const roots = relations(
    [`${OFFICE}/officeDocument`, "word/document.xml"],
    [`${PACKAGE}/relationships/metadata/core-properties`, "docProps/core.xml"],
  );
  const parts = relations([`${OFFICE}/styles`, "styles.xml"], [`${OFFICE}/footer`, "footer1.xml"]);
  return zip.write([
    ["[Content_Types].xml", HEAD + types()],
    ["_rels/.rels", HEAD + roots],
    ["docProps/core.xml", HEAD + properties(title, language)],
    ["word/_rels/document.xml.rels", HEAD + parts],
    ["word/styles.xml", styles(language)],
    ["word/footer1.xml", HEAD + tag("w:ftr", SPACES, styled("Cell", ...numbers))],
    ["word/document.xml", HEAD + tag("w:document", SPACES, body)],
  ]);
}
