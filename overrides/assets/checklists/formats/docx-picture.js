// A picture in a Word file, over each page. Pure.

import { DRAWING, extentOf, picture } from "./drawing.js";
import { tag } from "./xml.js";

const INLINE = `${DRAWING}/wordprocessingDrawing`;
const PICTURE = `${DRAWING}/picture`;
const ID = { id: 1, name: "logo.png" };

export const PLACE = "media/logo.png";

/**
 * A PNG as a part of a line.
 * @param {Uint8Array} png of 288 dots an inch @param {string} relation that leads to it
 * @param {string} name what it shows
 */
export function drawn(png, relation, name) {
  const extent = extentOf(png);
  const shown = picture("pic", { "xmlns:pic": PICTURE }, ID, relation, extent);
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
