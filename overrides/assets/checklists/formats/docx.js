// Word files: written from blocks with real styles, read as tables. No library: six parts of XML.

import { cleaned } from "./text.js";
import * as zip from "./zip.js";

const MOST_XML = 30 * 1024 * 1024;
const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const NS = `xmlns:w="${W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`;

/**
 * @typedef {{style: string, text: string, mark?: string}} Paragraph `mark`: a bookmark to lead to
 * @typedef {{link: string, text: string}} Entry a line of the contents
 * @typedef {{widths: number[], head: string[], rows: string[][]}} Table widths in cm
 */

const escaped = (text) => cleaned(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
const run = (text, bold = false) =>
  `<w:r>${bold ? "<w:rPr><w:b/></w:rPr>" : ""}${escaped(text).split("\n").map((line) => `<w:t xml:space="preserve">${line}</w:t>`).join("<w:br/>")}</w:r>`;
const styled = (style, inner) => `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${inner}</w:p>`;
const twips = (cm) => Math.round((cm / 2.54) * 1440);

let marks = 0;
function block(made) {
  if ("widths" in made) return table(made);
  if ("link" in made) return styled("Contents", `<w:hyperlink w:anchor="${made.link}">${run(made.text)}</w:hyperlink>`);
  if (!made.mark) return styled(made.style, run(made.text));
  marks += 1;
  return styled(made.style, `<w:bookmarkStart w:id="${marks}" w:name="${made.mark}"/>${run(made.text)}<w:bookmarkEnd w:id="${marks}"/>`);
}

function table({ widths, head, rows }) {
  const cell = (text, n, bold) => `<w:tc><w:tcPr><w:tcW w:w="${twips(widths[n])}" w:type="dxa"/></w:tcPr>${styled("Cell", run(text, bold))}</w:tc>`;
  const line = (cells, isHead) => `<w:tr><w:trPr><w:cantSplit/>${isHead ? "<w:tblHeader/>" : ""}</w:trPr>${cells.map((text, n) => cell(text, n, isHead)).join("")}</w:tr>`;
  const border = ["top", "left", "bottom", "right", "insideH", "insideV"].map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>`).join("");
  return `<w:tbl><w:tblPr><w:tblW w:w="${twips(widths.reduce((a, b) => a + b))}" w:type="dxa"/><w:tblBorders>${border}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${widths.map((w) => `<w:gridCol w:w="${twips(w)}"/>`).join("")}</w:tblGrid>${head.length ? line(head, true) : ""}${rows.map((row) => line(row, false)).join("")}</w:tbl>${styled("Normal", "")}`;
}

const style = (id, name, size, more = "", paragraph = "") =>
  `<w:style w:type="paragraph" w:styleId="${id}"${id === "Normal" ? ' w:default="1"' : ""}><w:name w:val="${name}"/>${id === "Normal" ? "" : '<w:basedOn w:val="Normal"/>'}<w:qFormat/><w:pPr>${paragraph}</w:pPr><w:rPr>${more}<w:sz w:val="${size * 2}"/></w:rPr></w:style>`;

const STYLES = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:styles ${NS}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:lang w:val="LANGUAGE"/></w:rPr></w:rPrDefault></w:docDefaults>${
  style("Normal", "Normal", 10.5, "", '<w:spacing w:after="120"/>')
}${style("Title", "Title", 24, '<w:b/><w:color w:val="0F5964"/>', '<w:spacing w:after="120"/>')
}${style("Heading1", "heading 1", 16, '<w:b/><w:color w:val="0F5964"/>', '<w:keepNext/><w:spacing w:before="360" w:after="120"/><w:outlineLvl w:val="0"/>')
}${style("Heading2", "heading 2", 13, "<w:b/>", '<w:keepNext/><w:spacing w:before="240" w:after="80"/><w:outlineLvl w:val="1"/>')
}${style("Contents", "toc 1", 10.5, "", '<w:spacing w:after="40"/>')
}${style("Cell", "Table Cell", 9, "", '<w:spacing w:before="30" w:after="30"/>')}</w:styles>`;

/** A .docx of the blocks, on A4 turned on its side so that the reply columns have room.
 * @param {(Paragraph | Entry | Table)[]} blocks @returns {Uint8Array} */
export function write(title, language, blocks, footer) {
  marks = 0;
  const page = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1000" w:right="1000" w:bottom="1000" w:left="1000" w:header="500" w:footer="500" w:gutter="0"/>';
  const body = `${blocks.map(block).join("")}<w:sectPr><w:footerReference w:type="default" r:id="rId2"/>${page}</w:sectPr>`;
  const field = (code) => `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const types = "application/vnd.openxmlformats-officedocument.wordprocessingml";
  const rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  return zip.write([
    ["[Content_Types].xml", `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${types}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${types}.styles+xml"/><Override PartName="/word/footer1.xml" ContentType="${types}.footer+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`],
    ["_rels/.rels", `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${rel}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`],
    ["docProps/core.xml", `${xml}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escaped(title)}</dc:title><dc:language>${language}</dc:language></cp:coreProperties>`],
    ["word/_rels/document.xml.rels", `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${rel}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${rel}/footer" Target="footer1.xml"/></Relationships>`],
    ["word/styles.xml", STYLES.replace("LANGUAGE", language === "nb" ? "nb-NO" : language)],
    ["word/footer1.xml", `${xml}<w:ftr ${NS}>${styled("Cell", `${run(`${footer} · `)}${field("PAGE")}${run(" / ")}${field("NUMPAGES")}`)}</w:ftr>`],
    ["word/document.xml", `${xml}<w:document ${NS}><w:body>${body}</w:body></w:document>`],
  ]);
}

/** The rows of every table of a .docx as texts, and all its text; or the key of what is wrong. */
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
  if (!prefix) return { problem: "not_docx" };
  const { rows, text } = cells(found.text, prefix);
  return { rows, text };
}

const ENTITIES = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };
const plain = (text) =>
  text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{1,6}));/gi, (all, hex, number, name) => {
    const code = hex ? parseInt(hex, 16) : Number(number);
    return name ? (ENTITIES[name] ?? "") : code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
  });

/** Rows of cells of every table, and all text. A parser for XML is not asked: on a damaged file
 * the browser's own writes styles that the policy of the page forbids. */
function cells(xml, prefix) {
  const token = new RegExp(`<(/?)${prefix}:(tr|tc|p|t|br|tab)(?=[\\s/>])[^>]*?(/?)>|<[^>]*>|([^<]+)`, "g");
  const rows = [];
  const stack = [];
  let text = "";
  let inText = false;
  for (const [, end, name, empty, words] of xml.matchAll(token)) {
    const row = stack.at(-1);
    const put = (more) => {
      text += more;
      if (row?.open) row.cells[row.cells.length - 1] += more;
    };
    if (words !== undefined) {
      if (inText) put(plain(words));
    } else if (name === "t") inText = !end && !empty;
    else if (name === "tr" && !empty) {
      if (!end) stack.push({ cells: [], open: false });
      else if (stack.length) rows.push(stack.pop().cells);
    } else if (name === "tc" && row && !empty) {
      if (!end) row.cells.push("");
      row.open = !end;
    } else if (name === "br" && !end) put("\n");
    else if (name === "tab" && !end) put("\t");
    else if (name === "p" && end) put("\n");
  }
  return { rows: rows.map((row) => row.map((cell) => cell.replace(/\n$/, ""))), text };
}
