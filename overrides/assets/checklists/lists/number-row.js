// A number that the reader may set, as a row on the page: what it is of, its field, what is usual.

import { find } from "../elements/find.js";
import { node, options } from "../elements/node.js";

/** @typedef {import("../elements/catalog.js").Catalog["parameters"][number]} Parameter */

/** Where it is written or chosen. @param {HTMLElement} row
 * @returns {HTMLInputElement | HTMLSelectElement} */
export const fieldOf = (row) =>
  row.dataset.choices
    ? find(row, "select", HTMLSelectElement)
    : find(row, "input", HTMLInputElement);

/** @param {HTMLTemplateElement} template @param {Parameter} parameter @returns {HTMLElement} */
export function numberRow(template, { id, title, text, ...more }) {
  const row = find(template.content, "div", HTMLElement).cloneNode(true);
  if (!(row instanceof HTMLElement)) throw new TypeError("a row is an element");
  row.dataset.parameter = id;
  row.dataset.values = more.values;
  row.dataset.one = more.one;
  row.dataset.many = more.many;
  row.dataset.minutes = more.minutes ?? "";
  row.dataset.least = more.least;
  row.dataset.most = more.most;
  if (more.choices) choose(row, more.choices);
  const label = find(row, "label", HTMLLabelElement);
  label.textContent = title;
  label.htmlFor = `tall-${id}`;
  const about = find(row, "[data-about]", HTMLElement);
  about.textContent = text;
  const field = fieldOf(row);
  field.id = label.htmlFor;
  const parts = [about, find(row, "[data-usual]", HTMLElement),
    find(row, "[data-problem]", HTMLElement)];
  for (const [n, part] of parts.entries()) part.id = `tall-${id}-${n}`;
  field.setAttribute("aria-describedby", parts.map((part) => part.id).join(" "));
  find(row, "button span", HTMLElement).textContent = `: ${title}`;
  return row;
}

/** What is chosen takes the place of what is written. @param {HTMLElement} row
 * @param {string} choices */
function choose(row, choices) {
  row.dataset.choices = choices;
  const all = choices.split("|").map((words, n) => /** @type {const} */ ([`${n + 1}`, words]));
  find(row, "input", HTMLInputElement).replaceWith(node("select", {}, ...options(all)));
}
