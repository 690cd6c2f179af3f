// How a Word file looks: its styles. Pure.

import { SPACES } from "./docx-package.js";
import { HEAD, tag } from "./xml.js";

/** Room round a paragraph, in twentieths of a point. @param {Record<string, number>} room */
const spacing = (room) =>
  tag("w:spacing", Object.fromEntries(Object.entries(room).map(([k, n]) => [`w:${k}`, n])));

/** @param {number} level from 0 */
const outline = (level) => tag("w:outlineLvl", { "w:val": level });
const BOLD = tag("w:b");
export const NEXT = tag("w:keepNext");

/**
 * id, name, size in points, of its letters, of its paragraphs.
 * @param {string} tinted @returns {[string, string, number, string, string][]}
 */
const all = (tinted) => [
  ["Normal", "Normal", 10.5, "", spacing({ after: 120 })],
  ["Title", "Title", 24, tinted, spacing({ after: 120 })],
  ["Heading1", "heading 1", 16, tinted, NEXT + spacing({ before: 360, after: 120 }) + outline(0)],
  ["Heading2", "heading 2", 13, BOLD, NEXT + spacing({ before: 240, after: 80 }) + outline(1)],
  ["ContentsHead", "TOC Heading", 13, BOLD, NEXT + spacing({ before: 240, after: 80 })],
  ["Contents", "toc 1", 10.5, "", spacing({ before: 80, after: 40 })],
  ["Contents2", "toc 2", 10.5, "", spacing({ after: 40 }) + tag("w:ind", { "w:left": 400 })],
  ["Cell", "Table Cell", 9, "", spacing({ before: 30, after: 30 })],
];

/** @type {Record<string, string>} */
const LOCALES = { nb: "nb-NO", nn: "nn-NO", en: "en-GB" };

/** What language letters are in. @param {string} language */
export const spokenIn = (language) => tag("w:lang", { "w:val": LOCALES[language] ?? language });

/** @param {string} language @param {string} colour of headings, as six hexadecimal digits */
export function styles(language, colour) {
  const fonts = tag("w:rFonts", { "w:ascii": "Arial", "w:hAnsi": "Arial", "w:cs": "Arial" });
  const defaults = tag("w:rPrDefault", {}, tag("w:rPr", {}, fonts, spokenIn(language)));
  const tinted = BOLD + tag("w:color", { "w:val": colour });
  const made = all(tinted).map(([id, name, size, letters, paragraph]) => {
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
