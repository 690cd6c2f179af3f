// Filled-in rows out of a Word list, as Word, LibreOffice and Google Docs keep it. Pure.

import { sealIn } from "../formats/marks.js";
import { seen } from "../formats/seen.js";
import { WRITTEN, fieldOf, understood, wordOf } from "./filled.js";

/**
 * @typedef {import("../elements/words.js").Words} Words
 * @typedef {import("../formats/docx-rows.js").Control} Control
 * @typedef {import("../formats/docx-rows.js").Row} Row
 * @typedef {import("./filled.js").Doubts} Doubts
 * @typedef {import("./filled.js").Filled} Filled
 * @typedef {import("./filled.js").Values} Values
 * @typedef {import("./filled.js").Written} Written
 */

const TAG = /^([a-z]+):([a-z0-9-]+)$/;
const TICKED = ["☒", "☑", "✓", "✔", "✗", "x"];

/**
 * @param {Row[]} rows @param {Doubts} doubts @param {Words} t @returns {Filled[]}
 */
export const fromRows = (rows, doubts, t) =>
  rows.flatMap((row) => {
    const places = row.marks.some((mark) => /^p\d*_/.test(mark)) || isOurs(row, t);
    return places ? [filled(row, doubts, t)] : [];
  });

/** A row without marks is ours when it has a box and the words of our fields.
 * @param {Row} row @param {Words} t */
function isOurs({ cells, controls }, t) {
  if (controls.some(({ tag }) => TAG.test(tag))) return true;
  const last = cells.at(-1) ?? "";
  return cells.length > 2 && last.startsWith(`${t("column.status")}:`);
}

/** @param {Row} row @param {Doubts} doubts @param {Words} t @returns {Filled} */
function filled(row, doubts, t) {
  const code = seen(row.cells[1] ?? "");
  const raw = controlled(row, t);
  const answers = row.controls.length ? row.loose.join("\n") : (row.cells.at(-1) ?? "");
  const rest = lined(answers, raw.said, t);
  /** @type {Values} */
  const values = {};
  for (const field of WRITTEN) {
    const text = raw.said.get(field);
    if (text === undefined) continue;
    const made = understood(field, text, code, doubts, t);
    if (made !== undefined) values[field] = made;
  }
  const seal = row.marks.map(sealIn).find(Boolean) ?? "";
  ticked(values, raw.ticked, code, doubts, t);
  if (raw.unlike) doubts.add(code, "unlike", t("status.done"));
  // It went out with answers: whoever emptied the box may have meant the status too.
  const emptied = !raw.ticked && values.status === "done" && seal;
  if (emptied) doubts.add(code, "emptied", t("status.done"));
  for (const { broken, text } of row.controls) if (broken) doubts.add(code, "breaks", text);
  if (rest) loose(values, rest, code, doubts, t);
  return {
    id: raw.id,
    marks: row.marks,
    links: row.links,
    code,
    text: seen((row.cells[2] ?? "").split("\n")[0]),
    seal,
    values,
  };
}

/**
 * What controls hold, by their tags, else by the words before them.
 * @param {Row} row @param {Words} t
 */
function controlled({ controls, cells }, t) {
  /** @type {Map<Written, string>} */
  const said = new Map();
  const isDrawn = (/** @type {string} */ text) => TICKED.includes(text.trim().toLowerCase());
  let box = isDrawn(cells[0] ?? "");
  let unlike = false;
  let id = "";
  for (const control of controls) {
    const [, name = "", item = ""] = TAG.exec(control.tag) ?? [];
    id ||= item;
    if (control.checked !== undefined) {
      // A sign that somebody has put in by hand, or whose program knows no such boxes.
      unlike = !control.checked && isDrawn(control.text);
      box = control.checked || unlike;
      continue;
    }
    const field = WRITTEN.find((one) => one === name) ?? fieldOf(control.label, t);
    if (field) said.set(field, control.text.trim() ? control.text : control.day);
  }
  return { said, ticked: box, unlike, id };
}

/**
 * The same where a program has made text of controls: a line that begins with a field's word begins
 * the field. Gives what stands before the first.
 * @param {string} text @param {Map<Written, string>} said @param {Words} t
 */
function lined(text, said, t) {
  /** @type {Written | undefined} */
  let now;
  /** @type {string[]} */
  const rest = [];
  for (const line of text.split("\n")) {
    const field = WRITTEN.find((one) => line.startsWith(`${wordOf(one, t)}:`) && !said.has(one));
    if (field) {
      now = field;
      said.set(field, line.slice(wordOf(field, t).length + 1).trim());
    } else if (now) said.set(now, `${said.get(now)}\n${line}`);
    else rest.push(line);
  }
  return rest.join("\n").trim();
}

/** A box that was ticked says «done» unless something else was chosen.
 * @param {Values} values @param {boolean} box @param {string} code @param {Doubts} doubts
 * @param {Words} t */
function ticked(values, box, code, doubts, t) {
  if (!box || values.status === "done") return;
  if (values.status === "irrelevant") doubts.add(code, "box", t("status.irrelevant"));
  else values.status = "done";
}

/** What stands beside the fields belongs to the note. @param {Values} values
 * @param {string} words @param {string} code @param {Doubts} doubts @param {Words} t */
function loose(values, words, code, doubts, t) {
  doubts.add(code, "loose", words);
  const note = [values.note, words].filter(Boolean).join("\n");
  values.note = understood("note", note, code, doubts, t);
}
