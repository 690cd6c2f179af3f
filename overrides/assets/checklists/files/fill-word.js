// Answers put into a Word list as it is given out: each into the control that is tagged for it.
// Pure.
//
// The file is ours and nobody has opened it: its controls are found as they were written.

import { escaped } from "../formats/xml.js";
import { sealOf } from "./before.js";

/**
 * @typedef {import("./filled.js").Values} Values
 * @typedef {import("./filled.js").Written} Written
 * @typedef {import("../elements/words.js").Words} Words
 */

const CONTROL =
  /<w:sdt><w:sdtPr>(.*?)<\/w:sdtPr><w:sdtContent>.*?<\/w:sdtContent><\/w:sdt>/gs;
const TAG = /<w:tag w:val="([a-z]+):([a-z0-9-]+)"\/>/;
const PARAGRAPH =
  /<w:p>(?:(?!<\/w:p>).)*<w:tag w:val="note:([a-z0-9-]+)"\/>(?:(?!<\/w:p>).)*<\/w:p>/gs;
const MARK = /<w:bookmarkStart w:id="(\d+)" w:name="p\d*_[^"]*"\/>/g;
const FIRST_SEAL = 500000; // numbers of bookmarks that no file of ours reaches
/** @type {Written[]} */
const MORE = ["priority", "answer", "reason"];

/**
 * The document's text with answers in it.
 * @param {string} xml @param {(item: string) => Values} valuesOf @param {Words} t
 */
export function filled(xml, valuesOf, t) {
  const sealed = seals(xml, valuesOf);
  const more = sealed.replace(
    PARAGRAPH,
    (paragraph, item) => paragraph + others(paragraph, item, valuesOf(item), t),
  );
  return more.replace(CONTROL, (control, facts) => {
    const [, field = "", item = ""] = TAG.exec(facts) ?? [];
    return item ? put(control, facts, field, valuesOf(item), t) : control;
  });
}

/** A second bookmark beside each row's says what stood in it. @param {string} xml
 * @param {(item: string) => Values} valuesOf */
function seals(xml, valuesOf) {
  // The row's item is named by the control before its bookmark: the box.
  let item = "";
  const at = new RegExp(`${TAG.source}|${MARK.source}`, "g");
  return xml.replace(at, (found, field, name, id) => {
    if (name) {
      if (field === "done") item = name;
      return found;
    }
    const own = Number(id) + FIRST_SEAL;
    const seal = `s${own}_${sealOf(valuesOf(item))}`;
    const start = `<w:bookmarkStart w:id="${own}" w:name="${seal}"/>`;
    return `${found}${start}<w:bookmarkEnd w:id="${own}"/>`;
  });
}

/** Fields that only stand where something is in them, each in a paragraph after the note.
 * @param {string} paragraph @param {string} item @param {Values} values @param {Words} t */
const others = (paragraph, item, values, t) =>
  MORE.filter((field) => values[field])
    .map((field) => {
      const [word, tag] = [`${escaped(t(`column.${field}`))}: `, `"${field}:${item}"`];
      const [notes, note] = [`${escaped(t("column.notes"))}: `, `"note:${item}"`];
      return paragraph
        .replaceAll(notes, () => word)
        .replace(note, () => tag)
        .replace(/<w:id w:val="\d+"\/>/, "");
    })
    .join("");

/**
 * @param {string} control @param {string} facts @param {string} field @param {Values} values
 * @param {Words} t
 */
function put(control, facts, field, values, t) {
  if (field === "done") return box(control, values.status === "done");
  const value = values[/** @type {Written} */ (field)] ?? "";
  if (!value) return control;
  if (field === "status") return content(facts, t(`status.${value}`));
  if (field === "priority") return content(facts, t(`priority.${value}`));
  if (field === "due") {
    const dated = facts.replace("<w:date>", () => `<w:date w:fullDate="${value}T00:00:00Z">`);
    return content(dated, value.split("-").reverse().join("."));
  }
  return content(facts, value);
}

/** @param {string} control @param {boolean} done */
const box = (control, done) =>
  done
    ? control.replace('<w14:checked w14:val="0"/>', '<w14:checked w14:val="1"/>').replace("☐", "☒")
    : control;

/** A control with a text in it. @param {string} facts @param {string} text */
function content(facts, text) {
  const lines = text.split("\n").map((line) => line.split("\t").map(words).join("<w:tab/>"));
  const shown = facts.replace("<w:showingPlcHdr/>", "");
  const run = `<w:r>${lines.join("<w:br/>")}</w:r>`;
  return `<w:sdt><w:sdtPr>${shown}</w:sdtPr><w:sdtContent>${run}</w:sdtContent></w:sdt>`;
}

/** @param {string} text */
const words = (text) => (text ? `<w:t xml:space="preserve">${escaped(text)}</w:t>` : "");
