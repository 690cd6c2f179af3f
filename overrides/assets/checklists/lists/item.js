// An item on the page: what is stored about it, shown in its box and on one line.

import { answered, late, outdated } from "../answers/answered.js";
import { day, today } from "../elements/day.js";
import { fill } from "../elements/fill.js";
import { find, seek } from "../elements/find.js";
import { answerWords, panelOf, priorityWord } from "./answer-words.js";
import { readIn } from "./wording.js";

/**
 * @typedef {import("../answers/answered.js").Answered} Answered
 * @typedef {import("../answers/state.js").Project} Project
 * @typedef {{id: string, priority: string, was: string[], level?: string,
 *   unless: Record<string, string[]>, holder: HTMLElement, box: HTMLInputElement,
 *   status?: string}} Item
 *   `was`: ids that it took over from; `status`: the store's when it was shown last
 */

/** @param {HTMLElement} holder @returns {Item} */
export const itemOf = (holder) => ({
  id: holder.dataset.item ?? "",
  priority: holder.dataset.priority ?? "",
  was: holder.dataset.was?.split(" ") ?? [],
  level: holder.dataset.level,
  unless: unlessOf(holder),
  holder,
  box: find(holder, ":scope > label input", HTMLInputElement),
});

/** What rules an item out: «drift:sky sektor:privat,regulert».
 * @param {HTMLElement} holder @returns {Record<string, string[]>} */
function unlessOf(holder) {
  const rules = holder.dataset.unless?.split(" ").map((rule) => rule.split(":")) ?? [];
  return Object.fromEntries(rules.map(([question, answers]) => [question, answers.split(",")]));
}

/**
 * Shows what a project holds about an item. What has not changed since `before` was shown is left
 * alone: a long page has many.
 * @param {Item} item @param {Project | undefined} before @param {Project} project
 * @param {string} status the store's
 */
export function showItem(item, before, project, status) {
  const { id, was, holder, box } = item;
  const key = [id, ...was].find((name) => project.items[name]) ?? id;
  if (before && before.items[key] === project.items[key] && item.status === status) return;
  item.status = status;
  const found = answered(project, id, was);
  box.checked = found.status === "done";
  box.disabled = status === "newer";
  holder.dataset.status = found.status || "none";
  if (found.priority) holder.dataset.mine = found.priority;
  else delete holder.dataset.mine;
  const said = seek(holder, ".checklist__said", HTMLElement);
  if (!said) return;
  if (project.items[key]) say(said, found, readIn(holder));
  else if (said.textContent) {
    said.textContent = "";
    delete said.dataset.written;
    delete said.dataset.filled;
  }
}

const RULED = /** @type {const} */ (["responsible", "due", "note"]);

/**
 * One line of what the reader has written about an item.
 * @param {HTMLElement} said @param {Answered} found
 * @param {{wording: string, read: string}} now
 */
function say(said, found, now) {
  const panel = panelOf();
  if (!panel) return;
  const words = answerWords(panel);
  const changed = outdated(found, now);
  const reason = found.reason ? `: ${found.reason}` : "";
  const parts = [
    found.conflict.length ? words.conflict : "",
    changed ? words.changed : "",
    found.status === "doing" ? words.statusDoing : "",
    found.status === "irrelevant" ? `${words.statusIrrelevant}${reason}` : "",
    priorityWord(panel, found.priority),
    found.answer,
    found.responsible,
    found.due ? dueWords(found, words) : "",
    found.note ? words.note : "",
  ];
  said.textContent = parts.filter(Boolean).join(" · ");
  // On paper nobody can open the note: its text is printed (answer.css).
  if (found.note) said.dataset.written = found.note;
  else delete said.dataset.written;
  // What has an answer needs no line to write on (levels.css).
  said.dataset.filled = RULED.filter((name) => found[name]).join(" ");
  const warn = changed || found.conflict.length > 0 || late(found, today());
  said.classList.toggle("checklist__said--warn", warn);
}

/** The day something is due by, said otherwise when it is over.
 * @param {Answered} found @param {{due?: string, late?: string}} words */
function dueWords(found, words) {
  if (words.late && late(found, today())) return fill(words.late, { day: day(found.due) });
  return `${words.due} ${day(found.due)}`;
}
