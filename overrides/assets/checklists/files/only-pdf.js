// Which items of a PDF are meant for the reader: a line at the top says so, and the boxes of the
// others bear a stroke until they are ticked. A sheet keeps its rows: they have their places. Pure.

import { FONT } from "../formats/pdf-look.js";
import { Name, Raw, Reference } from "../formats/pdf-objects.js";
import { rawOf, written } from "../formats/pdf-write.js";

/**
 * @typedef {import("../formats/pdf-file.js").PdfFile} PdfFile
 * @typedef {import("../formats/pdf-objects.js").Dictionary} Dictionary
 * @typedef {import("../formats/pdf-objects.js").Value} Value
 * @typedef {import("../formats/pdf-write.js").Additions} Additions
 * @typedef {{font: Value, letters: import("../formats/pdf-letters.js").Letters}} Drawing
 */

const A4 = [0, 0, 595.28, 841.89];
const SIZE = 9; // points, of the line's letters
const EDGE = 17; // points from the paper's edge: over what the sheet says at its top
const MOST_DEEP = 16; // of pages within pages
const SHOWN = 4; // a flag: printed too
const LOCKED = 64; // a flag: nobody writes in it

/** The stroke in an empty box, in a square of 100 units as macros/exports/pdf_fields.py has its
 * tick. @param {Additions} additions */
export const stroke = (additions) =>
  additions.add(formOf([0, 0, 100, 100]), "q 10 w 1 J 0.45 G 28 50 m 72 50 l S Q");

/** A box's field with that stroke where it is not ticked. @param {PdfFile} file
 * @param {Dictionary} field @param {Reference} look */
export async function struck(file, field, look) {
  const looks = new Map(await file.dictionary(field.get("AP")));
  const states = new Map(await file.dictionary(looks.get("N")));
  field.set("AP", looks.set("N", states.set("Off", look)));
}

/**
 * Has the first page say a line at its top.
 * @param {PdfFile} file @param {Additions} additions @param {Drawing} drawing @param {string} line
 */
export async function saidOnTop(file, additions, { font, letters }, line) {
  const place = await firstPage(file);
  if (!place) return;
  const page = new Map(await file.dictionary(place));
  const box = await file.get(page.get("MediaBox"));
  const [x, , toX, toY] = Array.isArray(box) ? box.map(Number) : A4;
  const wide = Math.min(letters.widthOf(line, SIZE) + 1, toX - x - 2 * EDGE);
  const left = x + (toX - x - wide) / 2;
  const rect = [left, toY - EDGE - SIZE, left + wide, toY - EDGE + 3];
  const look = additions.add(
    formOf([0, 0, wide, SIZE + 3]).set("Resources", new Map([["Font", new Map([[FONT, font]])]])),
    `q BT /${FONT} ${SIZE} Tf 0 g 0 3 Td ${written(new Raw(letters.encoded(line)))} Tj ET Q`,
  );
  const note = new Map(/** @type {[string, Value][]} */ ([
    ["Type", new Name("Annot")],
    ["Subtype", new Name("FreeText")],
    ["Rect", rect],
    ["Contents", rawOf(line)],
    ["DA", new Raw(`/Helv ${SIZE} Tf 0 g`)],
    ["BS", new Map([["W", 0]])],
    ["F", SHOWN + LOCKED],
    ["AP", new Map([["N", look]])],
    ["P", place],
  ]));
  const root = (await file.dictionary(file.trailer.get("Root"))).get("StructTreeRoot");
  const tags = new Map(await file.dictionary(root));
  note.set("StructParent", tags.get("ParentTreeNextKey") ?? null);
  const noted = additions.put(note);
  page.set("Annots", [noted, ...(await listOf(file, page.get("Annots")))]);
  additions.change(place, page);
  if (!(root instanceof Reference)) return;
  additions.change(root, tags);
  await tagged(file, additions, tags, new Map([["Obj", noted], ["Pg", place]]));
}

/**
 * Has it read first of all: what is no part of the tree of tags is not read, and no PDF/UA.
 * @param {PdfFile} file @param {Additions} additions
 * @param {Dictionary} tags the tree's root, changed @param {Dictionary} what is referred to
 */
async function tagged(file, additions, tags, what) {
  const [top] = await listOf(file, tags.get("K"));
  const parents = new Map(await file.dictionary(tags.get("ParentTree")));
  const key = tags.get("ParentTreeNextKey");
  if (!(top instanceof Reference) || !parents.has("Nums")) return;
  const element = additions.put(new Map(/** @type {[string, Value][]} */ ([
    ["Type", new Name("StructElem")],
    ["S", new Name("Annot")],
    ["P", top],
    ["K", new Map(what).set("Type", new Name("OBJR"))],
  ])));
  const whole = new Map(await file.dictionary(top));
  additions.change(top, whole.set("K", [element, ...(await listOf(file, whole.get("K")))]));
  const known = await listOf(file, parents.get("Nums"));
  parents.set("Nums", [...known, key ?? null, element]);
  tags.set("ParentTree", parents).set("ParentTreeNextKey", Number(key) + 1);
}

/** @param {PdfFile} file @param {Value | undefined} value @returns {Promise<Value[]>} */
async function listOf(file, value) {
  const found = await file.get(value);
  return Array.isArray(found) ? found : [];
}

/** @param {PdfFile} file */
async function firstPage(file) {
  let at = (await file.dictionary(file.trailer.get("Root"))).get("Pages");
  for (let deep = 0; deep < MOST_DEEP && at instanceof Reference; deep += 1) {
    const kids = await file.get((await file.dictionary(at)).get("Kids"));
    if (!Array.isArray(kids)) return at;
    [at] = kids;
  }
  return null;
}

/** @param {number[]} box @returns {Dictionary} */
const formOf = (box) =>
  new Map(/** @type {[string, Value][]} */ ([
    ["Type", new Name("XObject")],
    ["Subtype", new Name("Form")],
    ["BBox", box],
  ]));
