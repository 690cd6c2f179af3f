// One item in the plan: its box, what is written about it, and the way to write more in place.

import { late } from "../answers/answered.js";
import { day } from "../elements/day.js";
import { find, seek } from "../elements/find.js";
import { node } from "../elements/node.js";
import { priorityOf } from "./rows.js";

/**
 * @typedef {import("../elements/words.js").Words} Words
 * @typedef {import("./rows.js").Row} Row
 * @typedef {{t: Words, register: string, today: string, me: string, copy: boolean,
 *   writable: boolean}} Around
 *   `register`: its address, and `#`; `today`: ISO 8601; a `copy` of somebody's is only read
 */

/** A row without what is written about it. @param {Row} row @param {Around} around */
export function rowElement({ item }, { t, register, copy }) {
  const box = node("input", { type: "checkbox", id: `plan-${item.id}`, autocomplete: "off" });
  const text = node("span", { class: "task-list-text" }, item.text);
  const label = node("label", { class: "task-list-control", for: box.id }, box, text);
  const hidden = node("span", { class: "checklist__sr" }, `: ${item.code}`);
  const read = node("a", { href: `${register}${item.id}` }, t("read"), hidden);
  const edit = { type: "button", class: "checklist__edit", "aria-expanded": "false" };
  const write = node("button", edit, t("write"), hidden.cloneNode(true));
  const ways = node("p", { class: "guide-plan__ways" }, ...(copy ? [read] : [write, read]));
  const facts = node("p", { class: "guide-plan__facts" });
  const about = {
    class: "guide-plan__row task-list-item",
    "data-item": item.id,
    "data-kind": item.kind,
    "data-priority": item.priority,
    "data-was": item.was.length > 0 && item.was.join(" "),
  };
  return node("li", about, label, facts, ways);
}

/** What is written about an item, in its row. @param {HTMLElement} holder @param {Row} row
 * @param {Around} around */
export function showRow(holder, row, around) {
  const { found } = row;
  const box = find(holder, ":scope > label input", HTMLInputElement);
  box.checked = found.status === "done";
  box.disabled = around.copy || !around.writable;
  holder.dataset.status = found.status || "none";
  const facts = seek(holder, ".guide-plan__facts", HTMLElement);
  facts?.replaceChildren(...told(row, around));
}

/** @param {Row} row @param {Around} around @returns {(Node | string)[]} */
function told(row, { t, today }) {
  const { item, found } = row;
  const due = found.due && { day: day(found.due) };
  const over = late(found, today);
  const facts = [
    item.code,
    t(`priority.${priorityOf(row)}`),
    found.status ? t(`status.${found.status}`) : "",
    found.responsible,
    due && !over ? t("due", due) : "",
    found.status === "irrelevant" ? found.reason : "",
    found.answer ? `${t("answer")} ${found.answer}` : "",
    found.note ? `${t("note")} ${found.note}` : "",
  ];
  const text = facts.filter(Boolean).join(" · ");
  if (!due || !over) return [text];
  return [node("strong", { class: "guide-plan__late" }, t("late", due)), ` · ${text}`];
}
