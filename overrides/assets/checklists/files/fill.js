// A list as it is given out, with what a project has answered in it: the same file, filled in.

import { owned } from "../formats/marks.js";
import { Office } from "../formats/office.js";
import { changed } from "../formats/parts.js";
import { escaped } from "../formats/xml.js";
import * as xlsx from "../formats/xlsx-read.js";
import { intoCsv } from "./fill-csv.js";
import { filledOverview, filledSheet, isCut, itemsIn, lastOnPaper } from "./fill-workbook.js";
import { filled as withAnswers } from "./fill-word.js";
import { onlyItems } from "./only-word.js";
import { onlyRows, placesOf, printed, saidUnder, shortened } from "./only-workbook.js";

/**
 * @typedef {import("../elements/words.js").Words} Words
 * @typedef {import("./filled.js").Values} Values
 * @typedef {{valuesOf: (item: string) => Values, about: Record<string, string>, names: string[],
 *   today: string, said: [blank: string, hers: string][],
 *   fit?: {only: (item: string) => boolean, line: string}}} Answers `about`: project, name, made;
 *   `names`: who is responsible; `said`: requirements that say another number than the blank file;
 *   `fit`: which rows the file is to hold, and the line that says so; without it all
 */

/** @typedef {{bytes: Uint8Array, long: number}} Filled `long`: items of which paper lacks a part */

/** @param {Uint8Array} bytes @param {Answers} answers @param {Words} t */
export const intoWord = (bytes, { valuesOf, about, said, fit }, t) =>
  changed(bytes, (name, text) => {
    if (name !== "word/document.xml") return owned(text, about);
    const own = fit ? onlyItems(text, fit.only, fit.line) : text;
    return withAnswers(numbered(own, said), valuesOf, t);
  });

/** @param {Uint8Array} bytes @param {Answers} answers @param {Words} t
 * @returns {Promise<Filled>} */
export async function intoWorkbook(bytes, { valuesOf, about, names, today, said, fit }, t) {
  const office = new Office(bytes);
  const { tables } = await xlsx.grid(office, await office.main());
  const [work = [], overview = []] = tables;
  const items = itemsIn(work, t);
  const places = fit && placesOf(items, fit.only);
  const inFile = fit ? items.filter(fit.only) : items.filter(Boolean);
  const long = inFile.filter((item) => isCut(valuesOf(item))).length;
  const out = await changed(bytes, (name, text) => {
    const made = owned(text, about);
    if (name === "xl/sharedStrings.xml") return numbered(made ?? text, said);
    if (name === "xl/worksheets/sheet1.xml") {
      const sheet = filledSheet(text, work, valuesOf, today, t);
      return places ? onlyRows(sheet, places) : sheet;
    }
    if (name === "xl/worksheets/sheet2.xml") {
      const sheet = filledOverview(text, overview, names, t);
      return fit ? saidUnder(sheet, fit.line) : sheet;
    }
    if (places && name === "xl/tables/table1.xml") return shortened(text, places);
    if (name === "xl/workbook.xml") {
      return printed(made ?? text, places?.size ?? 0, lastOnPaper(work, valuesOf, t));
    }
    return made;
  });
  return { bytes: out, long };
}

/**
 * A file of a kind («docx», «xlsx», «csv»), filled in.
 * @param {string} kind @param {Uint8Array} bytes @param {Answers} answers @param {Words} t
 * @returns {Promise<Filled>}
 */
export async function filled(kind, bytes, answers, t) {
  if (kind === "xlsx") return intoWorkbook(bytes, answers, t);
  const into = kind === "docx" ? intoWord : intoCsv;
  return { bytes: await into(bytes, answers, t), long: 0 };
}

/** Requirements with the reader's own numbers, each a whole text of the file.
 * @param {string} xml @param {[blank: string, hers: string][]} said */
const numbered = (xml, said) =>
  said.reduce((made, [blank, hers]) => made.split(whole(blank)).join(whole(hers)), xml);

/** @param {string} text */
const whole = (text) => `>${escaped(text)}</`;
