// Filled-in rows out of a PDF's fields, whatever program has saved it. Pure.

import { formOf } from "../formats/pdf-fields.js";
import { sealIn } from "../formats/marks.js";
import { seen } from "../formats/seen.js";
import { understood } from "./filled.js";
import { partsOf } from "./pdf-names.js";

/**
 * @typedef {import("../elements/words.js").Words} Words
 * @typedef {import("../formats/pdf-fields.js").Field} Field
 * @typedef {import("./filled.js").Doubts} Doubts
 * @typedef {import("./filled.js").Filled} Filled
 * @typedef {import("./filled.js").Written} Written
 */

const SIGN = "sign"; // who met, and who signs: of the sheet and of no item
/** @type {Written[]} */
const WRITTEN = ["responsible", "due", "note"];

/**
 * The rows of a form; `problem` is what is wrong with it.
 * @param {Uint8Array} bytes @param {Doubts} doubts @param {Words} t
 * @returns {Promise<{rows: Filled[], about: Record<string, string>, problem?: string}>}
 */
export async function fromPdf(bytes, doubts, t) {
  const { fields, about, locked, mended } = await formOf(bytes);
  if (locked) return { rows: [], about, problem: "pdf_locked" };
  if (!fields.length) return { rows: [], about, problem: "pdf" };
  /** @type {Map<string, Row>} */
  const rows = new Map();
  for (const field of fields) {
    const { list, item, what } = partsOf(field.name);
    const key = `${list}/${item}`;
    if (!item) strange(field, doubts);
    else if (item === SIGN) signed(field, doubts);
    else rows.set(key, { ...(rows.get(key) ?? { item }), [what]: field });
  }
  if (!rows.size) return { rows: [], about, problem: "pdf_strange" };
  if (mended) doubts.add("", "mended");
  return { rows: [...rows.values()].map((row) => filled(row, doubts, t)), about };
}

/** @typedef {{item: string} & Record<string, any>} Row fields by what they are of an item */

/** @param {Row} row @param {Doubts} doubts @param {Words} t @returns {Filled} */
function filled(row, doubts, t) {
  /** @type {Record<string, Field | undefined>} */
  const { done, irrelevant } = row;
  const code = codeOf(row);
  /** @type {import("./filled.js").Values} */
  const values = {};
  const status = statusOf(row, code, doubts, t);
  if (status !== undefined) values.status = status;
  if (done?.on && status === "irrelevant") doubts.add(code, "box", t("status.irrelevant"));
  if (done?.unlike || irrelevant?.unlike) doubts.add(code, "unlike", t("status.done"));
  for (const field of WRITTEN) {
    /** @type {Field | undefined} */
    const found = row[field];
    const made = found && understood(field, found.text, code, doubts, t);
    if (made !== undefined) values[field] = made;
  }
  const text = seen(after(done?.label ?? ""));
  const seal = sealIn(done?.mark ?? "");
  return { id: row.item, marks: [], links: [], code, text, seal, values };
}

/** What the boxes say, and the word beside them: who ticks what was under way has done it.
 * @param {Row} row @param {string} code @param {Doubts} doubts @param {Words} t */
function statusOf({ done, irrelevant, status }, code, doubts, t) {
  const word = status ? understood("status", status.text, code, doubts, t) : "";
  if (irrelevant?.on || word === "irrelevant") return "irrelevant";
  return done?.on ? "done" : word;
}

/** The item's code stands in what is said of its other fields. @param {Row} row */
function codeOf({ item, ...fields }) {
  const told = WRITTEN.map((one) => after(fields[one]?.label ?? "")).find(Boolean);
  return told ?? item;
}

/** What stands after the word for a field. @param {string} label */
const after = (label) => label.slice(label.indexOf(":") + 1).trim();

/** @param {Field} field @param {Doubts} doubts */
function signed({ label, text }, doubts) {
  if (text.trim()) doubts.add("", "signed", `${label.split(":")[0]}: ${text}`);
}

/** @param {Field} field @param {Doubts} doubts */
function strange({ kind, label, name, text }, doubts) {
  if (kind !== "Btn" && text.trim()) doubts.add("", "field", `${label || name}: ${text}`);
}
