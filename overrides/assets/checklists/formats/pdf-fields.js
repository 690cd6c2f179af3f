// The fields of a PDF's form: what each is called and what stands in it. Pure.

import { PdfFile } from "./pdf-file.js";
import { Name, Raw, Reference } from "./pdf-objects.js";
import { searched, tabled } from "./pdf-places.js";
import { textOf } from "./pdf-text.js";

/**
 * @typedef {import("./pdf-objects.js").Dictionary} Dictionary
 * @typedef {import("./pdf-objects.js").Value} Value
 * @typedef {{name: string, kind: string, label: string, mark: string, text: string, on: boolean,
 *   unlike: boolean}} Field `kind`: «Btn», «Tx», «Ch» …; `label`: what is said of it; `mark`: the
 *   name of the first place where it is shown; `text`: what stands in it; `on`: whether a box is
 *   ticked; `unlike`: its value and its look say otherwise
 * @typedef {Record<string, string>} Texts
 * @typedef {{fields: Field[], about: Texts, locked: boolean, mended: boolean}} Form
 *   `about`: what the file says of itself, by PDF's own keys; `locked`: behind a password or with
 *   rights of use; `mended`: its tables were damaged
 */

const MOST_FIELDS = 50_000;
const MOST_DEPTH = 32;
const MOST_LOOKS = 100;
const FLAG_BUTTON = 1 << 16;

/**
 * Throws SyntaxError or TypeError when the file is damaged beyond reading, RangeError for what is
 * too much. @param {Uint8Array} bytes @returns {Promise<Form>}
 */
export async function formOf(bytes) {
  const file = new PdfFile(bytes);
  try {
    file.know(await tabled(file));
    return await read(file, false);
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof TypeError)) throw error;
    const found = await searched(file);
    file.know(found);
    if (!found.trailer.has("Root")) found.trailer.set("Root", await file.lastOf("Catalog"));
    return read(file, true);
  }
}

/** @param {PdfFile} file @param {boolean} mended @returns {Promise<Form>} */
async function read(file, mended) {
  const locked = file.trailer.has("Encrypt");
  if (locked) return { fields: [], about: {}, locked, mended };
  const root = await file.dictionary(file.trailer.get("Root"));
  if (!root.size) throw new SyntaxError("root");
  const form = await file.dictionary(root.get("AcroForm"));
  const fields = await new Walk(file).all(await file.get(form.get("Fields")));
  return { fields, about: await texts(file, file.trailer.get("Info")), locked, mended };
}

/** The texts of a dictionary. @param {PdfFile} file @param {Value | undefined} value */
async function texts(file, value) {
  /** @type {Record<string, string>} */
  const made = {};
  for (const [key, one] of await file.dictionary(value)) {
    const found = await file.get(one);
    if (found instanceof Raw) made[key] = textOf(found);
  }
  return made;
}

class Walk {
  #file;
  /** @type {Set<number>} */
  #seen = new Set();
  /** @type {Field[]} */
  #made = [];

  /** @param {PdfFile} file */
  constructor(file) {
    this.#file = file;
  }

  /** @param {Value} fields */
  async all(fields) {
    await this.#each(fields, new Map(), "", 0);
    return this.#made;
  }

  /** Fields below one, which hand on what they do not say themselves.
   * @param {Value} fields @param {Dictionary} above @param {string} name @param {number} depth */
  async #each(fields, above, name, depth) {
    if (depth > MOST_DEPTH) throw new RangeError("deep");
    for (const one of Array.isArray(fields) ? fields : []) {
      if (one instanceof Reference) {
        if (this.#seen.has(one.number)) continue;
        this.#seen.add(one.number);
      }
      const own = await this.#file.dictionary(one);
      if (this.#made.length > MOST_FIELDS) throw new RangeError("fields");
      if (own.size) await this.#field(own, above, name, depth);
    }
  }

  /** @param {Dictionary} own @param {Dictionary} above @param {string} outer
   * @param {number} depth */
  async #field(own, above, outer, depth) {
    const part = await this.#text(own.get("T"));
    const name = [outer, part].filter(Boolean).join(".");
    const facts = new Map(above);
    for (const key of ["FT", "V", "Ff", "TU"]) {
      const found = await this.#file.get(own.get(key));
      if (found !== null) facts.set(key, found);
    }
    const given = await this.#file.get(own.get("Kids"));
    const kids = Array.isArray(given) ? given : [];
    const first = await this.#file.dictionary(kids[0]);
    if (first.has("T")) return this.#each(kids, facts, name, depth + 1);
    this.#made.push({ name, ...(await this.#facts(facts, kids.length ? kids : [own])) });
  }

  /** @param {Dictionary} facts @param {Value[]} looks where it is shown */
  async #facts(facts, looks) {
    const type = facts.get("FT");
    const kind = type instanceof Name ? type.name : "";
    const value = facts.get("V") ?? null;
    const label = await this.#text(facts.get("TU") ?? null);
    const mark = await this.#text((await this.#file.dictionary(looks[0])).get("NM"));
    const text = await this.#text(value);
    const plain = kind === "Btn" && !(Number(facts.get("Ff") ?? 0) & FLAG_BUTTON);
    if (!plain) return { kind, label, mark, text, on: false, unlike: false };
    const said = isOn(value instanceof Raw ? new Name(text) : value);
    const shown = await this.#shown(looks);
    return { kind, label, mark, text, on: said || shown === true, unlike: shown === !said };
  }

  /** Whether a box is shown as ticked; undefined where nothing says so. @param {Value[]} looks */
  async #shown(looks) {
    let shown;
    for (const one of looks.slice(0, MOST_LOOKS)) {
      const look = await this.#file.get((await this.#file.dictionary(one)).get("AS"));
      if (look instanceof Name) shown = shown || isOn(look);
    }
    return shown;
  }

  /** A value as a text: several are told one after the other. @param {Value | undefined} value
   * @returns {Promise<string>} */
  async #text(value) {
    const found = await this.#file.get(value);
    if (found instanceof Raw) return textOf(found);
    if (found instanceof Name) return found.name;
    if (typeof found === "number") return String(found);
    if (!Array.isArray(found)) return "";
    const all = [];
    for (const one of found.slice(0, MOST_LOOKS)) {
      const part = await this.#file.get(one);
      if (part instanceof Raw) all.push(textOf(part));
    }
    return all.join(", ");
  }
}

/** @param {Value} value */
const isOn = (value) => value instanceof Name && value.name !== "Off" && value.name !== "";
