// A document in a project. Pure.
//
// Every frame field, requirement, supplier and assessment is kept by itself («<document>-<part>»),
// so that two people who work on one document merge like everything else.

import { value } from "../answers/register.js";
import { cleaned } from "../formats/text.js";
import { FRAME, MOST } from "./document.js";

/** @typedef {import("./document.js").Doc} Doc */

const key = (id, ...parts) => [id, ...parts].join("-");

/** [id, name] of a project's documents, by name. */
export const list = (project) =>
  Object.keys(project.documents)
    .filter((name) => name.endsWith("-name"))
    .map((name) => [name.slice(0, -5), value(project.documents[name])])
    .filter(([id, name]) => name && value(project.documents[key(id, "gone")]) !== "yes")
    .sort(([, a], [, b]) => a.localeCompare(b, "nb"));

const json = (text, otherwise) => {
  if (!text) return otherwise;
  try {
    return JSON.parse(text);
  } catch {
    return otherwise;
  }
};

/** A document as it is kept. @returns {Doc} */
export function read(project, id) {
  const get = (...parts) => value(project.documents[key(id, ...parts)]);
  const start = `${key(id, "r")}-`;
  const requirements = Object.keys(project.documents)
    .filter((name) => name.startsWith(start))
    .map((name) => json(value(project.documents[name]), null))
    .filter((made) => made && typeof made.text === "string" && made.text)
    .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
  return { id, name: get("name"), frame: Object.fromEntries(FRAME.map((name) => [name, get("f", name)])), requirements };
}

/** [key, text] to keep for a requirement; an empty text takes it out. */
export const requirement = (id, made) => [key(id, "r", made.id), JSON.stringify({ ...made, text: cleaned(made.text).slice(0, MOST.text) })];
export const frame = (id, name, text) => [key(id, "f", name), cleaned(text).slice(0, MOST.text)];
export const named = (id, name) => [key(id, "name"), cleaned(name).slice(0, MOST.name)];
export const removed = (id, gone) => [key(id, "gone"), gone ? "yes" : ""];
export const supplier = (id, number, made) => [key(id, "s", number), made ? JSON.stringify(made) : ""];
export const assessment = (id, number, requirementNumber, made) => [key(id, "a", number, requirementNumber.toLowerCase()), JSON.stringify(made)];
export const weights = (id, made) => [key(id, "w"), JSON.stringify(made)];

/** [number, supplier] of the answers that were opened for a document. */
export function suppliers(project, id) {
  const start = `${key(id, "s")}-`;
  return Object.keys(project.documents)
    .filter((name) => name.startsWith(start))
    .map((name) => [name.slice(start.length), json(value(project.documents[name]), null)])
    .filter(([, made]) => made)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

export const assessed = (project, id, number, requirementNumber) =>
  json(value(project.documents[key(id, "a", number, requirementNumber.toLowerCase())]), {});
export const weighed = (project, id) => ({ must: 5, should: 3, could: 1, ...json(value(project.documents[key(id, "w")]), {}) });
