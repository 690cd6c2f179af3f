// A picture as office files draw it: how large it is, and its parts. Pure.

import { tag } from "./xml.js";

export const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006";
const DOT = 914400 / 288; // of a picture of 288 dots an inch, in the formats' own measure
const SIZE = 16; // where a PNG says how wide and how high it is

/** @typedef {{cx: number, cy: number}} Extent in the formats' own measure */

/** @param {Uint8Array} png of 288 dots an inch @returns {Extent} */
export function extentOf(png) {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const [cx, cy] = [SIZE, SIZE + 4].map((at) => Math.round(view.getUint32(at) * DOT));
  return { cx, cy };
}

/**
 * A picture.
 * @param {string} space of its elements: each format's own @param {Record<string, string>} spaces
 * @param {Record<string, string | number>} id @param {string} relation that leads to it
 * @param {Extent} extent
 */
export function picture(space, spaces, id, relation, extent) {
  const inner = (/** @type {string} */ name, /** @type {string[]} */ ...parts) =>
    tag(`${space}:${name}`, {}, ...parts);
  return tag(
    `${space}:pic`,
    spaces,
    inner("nvPicPr", tag(`${space}:cNvPr`, id), inner("cNvPicPr")),
    inner(
      "blipFill",
      tag("a:blip", { "r:embed": relation }),
      tag("a:stretch", {}, tag("a:fillRect")),
    ),
    inner(
      "spPr",
      tag("a:xfrm", {}, tag("a:off", { x: 0, y: 0 }), tag("a:ext", extent)),
      tag("a:prstGeom", { prst: "rect" }, tag("a:avLst")),
    ),
  );
}
