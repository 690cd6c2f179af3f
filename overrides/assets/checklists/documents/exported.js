// The files of a document: what each is called, and what is in it. Pure.

import * as csv from "../formats/csv.js";
import * as docx from "../formats/docx.js";
import { EXCEL, WORD } from "../formats/types.js";
import * as xlsx from "../formats/xlsx.js";
import { blocks, grid, plain } from "./blocks.js";
import { edition } from "./edition.js";
import { toFile } from "./files.js";
import { markdown } from "./markdown.js";
import { posts, priceSheets } from "./price-form.js";

/**
 * @typedef {import("../elements/words.js").Words} Words
 * @typedef {import("./blocks.js").Origin} Origin
 * @typedef {import("./document.js").Doc} Doc
 * @typedef {{extension: string, type: string, content: BlobPart}} Made
 */


/** @type {Record<string, (doc: Doc, t: Words, origin: Origin, language: string) => Made>} */
const FORMATS = {
  word: (doc, t, origin, language) => {
    const over = [doc.frame.company, doc.name, origin.day, origin.numbered];
    const header = over.filter(Boolean).join(" · ");
    const { brand: colour, picture: logo, title: by } = origin;
    const about = { title: doc.name, language, header, footer: edition(doc, t), logo, by };
    const all = blocks(doc, t, origin);
    const content = docx.write(all, { ...about, colour, turn: "wide" });
    return { extension: "docx", type: WORD, content: /** @type {BlobPart} */ (content) };
  },
  prices: (doc, t, { picture: logo, title: by }) => {
    const content = /** @type {BlobPart} */ (xlsx.write(priceSheets(doc, t), { logo, by }));
    return { extension: "xlsx", type: EXCEL, content };
  },
  csv: (doc, t, { beside }) => ({
    extension: "csv",
    type: "text/csv",
    content: csv.write(grid(doc, t, beside)),
  }),
  markdown: (doc, t, origin) => ({
    extension: "md",
    type: "text/markdown",
    content: markdown(plain(blocks(doc, t, origin)), edition(doc, t)),
  }),
  json: (doc, _, __, language) => ({
    extension: "json",
    type: "application/json",
    content: JSON.stringify(
      { ...toFile(doc, language), form: posts(doc), assumed: doc.assumed },
      null,
      1,
    ),
  }),
};

/**
 * A document as a file of a format.
 * @param {string} format @param {Doc} doc @param {Words} t @param {Origin} origin
 * @param {string} language of the document
 */
export const exported = (format, doc, t, origin, language) =>
  FORMATS[format](doc, t, origin, language);
