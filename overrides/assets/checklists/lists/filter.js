// Which items a filter shows: yes or no from the choices made. Pure.

import { composed } from "../elements/composed.js";

/**
 * True when an item has the chosen value of every filter. The reader's own priority (`mine`)
 * counts before the guide's; `text` is looked for in the item's text.
 * @param {Record<string, string | undefined>} item values with spaces between, as in `data-role`
 * @param {Record<string, string>} chosen
 * @param {() => string} words the item's text, asked for only when it is looked in
 */
export function matches(item, chosen, words = () => "") {
  return Object.entries(chosen).every(([name, value]) => {
    if (!value) return true;
    if (name === "text") return holds(words(), value);
    return valueOf(item, name).split(" ").includes(value);
  });
}

/** @param {Record<string, string | undefined>} item @param {string} name */
function valueOf(item, name) {
  if (name === "priority" && item.mine) return item.mine;
  return item[name] ?? (name === "status" ? "none" : "");
}

/**
 * True when a text has every word that is looked for.
 * @param {string} text @param {string} asked
 */
export function holds(text, asked) {
  const all = composed(text).toLowerCase();
  return composed(asked).toLowerCase().split(/\s+/).every((part) => all.includes(part));
}
