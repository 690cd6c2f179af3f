// Answers put into a PDF as it is given out: into its fields, written after the file's end. Pure.
//
// The file is ours and nobody has opened it. A text is drawn as well, for programs that only show;
// where the font lacks a letter, the program that opens the file is asked to draw them all.

import { owned } from "../formats/marks.js";
import { PdfFile } from "../formats/pdf-file.js";
import { lettersOf } from "../formats/pdf-letters.js";
import { FONT, drawn, laidOut } from "../formats/pdf-look.js";
import { Name, Raw, Reference } from "../formats/pdf-objects.js";
import { tabled } from "../formats/pdf-places.js";
import { textOf } from "../formats/pdf-text.js";
import { Additions, rawOf } from "../formats/pdf-write.js";
import { sealOf } from "./before.js";
import { saidOnTop, stroke, struck } from "./only-pdf.js";
import { partsOf } from "./pdf-names.js";

/**
 * @typedef {import("../elements/words.js").Words} Words
 * @typedef {import("../formats/pdf-objects.js").Dictionary} Dictionary
 * @typedef {import("../formats/pdf-objects.js").Value} Value
 * @typedef {import("./fill.js").Answers} Answers
 * @typedef {import("./filled.js").Values} Values
 * @typedef {{bytes: Uint8Array, long: number, absent: number}} Filled `long`: texts that are longer
 *   than their field shows; `absent`: answers that the file has no field for
 */

const FLAG_LINES = 1 << 12;
const RULE = (8 * 72) / 25.4; // points from line to line: 8 mm, as list.typ has them
/** @type {import("./filled.js").Written[]} */
const WITHOUT = ["answer", "reason", "priority"];

/**
 * Throws SyntaxError or TypeError when the file is damaged.
 * @param {Uint8Array} bytes @param {Answers} answers @param {Words} t @returns {Promise<Filled>}
 */
export async function intoPdf(bytes, { valuesOf, about, fit }, t) {
  const file = new PdfFile(bytes);
  file.know(await tabled(file));
  const filling = new Filling(file, t);
  await filling.begin();
  /** @type {Set<string>} */
  const absent = new Set();
  for (const place of filling.fields) {
    const { item, what } = partsOf(textOf(await filling.named(place)));
    if (!item) continue;
    const values = valuesOf(item);
    await filling.put(place, what, values, !fit || fit.only(item));
    for (const field of WITHOUT) if (values[field]) absent.add(`${item}/${field}`);
  }
  await filling.end(about, fit?.line);
  return { bytes: filling.additions.after(bytes), long: filling.long, absent: absent.size };
}

class Filling {
  #file;
  #t;
  /** @type {import("./only-pdf.js").Drawing | undefined} */
  #drawing;
  /** @type {Dictionary} */
  #root = new Map();
  /** @type {Dictionary} */
  #form = new Map();
  #undrawn = false;
  /** @type {Reference | undefined} the stroke in a box that is not meant */
  #stroke;
  #sealed = 0;
  long = 0;
  /** @type {Reference[]} */
  fields = [];

  /** @param {PdfFile} file @param {Words} t */
  constructor(file, t) {
    this.#file = file;
    this.#t = t;
    this.additions = new Additions(file);
  }

