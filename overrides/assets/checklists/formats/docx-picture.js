// A picture in a Word file, over each page. Pure.

import { tag } from "./xml.js";

const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006";
const INLINE = `${DRAWING}/wordprocessingDrawing`;
const PICTURE = `${DRAWING}/picture`;
const DOT = 914400 / 288; // of a picture of 288 dots an inch, in the format's own measure
const ID = { id: 1, name: "logo.png" };
const SIZE = 16; // where a PNG says how wide and how high it is

export const PLACE = "media/logo.png";

/**
 * A PNG as a part of a line.
 * @param {Uint8Array} png of 288 dots an inch @param {string} relation that leads to it
 * @param {string} name what it shows
 */
export function drawn(png, relation, name) {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const [wide, high] = [SIZE, SIZE + 4].map((at) => Math.round(view.getUint32(at) * DOT));
  const extent = { cx: wide, cy: high };
  const shown = tag(
    "pic:pic",
    { "xmlns:pic": PICTURE },
    tag("pic:nvPicPr", {}, tag("pic:cNvPr", ID), tag("pic:cNvPicPr")),
    tag(
      "pic:blipFill",
      {},
      tag("a:blip", { "r:embed": relation }),
      tag("a:stretch", {}, tag("a:fillRect")),
    ),
    tag(
      "pic:spPr",
      {},
      tag("a:xfrm", {}, tag("a:off", { x: 0, y: 0 }), tag("a:ext", extent)),
      tag("a:prstGeom", { prst: "rect" }, tag("a:avLst")),
    ),
  );
  const graphic = tag(
    "a:graphic",
    { "xmlns:a": `${DRAWING}/main` },
    tag("a:graphicData", { uri: PICTURE }, shown),
  );
  return tag(
    "w:r",
    {},
    tag(
      "w:drawing",
      {},
      tag(
        "wp:inline",
        { "xmlns:wp": INLINE, distT: 0, distB: 0, distL: 0, distR: 0 },
        tag("wp:extent", extent),
        tag("wp:docPr", { ...ID, descr: name }),
        graphic,
      ),
    ),
  );
}
