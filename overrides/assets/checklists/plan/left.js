// What is left, on the page: items under their lists, folded when there are many.

import { day } from "../elements/day.js";
import { node } from "../elements/node.js";
import { priorityOf } from "./rows.js";

/**
 * @typedef {import("../elements/catalog.js").Catalog} Catalog
 * @typedef {import("../elements/words.js").Words} Words
 * @typedef {import("./rows.js").Row} Row
 */

const FEW = 40; // so many items are shown without folding

/** The address of an item in the register. @param {Catalog} catalog @param {string} way to the root
 * @param {string} id */
export const addressOf = (catalog, way, id) => `${way}/${catalog.register}#${id}`;

/**
 * @param {Row[]} rows @param {Catalog} catalog @param {string} way @param {Words} t
 */
export const flatList = (rows, catalog, way, t) =>
  node("ul", { class: "guide-plan__items" }, ...rows.map((row) => line(row, catalog, way, t)));

/**
 * Each list that has something, folded when the plan is long.
 * @param {Row[]} rows @param {Catalog} catalog @param {string} way @param {Words} t
 * @param {Set<string | undefined>} open ids of the lists that the reader has unfolded
 */
export function byList(rows, catalog, way, t, open) {
  const few = rows.length <= FEW;
  const lists = new Map(catalog.lists.map((list) => [list.id, list]));
  return [...Map.groupBy(rows, ({ item }) => item.list)].map(([id, some]) => {
    const list = lists.get(id);
    const title = `${list?.code} ${list?.title} (${some.length})`;
    const about = { class: "guide-plan__list", "data-list": id, open: few || open.has(id) };
    return node("details", about, node("summary", {}, title), flatList(some, catalog, way, t));
  });
}

/** @param {Row} row @param {Catalog} catalog @param {string} way @param {Words} t */
function line(row, catalog, way, t) {
  const { item, found } = row;
  const facts = [
    item.code,
    t(`priority.${priorityOf(row)}`),
    found.status ? t(`status.${found.status}`) : "",
    found.responsible,
    found.due ? t("due", { day: day(found.due) }) : "",
    found.status === "irrelevant" ? found.reason : "",
    found.answer ? `${t("answer")} ${found.answer}` : "",
    found.note ? `${t("note")} ${found.note}` : "",
  ];
  const about = node("span", { class: "guide-plan__facts" }, facts.filter(Boolean).join(" · "));
  return node("li", {}, node("a", { href: addressOf(catalog, way, item.id) }, item.text), about);
}
