// Rows of a Word file's tables: what their controls hold, and what each row is known by. Pure.
//
// Programs keep different things: LibreOffice drops a control's tag, Google Docs the control. So a
// control is told with the words before it, and a row with its bookmarks, links and whole text.

import { elements, first, inner, isOn } from "./xml-read.js";

/**
 * @typedef {import("./xml-read.js").Element} Element
 * @typedef {import("./office.js").Office} Office
 * @typedef {{tag: string, label: string, text: string, day: string, broken: boolean,
 *   checked: boolean | undefined}} Control `label`: the words before it in its paragraph; `day`: of
 *   a control for days, ISO 8601; `broken`: breaks of its lines have been lost
 * @typedef {{marks: string[], links: string[], cells: string[], controls: Control[],
 *   loose: string[]}} Row `loose`: paragraphs beside controls that are in none
 */

const HIDDEN = new Set([
  ...["w:del", "w:moveFrom", "w:tcPr", "w:tblPr", "w:trPr", "w:sdtPr", "w:sdtEndPr", "w:rPr"],
  ...["w:pPr", "w:sectPr", "w:instrText"],
]);
/** @type {Record<string, string>} */
const SIGNS = { "w:br": "\n", "w:cr": "\n", "w:tab": "\t", "w:noBreakHyphen": "\u2011",
  "w:softHyphen": "\u00ad" };
const KINDS = ["w:text", "w:date", "w:dropDownList", "w:comboBox", "w:richText"];

/**
 * @param {Office} office @param {{part: string, root: Element}} main @returns {Promise<Row[]>}
 */
export async function rows(office, { part, root }) {
  const relations = await office.relations(part);
  const links = relations.filter(({ outside }) => outside);
  const addresses = new Map(links.map(({ id, target }) => [id, target]));
  return all(root, "w:tr")
    .filter((row) => !first(row, "w:trPr", "w:del"))
    .map((row) => new Reading(addresses).row(row));
}

/** The text of an element: letters, breaks, paragraphs on lines of their own.
 * @param {Element} made @returns {string} */
export function textOf(made) {
  if (HIDDEN.has(made.name)) return "";
  if (made.name === "w:t") return made.children.join("");
  if (made.name in SIGNS) return SIGNS[made.name];
  if (made.name === "w:r" && isOn(first(made, "w:rPr", "w:vanish"))) return "";
  const inside = elements(made);
  return inside.map((one, n) => textOf(one) + (isLine(one, inside[n + 1]) ? "\n" : "")).join("");
}

/** @param {Element} one @param {Element | undefined} next */
const isLine = (one, next) => one.name === "w:p" && next !== undefined;

/** Elements of a name, at any depth but not in each other. @param {Element} made
 * @param {string} name @returns {Element[]} */
const all = (made, name) =>
  elements(made).flatMap((one) => (one.name === name ? [one] : all(one, name)));

class Reading {
  /** @type {Row} */
  #made = { marks: [], links: [], cells: [], controls: [], loose: [] };
  #label = "";

  /** @param {Map<string, string>} addresses */
  constructor(addresses) {
    this.addresses = addresses;
  }

  /** @param {Element} row */
  row(row) {
    for (const cell of all(row, "w:tc")) {
      const before = this.#made.controls.length;
      /** @type {string[]} */
      const loose = [];
      for (const one of elements(cell)) this.#block(one, loose);
      this.#made.cells.push(textOf(cell).trim());
      if (this.#made.controls.length > before) this.#made.loose.push(...loose);
    }
    return this.#made;
  }

  /** @param {Element} made @param {string[]} loose */
  #block(made, loose) {
    const before = this.#made.controls.length;
    this.#label = "";
    this.#walk(made);
    const rest = this.#label.trim();
    // Words before a control are its name; words after it, or without one, are somebody's own.
    if (rest && (made.name === "w:p" || this.#made.controls.length > before)) loose.push(rest);
  }

  /** @param {Element} made */
  #walk(made) {
    const { name, attributes } = made;
    if (name === "w:sdt" && this.#control(made)) return;
    if (name === "w:bookmarkStart") this.#made.marks.push(attributes["w:name"] ?? "");
    if (name === "w:hyperlink") {
      const address = this.addresses.get(attributes["r:id"] ?? "");
      if (address) this.#made.links.push(address);
    }
    if (name === "w:t" || name in SIGNS) this.#label += textOf(made);
    else if (!HIDDEN.has(name)) for (const one of elements(made)) this.#walk(one);
  }

  /** Takes in a control; false for one that only stands round others. @param {Element} made */
  #control(made) {
    const facts = first(made, "w:sdtPr");
    const box = first(facts, "w14:checkbox");
    const kind = facts && elements(facts).some((one) => KINDS.includes(one.name));
    const tag = first(facts, "w:tag")?.attributes["w:val"] ?? "";
    if (!box && !kind && !tag) return false;
    const content = first(made, "w:sdtContent");
    const empty = isOn(first(facts, "w:showingPlcHdr"));
    this.#made.marks.push(...(content ? all(content, "w:bookmarkStart") : []).map(nameOf));
    this.#made.controls.push({
      tag,
      label: this.#label.trim(),
      // LibreOffice 7.4 puts the breaks of a text in front of its control.
      broken: this.#label.trimStart().includes("\n"),
      text: content && !empty ? textOf(content) : "",
      day: first(facts, "w:date")?.attributes["w:fullDate"]?.slice(0, 10) ?? "",
      checked: box && isTicked(box),
    });
    this.#label = "";
    return true;
  }
}

/** @param {Element} mark */
const nameOf = (mark) => mark.attributes["w:name"] ?? "";

/** @param {Element} box */
function isTicked(box) {
  const [state] = inner(box, "w14:checked");
  const said = state?.attributes["w14:val"] ?? (state ? "1" : "0");
  return ["1", "true", "on"].includes(said);
}
