// What the pages ask of the answers: an item's, how far a list is, what no page knows. Pure.

import { FIELDS } from "./fields.js";
import { conflict, latest, map, value } from "./register.js";
import { projects } from "./state.js";

/** @typedef {import("./state.js").Project} Project */

/**
 * An item's fields: its own, or those of a retired item that it took over from.
 * @param {Project} project @param {string} item @param {string[]} was ids that it took over from
 */
export function answered(project, item, was = []) {
  const id = [item, ...was].find((name) => project.items[name]);
  const fields = id ? project.items[id] : map();
  const made = { from: id ?? item, conflict: Object.keys(fields).filter((n) => n !== "wording" && conflict(fields[n]).length) };
  for (const name of Object.keys(FIELDS)) made[name] = value(fields[name]);
  made.when = fields.status?.length ? latest(fields.status)[1] : "";
  return made;
}

/** True when an item was answered in other words than it has now. */
export const outdated = (found, wording) => found.wording !== "" && wording !== "" && found.wording !== wording;

/**
 * Done items in all and by the priority that counts; what is not relevant counts nowhere.
 * @param {Project} project
 * @param {{id: string, priority: string, was?: string[]}[]} items
 * @returns {Record<string, {done: number, total: number}>}
 */
export function progress(project, items) {
  const made = { all: { done: 0, total: 0 } };
  for (const { id, priority, was } of new Map(items.map((item) => [item.id, item])).values()) {
    const found = answered(project, id, was);
    const counted = found.priority || priority;
    made[counted] ??= { done: 0, total: 0 };
    if (found.status === "irrelevant") continue;
    for (const key of ["all", counted]) {
      made[key].total += 1;
      if (found.status === "done") made[key].done += 1;
    }
  }
  return made;
}

/** Answers to items that no page knows any more and none took over. */
export function strays(project, known) {
  return Object.entries(project.items)
    .filter(([item, fields]) => !known.has(item) && Object.keys(FIELDS).some((n) => n !== "wording" && value(fields[n])))
    .map(([item]) => [item, answered(project, item)]);
}

/** What is in a file that was opened, in numbers: to be seen before anything is changed. */
export const summary = (state) =>
  projects(state).map(([id, found]) => ({
    id, name: value(found.name), answers: Object.keys(found.items).length,
  }));

/** [item, field, entries] of every field that two have answered differently. */
export function conflicts(project) {
  return Object.entries(project.items).flatMap(([item, fields]) =>
    Object.entries(fields)
      .filter(([name, entries]) => name !== "wording" && conflict(entries).length)
      .map(([name, entries]) => [item, name, conflict(entries)]),
  );
}
