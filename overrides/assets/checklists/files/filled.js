// A row that somebody has filled in, whatever the file: its answers, and what is not for certain.
// Pure.

import { FIELDS } from "../answers/fields.js";
import { short } from "../elements/short.js";
import { seen } from "../formats/seen.js";
import { cleaned } from "../formats/text.js";
import { dayOf, priorityOf, statusOf } from "./values.js";

/**
 * @typedef {import("../answers/fields.js").FieldName} FieldName
 * @typedef {import("../elements/words.js").Words} Words
 * @typedef {"status" | "responsible" | "due" | "note" | "answer" | "reason" | "priority"} Written
 * @typedef {Partial<Record<Written, string>>} Values a field that the file has no place for is not
 *   there
 * @typedef {{id: string, marks: string[], links: string[], code: string, text: string,
 *   seal: string, values: Values}} Filled what the row is known by, and what stands in it; `seal`:
 *   the check sum of what stood in it when the file was made, «» when the file does not say
 * @typedef {[code: string, why: string, words: string]} Doubt `why`: a key of the words
 * @typedef {{rows: Filled[], doubts: Doubt[], about: Record<string, string>}} Found
 */

/** @type {Written[]} */
export const WRITTEN = ["status", "responsible", "due", "note", "answer", "reason", "priority"];
/** What each is called over its column or before its field. @type {Record<Written, string>} */
const COLUMN = {
  status: "status",
  responsible: "responsible",
  due: "due",
  note: "notes",
  answer: "answer",
  reason: "reason",
  priority: "priority",
};
const MOST_SHOWN = 60;
const MOST_DOUBTS = 200;

/** The word over a field. @param {Written} field @param {Words} t */
export const wordOf = (field, t) => t(`column.${COLUMN[field]}`);

/** The field that a word stands for. @param {string} word @param {Words} t */
export function fieldOf(word, t) {
  const bare = seen(word).toLowerCase().replace(/\s*[:*]$/, "");
  return WRITTEN.find((field) => wordOf(field, t).toLowerCase() === bare);
}

/** What is not for certain, of the whole file. */
export class Doubts {
  /** @type {Doubt[]} */
  all = [];

  /** @param {string} code @param {string} why @param {string} [words] */
  add(code, why, words = "") {
    if (this.all.length < MOST_DOUBTS) this.all.push([code, why, short(seen(words), MOST_SHOWN)]);
  }
}

/**
 * What was written in a field, as what an answer holds; undefined for what cannot be understood.
 * @param {Written} field @param {string} raw @param {string} code @param {Doubts} doubts
 * @param {Words} t
 */
export function understood(field, raw, code, doubts, t) {
  const text = cleaned(raw).trim();
  if (field === "status" || field === "priority" || field === "due") {
    const made =
      field === "due" ? dayOf(text) : field === "status" ? statusOf(text, t) : priorityOf(text, t);
    if (made === undefined) doubts.add(code, field, text);
    return made;
  }
  const most = FIELDS[field];
  if (text.length <= most) return field === "responsible" ? text.replace(/\s*\n\s*/g, " ") : text;
  doubts.add(code, "long", `${wordOf(field, t)}: ${text}`);
  return text.slice(0, most).toWellFormed();
}

/** True when something has been written in a row. @param {Filled} row */
export const isWritten = ({ values }) =>
  Object.entries(values).some(([field, text]) => field !== "priority" && text !== "");
