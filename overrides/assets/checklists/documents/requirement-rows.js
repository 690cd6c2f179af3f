// The controls of a document's requirements: a row for each, and the lists to pick them from.

import { PRIORITIES } from "../answers/fields.js";
import { button, node, options } from "../elements/node.js";
import { called } from "./document.js";

/**
 * @typedef {import("../elements/catalog.js").Catalog} Catalog
 * @typedef {import("../elements/words.js").Words} Words
 * @typedef {import("./document.js").Doc} Doc
 * @typedef {import("./document.js").Numbered} Numbered
 */

/** @param {Numbered[]} rows @param {Words} t */
export const rowsOf = (rows, t) =>
  rows.map((made, n) => row(made, n === 0, n === rows.length - 1, t));

/** @param {Numbered} made @param {boolean} first @param {boolean} last @param {Words} t */
function row(made, first, last, t) {
  const label = (/** @type {string} */ text) => ({ "aria-label": `${text} ${made.number}` });
  const act = (/** @type {string} */ name, /** @type {string} */ text, off = false) =>
    button(name, text, { ...label(text), disabled: off });
  const select = node(
    "select",
    { "data-priority": "", ...label(t("priority")) },
    ...options(PRIORITIES.map((p) => [p, t(`priority.${p}`)])),
  );
  select.value = made.priority;
  const about = { rows: "3", maxlength: "10000", "data-text": "" };
  const area = node("textarea", { ...about, ...label(t("text")) });
  area.value = made.text;
  const ways = [act("up", t("up"), first), act("down", t("down"), last), act("out", t("out"))];
  const was = made.was ? ` ${t("was_number", { number: called(made.was) })}` : "";
  const head = [node("strong", {}, made.number), was, ` ${made.group}`];
  return node(
    "li",
    { "data-id": made.id },
    node("p", { class: "guide-document__head" }, ...head),
    area,
    node("p", { class: "guide-plan__buttons" }, select, ...ways),
  );
}

/**
 * Every requirement of the guide, by list, ticked when it is in the document.
 * @param {Catalog} catalog @param {Doc} doc @param {Set<string | undefined>} open ids of the lists
 *   that the reader has unfolded
 */
export function picks(catalog, doc, open) {
  const taken = new Set(doc.requirements.map(({ id }) => id));
  return catalog.lists.flatMap(({ id, code, title }) => {
    const items = catalog.items.filter((item) => item.list === id && item.requirement);
    if (!items.length) return [];
    const count = items.filter((item) => taken.has(item.id)).length;
    const boxes = items.map((item) => {
      const box = node("input", { type: "checkbox", value: item.id, "data-take": "" });
      box.checked = taken.has(item.id);
      const words = node("span", {}, `${item.requirement} (${item.code})`);
      return node("li", {}, node("label", {}, box, words));
    });
    return node(
      "details",
      { "data-list": id, open: open.has(id) },
      node("summary", {}, `${code} ${title} (${count}/${items.length})`),
      node("ul", {}, ...boxes),
    );
  });
}
