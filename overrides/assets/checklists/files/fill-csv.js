// Answers put into CSV as it is given out: into the cells of its rows, a check sum last. Pure.

import { write } from "../formats/csv.js";
import { read } from "../formats/csv-read.js";
import { owned } from "../formats/marks.js";
import { WRITTEN, wordOf } from "./filled.js";
import { sealOf } from "./before.js";

/**
 * @typedef {import("../elements/words.js").Words} Words
 * @typedef {import("./filled.js").Written} Written
 */

/**
 * The rows that are meant, with answers in them; each says as well what stood in it.
 * @param {Uint8Array} bytes @param {import("./fill.js").Answers} answers @param {Words} t
 */
export async function intoCsv(bytes, { valuesOf, about, said, fit }, t) {
  const [head, ...rows] = read(new TextDecoder().decode(bytes)).rows;
  const hers = new Map(said);
  const at = (/** @type {string} */ key) => head.indexOf(t(`column.${key}`));
  const [id, requirement, own] = [at("id"), at("requirement"), at("about")];
  const kept = fit ? rows.filter((row) => fit.only(row[id])) : rows;
  const made = kept.map((row) => {
    const values = valuesOf(row[id]);
    const cells = [...row];
    for (const field of WRITTEN) {
      const place = head.indexOf(wordOf(field, t));
      if (place >= 0 && values[field]) cells[place] = worded(field, values[field], t);
    }
    if (requirement >= 0) cells[requirement] = hers.get(row[requirement]) ?? row[requirement];
    if (own >= 0) cells[own] = owned(row[own], about) ?? row[own];
    return [...cells, sealOf(values)];
  });
  return new TextEncoder().encode(write([[...head, t("column.seal")], ...made]));
}

/** A value as people write it in a cell. @param {Written} field @param {string} value
 * @param {Words} t */
function worded(field, value, t) {
  if (field === "status") return t(`status.${value}`);
  if (field === "priority") return t(`priority.${value}`);
  return field === "due" ? value.split("-").reverse().join(".") : value;
}
