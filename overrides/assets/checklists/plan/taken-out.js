// The plan in other programs: as Markdown, and its dates as a calendar. Pure.

import { day, ownDay } from "../elements/day.js";
import { calendar, nextYear } from "../formats/ics.js";
import { flat } from "../formats/markdown.js";
import { isOver, priorityOf } from "./rows.js";

/**
 * @typedef {import("../elements/catalog.js").Catalog} Catalog
 * @typedef {import("../elements/words.js").Words} Words
 * @typedef {import("./rows.js").Row} Row
 */

/**
 * The rows under their lists, as Markdown.
 * @param {Row[]} rows @param {Catalog} catalog @param {string} name the project's
 * @param {Words} t
 */
export function markdown(rows, catalog, name, t) {
  const lists = new Map(catalog.lists.map((list) => [list.id, list]));
  const lines = [`# ${t("markdown_title", { name })}`, ""];
  let before = "";
  for (const row of rows) {
    const list = lists.get(row.item.list);
    if (list && list.id !== before) {
      before = list.id;
      lines.push("", `## ${list.code} ${list.title}`, "");
    }
    lines.push(line(row, t));
  }
  return `${lines.join("\n")}\n`;
}

/** @param {Row} row @param {Words} t */
function line(row, t) {
  const { item, found } = row;
  const due = found.due && day(found.due);
  const word = t(`priority.${priorityOf(row)}`);
  const facts = [word, found.responsible, due, found.note, found.answer].filter(Boolean);
  const tick = found.status === "done" ? "x" : " ";
  return `- [${tick}] **${item.code}** ${item.text} (${flat(facts.join("; "))})`;
}

/**
 * A whole day for each due date that is left, and once a year for each list with something done.
 * @param {Row[]} rows @param {Catalog} catalog @param {import("../formats/ics.js").From} from
 * @param {Words} t
 */
export function dates(rows, catalog, from, t) {
  const due = rows
    .filter((row) => row.found.due && !isOver(row))
    .map(({ item, found }) => ({
      id: `due-${item.id}`,
      title: `${item.code} ${item.text}`,
      note: [found.responsible, found.note].filter(Boolean).join("\n"),
      day: found.due,
      yearly: false,
    }));
  const again = catalog.lists.flatMap(({ id, code, title }) => {
    const own = rows.filter(({ item, found }) => item.list === id && found.status === "done");
    const last = own.map(({ found }) => found.when).sort().at(-1);
    if (!last) return [];
    const words = t("again", { title: `${code} ${title}` });
    const next = nextYear(ownDay(last));
    return [{ id: `again-${id}`, title: words, note: "", day: next, yearly: true }];
  });
  return calendar([...due, ...again], from);
}