  async begin() {
    const file = this.#file;
    this.#root = await file.dictionary(file.trailer.get("Root"));
    this.#form = await file.dictionary(this.#root.get("AcroForm"));
    const resources = await file.dictionary(this.#form.get("DR"));
    const font = (await file.dictionary(resources.get("Font"))).get(FONT) ?? null;
    this.#drawing = { font, letters: await lettersOf(file, font) };
    const all = await file.get(this.#form.get("Fields"));
    if (!Array.isArray(all)) throw new SyntaxError("form");
    this.fields = all.filter((one) => one instanceof Reference);
  }

  /** The name of a field. @param {Reference} place */
  async named(place) {
    const name = await this.#file.get((await this.#file.dictionary(place)).get("T"));
    return name instanceof Raw ? name : new Raw("");
  }

  /** @param {Reference} place @param {string} what «done», or what it is of an item
   * @param {Values} values @param {boolean} meant for the reader */
  async put(place, what, values, meant) {
    const field = new Map(await this.#file.dictionary(place));
    if (what === "done") {
      this.#tick(field, values);
      if (!meant) await struck(this.#file, field, (this.#stroke ??= stroke(this.additions)));
    } else if (!(await this.#write(field, this.#said(what, values)))) return;
    this.additions.change(place, field);
  }

  /** A box says as well what stood in its item. @param {Dictionary} field @param {Values} values */
  #tick(field, values) {
    this.#sealed += 1;
    field.set("NM", new Raw(`s${this.#sealed}_${sealOf(values)}`));
    if (values.status !== "done") return;
    field.set("V", TICKED).set("AS", TICKED);
  }

  /** What stands in a field of words. @param {string} what @param {Values} values */
  #said(what, { status = "", due = "", responsible = "", note = "" }) {
    // What is done is ticked: a tick that is put later says so as well.
    if (what === "status") return status && status !== "done" ? this.#t(`status.${status}`) : "";
    if (what === "due") return due.split("-").reverse().join(".");
    return what === "responsible" ? responsible : what === "note" ? note : "";
  }

  /** @param {Dictionary} field @param {string} text */
  async #write(field, text) {
    if (!text || !this.#drawing) return false;
    const { font, letters } = this.#drawing;
    field.set("V", await this.#chosen(field, text));
    const rect = await this.#file.get(field.get("Rect"));
    const [x, y, toX, toY] = Array.isArray(rect) ? rect.map(Number) : [0, 0, 0, 0];
    const lines = Number(field.get("Ff") ?? 0) & FLAG_LINES;
    const room = { wide: toX - x, high: toY - y, rule: lines ? RULE : 0 };
    const laid = laidOut(text, room, letters);
    if (laid.cut) this.long += 1;
    const { strokes, whole } = drawn(laid, room, letters);
    field.set("DA", new Raw(`/Helv ${laid.size} Tf 0 g`));
    field.set("AP", new Map([["N", this.#look(strokes, room, font)]]));
    // Who draws it anew shall not write across the lines of the paper.
    if (lines) field.set("MK", new Map([["BG", [1]]]));
    if (!whole) this.#undrawn = true;
    return true;
  }

  /** A choice is written as it is offered, letter by letter. @param {Dictionary} field
   * @param {string} text */
  async #chosen(field, text) {
    const offered = await this.#file.get(field.get("Opt"));
    const all = Array.isArray(offered) ? offered : [];
    return all.find((one) => one instanceof Raw && textOf(one) === text) ?? rawOf(text);
  }

  /** @param {string} strokes @param {import("../formats/pdf-look.js").Room} room
   * @param {Value} font */
  #look(strokes, { wide, high }, font) {
    const fonts = new Map([["Font", new Map([[FONT, font]])]]);
    const facts = new Map(/** @type {[string, Value][]} */ ([
      ["Type", new Name("XObject")],
      ["Subtype", new Name("Form")],
      ["BBox", [0, 0, wide, high]],
      ["Resources", fonts],
    ]));
    return this.additions.add(facts, strokes);
  }

  /** What the file says of itself: whose answers it holds, and when it was made; at its top, the
   * line that says what is meant.
   * @param {Record<string, string>} about @param {string} [line] */
  async end(about, line) {
    const drawing = this.#drawing;
    if (line && drawing) await saidOnTop(this.#file, this.additions, drawing, line);
    const { trailer } = this.#file;
    const info = trailer.get("Info");
    if (info instanceof Reference) {
      const facts = new Map(await this.#file.dictionary(info));
      const words = await this.#file.get(facts.get("Keywords"));
      if (words instanceof Raw) {
        facts.set("Keywords", rawOf(owned(textOf(words), about) ?? textOf(words)));
      }
      const digits = (about.made ?? "").replace(/\.\d+|\D/g, "");
      if (digits) facts.set("ModDate", new Raw(`D:${digits}Z`));
      this.additions.change(info, facts);
    }
    if (this.#undrawn) this.#askForLooks();
  }

  #askForLooks() {
    const form = new Map(this.#form).set("NeedAppearances", true);
    const [place, root] = [this.#root.get("AcroForm"), this.#file.trailer.get("Root")];
    if (place instanceof Reference) this.additions.change(place, form);
    else if (root instanceof Reference) {
      this.additions.change(root, new Map(this.#root).set("AcroForm", form));
    }
  }
}

const TICKED = new Name("Ja"); // as macros/exports/pdf_fields.py names it
