// The plan in other programs: as text, as Markdown, and its dates as a calendar. Pure.

import { day, ownDay } from "../elements/day.js";
import { node } from "../elements/node.js";
import { calendar, nextYear } from "../formats/ics.js";
import { flat } from "../formats/markdown.js";
import { isOver, priorityOf } from "./rows.js";

/**
 * @typedef {import("../elements/catalog.js").Catalog} Catalog
 * @typedef {import("../elements/words.js").Words} Words
 * @typedef {import("./rows.js").Row} Row
 */

/** @typedef {{title: string, lists: {title: string, rows: Line[]}[]}} Outline */
/** @typedef {{done: boolean, code: string, text: string, facts: string}} Line */

/**
 * The rows under their lists.
 * @param {Row[]} rows @param {Catalog} catalog @param {string} name the project's
 * @param {Words} t @returns {Outline}
 */
export function outline(rows, catalog, name, t) {
  const lists = new Map(catalog.lists.map((list) => [list.id, list]));
  /** @type {Map<string, Line[]>} */
  const made = new Map();
  for (const row of rows) {
    const { code = "", title = "" } = lists.get(row.item.list) ?? {};
    const head = `${code} ${title}`.trim();
    made.set(head, [...(made.get(head) ?? []), line(row, t)]);
  }
  const title = t("markdown_title", { name });
  return { title, lists: [...made].map(([head, own]) => ({ title: head, rows: own })) };
}

/** @param {Row} row @param {Words} t @returns {Line} */
function line(row, t) {
  const { item, found } = row;
  const due = found.due && day(found.due);
  const word = t(`priority.${priorityOf(row)}`);
  const status = found.status && found.status !== "done" ? t(`status.${found.status}`) : "";
  const facts = [word, status, found.responsible, due, found.note, found.answer].filter(Boolean);
  const done = found.status === "done";
  return { done, code: item.code, text: item.text, facts: flat(facts.join("; ")) };
}

/** As Markdown. @param {Outline} made */
export function markdown({ title, lists }) {
  const tick = (/** @type {Line} */ { done, code, text, facts }) =>
    `- [${done ? "x" : " "}] **${code}** ${text} (${facts})`;
  const parts = lists.map(({ title: head, rows }) => [`## ${head}`, "", ...rows.map(tick), ""]);
  return [`# ${title}`, "", ...parts.flat()].join("\n");
}

const BOXES = ["☐", "☑"];

/** As text that can be pasted anywhere. @param {Outline} made */
export function plain({ title, lists }) {
  const tick = (/** @type {Line} */ { done, code, text, facts }) =>
    `${BOXES[Number(done)]} ${code} ${text} (${facts})`;
  const parts = lists.map(({ title: head, rows }) => ["", head, ...rows.map(tick)]);
  return `${[title, ...parts.flat()].join("\n")}\n`;
}

/** As HTML, for programs that take it: headings, lists, codes in bold. @param {Outline} made */
export function rich({ title, lists }) {
  const tick = (/** @type {Line} */ { done, code, text, facts }) =>
    node("li", {}, `${BOXES[Number(done)]} `, node("b", {}, code), ` ${text} (${facts})`);
  const parts = lists.flatMap(({ title: head, rows }) => [
    node("h3", {}, head),
    node("ul", {}, ...rows.map(tick)),
  ]);
  const all = node("div", {}, node("h2", {}, title), ...parts);
  return new XMLSerializer().serializeToString(all);
}

/** @typedef {import("../formats/ics.js").From} From */

/**
 * A whole day for each due date that is left.
 * @param {Row[]} rows @param {From} from @param {(id: string) => string} addressOf an item
 */
export function dates(rows, from, addressOf) {
  const due = rows
    .filter((row) => row.found.due && !isOver(row))
    .map(({ item, found }) => ({
      id: `due-${item.id}`,
      title: `${item.code} ${item.text}`,
      note: [found.responsible, found.note].filter(Boolean).join("\n"),
      day: found.due,
      yearly: false,
      url: addressOf(item.id),
    }));
  return calendar(due, from);
}

/**
 * Once a year for each list with something done.
 * @param {Row[]} rows @param {Catalog} catalog @param {From} from
 * @param {(id: string) => string} addressOf an item @param {Words} t
 */
export function yearly(rows, catalog, from, addressOf, t) {
  const again = catalog.lists.flatMap(({ id, code, title }) => {
    const own = rows.filter(({ item, found }) => item.list === id && found.status === "done");
    const last = own.map(({ found }) => found.when).sort().at(-1);
    if (!last) return [];
    const words = t("again", { title: `${code} ${title}` });
    const next = nextYear(ownDay(last));
    const url = addressOf(own[0].item.id);
    return [{ id: `again-${id}`, title: words, note: "", day: next, yearly: true, url }];
  });
  return calendar(again, from);
}
