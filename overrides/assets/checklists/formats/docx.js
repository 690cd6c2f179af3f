// Word files, written from blocks with real styles: a few parts of XML, no library. Pure.

import { bodyOf, field, run, styled } from "./docx-blocks.js";
import { properties, relations, settings, SPACES, types } from "./docx-package.js";
import { PLACE, drawn } from "./docx-picture.js";
import { styles } from "./docx-styles.js";
import { HEAD, tag } from "./xml.js";
import * as zip from "./zip.js";

// A4, in twentieths of a point; wide: on its side.
const SIZES = {
  wide: { "w:w": 16838, "w:h": 11906, "w:orient": "landscape" },
  upright: { "w:w": 11906, "w:h": 16838 },
};
const MARGINS = {
  ...{ "w:top": 1000, "w:right": 1000, "w:bottom": 1000, "w:left": 1000 },
  ...{ "w:header": 500, "w:footer": 500, "w:gutter": 0 },
};

/**
 * @typedef {import("./docx-blocks.js").Block} Block
 * @typedef {import("./docx-blocks.js").Plain} Plain
 * @typedef {import("./docx-blocks.js").Table} Table
 * @typedef {import("./docx-blocks.js").Turn} Turn
 * @typedef {{title: string, language: string, header?: string, footer: string, colour: string,
 *   turn?: Turn["turn"], logo?: Uint8Array, by?: string}} About `colour` of the headings, as six
 *   hexadecimal digits; `turn`: how the last pages stand; `logo`: a PNG over each page, and `by`
 *   whose it is
 */

/** How the pages before it stand, and what is over and under them. @param {Turn["turn"]} turn */
const section = (turn) =>
  tag(
    "w:sectPr",
    {},
    tag("w:headerReference", { "w:type": "default", "r:id": "rId3" }),
    tag("w:footerReference", { "w:type": "default", "r:id": "rId2" }),
    tag("w:pgSz", SIZES[turn]),
    tag("w:pgMar", MARGINS),
  );

/**
 * A .docx of the blocks.
 * @param {Block[]} blocks @param {About} about @returns {Uint8Array}
 */
export function write(blocks, about) {
  const { title, language, header = "", footer, colour, turn = "upright", logo, by = "" } = about;
  const over = [...(logo ? [drawn(logo, "rId1", by), run("  ")] : []), run(header)];
  const numbers = [run(`${footer} · `), field("PAGE"), run(" / "), field("NUMPAGES")];
  const body = tag("w:body", {}, bodyOf(blocks, section), section(turn));
  const contents = blocks.some((made) => "link" in made);
  return zip.write([
    ["[Content_Types].xml", HEAD + types(Boolean(logo))],
    ["_rels/.rels", HEAD + relations.ofAll()],
    ["docProps/core.xml", HEAD + properties(title, language)],
    ["word/_rels/document.xml.rels", HEAD + relations.ofDocument()],
    ["word/styles.xml", styles(language, colour)],
    ["word/settings.xml", HEAD + settings(contents)],
    ["word/footer1.xml", HEAD + tag("w:ftr", SPACES, styled("Cell", ...numbers))],
    ["word/header1.xml", HEAD + tag("w:hdr", SPACES, styled("Cell", ...over))],
    .../** @type {[string, string | Uint8Array][]} */ (
      logo
        ? [
            ["word/_rels/header1.xml.rels", HEAD + relations.ofHeader(PLACE)],
            [`word/${PLACE}`, logo],
          ]
        : []
    ),
    ["word/document.xml", HEAD + tag("w:document", SPACES, body)],
  ]);
}
