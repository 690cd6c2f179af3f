// Where two have answered differently: a button for each answer, who wrote it and at what minute.

import { conflict } from "../answers/register.js";
import { minute } from "../elements/day.js";
import { node } from "../elements/node.js";
import { priorityWord } from "./answer-words.js";

/** @typedef {import("../answers/register.js").Entry} Entry */

/**
 * @param {HTMLFormElement} form @param {Entry[]} entries @param {string} name the field's
 */
export const choices = (form, entries, name) =>
  conflict(entries).map(([value, when, , by]) => {
    const who = [by, minute(when)].filter(Boolean).join(", ");
    const text = `${titleOf(form, name)}: ${shown(form, name, value) || "–"} (${who})`;
    return node("button", { type: "button", "data-choose": name, value }, text);
  });

/** What the panel calls a field. @param {HTMLFormElement} form @param {string} name */
function titleOf(form, name) {
  const field = form.querySelector(`[name="${name}"], [data-for="${name}"]`);
  const title = field?.closest("label")?.querySelector("span") ?? form.querySelector("legend");
  return title?.textContent ?? "";
}

/**
 * What the panel calls a value of a field.
 * @param {HTMLFormElement} form @param {string} name @param {string} value
 */
function shown(form, name, value) {
  const radio = name === "status" && form.querySelector(`[type=radio][value="${value}"]`);
  if (radio) return radio.parentElement?.textContent || value;
  return (name === "priority" && priorityWord(form, value)) || value;
}
