// A picture in a workbook, under each sheet's table: no row moves for it. Pure.

import { DRAWING, extentOf, picture } from "./drawing.js";
import { tag } from "./xml.js";

const SHEET = `${DRAWING}/spreadsheetDrawing`;
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const SPACES = { "xmlns:xdr": SHEET, "xmlns:a": `${DRAWING}/main`, "xmlns:r": OFFICE };
const UNDER = 1; // rows that stay empty between the table and it

export const PLACE = "media/logo.png";
export const TYPE = "application/vnd.openxmlformats-officedocument.drawing+xml";

/**
 * What is drawn on a sheet: a PNG alone.
 * @param {Uint8Array} png of 288 dots an inch @param {string} relation that leads to it
 * @param {string} descr what it shows @param {number} rows of the table, its head too
 */
export function drawing(png, relation, descr, rows) {
  const at = (/** @type {string} */ name, /** @type {number} */ value) =>
    tag(`xdr:${name}`, {}, String(value));
  const from = [at("col", 0), at("colOff", 0), at("row", rows + UNDER), at("rowOff", 0)];
  const extent = extentOf(png);
  return tag(
    "xdr:wsDr",
    SPACES,
    tag(
      "xdr:oneCellAnchor",
      {},
      tag("xdr:from", {}, ...from),
      tag("xdr:ext", extent),
      picture("xdr", {}, { id: 2, name: "logo.png", descr }, relation, extent),
      tag("xdr:clientData"),
    ),
  );
}
