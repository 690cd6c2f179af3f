// What an hour and a day without IT cost. Everything stays on the page.

import { fill } from "../elements/fill.js";
import { find, findAll } from "../elements/find.js";
import { GONE } from "../elements/gone.js";
import { money } from "../elements/amounts.js";

/**
 * Cost of an hour and a day, or null when a number is missing or impossible.
 * @param {{revenue: number, days: number, share: number, hours: number}} given share in per cent
 */
export function cost({ revenue, days, share, hours }) {
  const usable = [revenue, days, share, hours].every((n) => Number.isFinite(n) && n > 0);
  if (!usable || share > 100 || days > 366 || hours > 24) return null;
  const day = (revenue / days) * (share / 100);
  return { day, hour: day / hours };
}

/** Has the calculator answer; gives what ends it. @param {HTMLElement} root */
export function begin(root) {
  const listening = new AbortController();
  const { signal } = listening;
  root.addEventListener("input", () => show(root), { signal });
  root.addEventListener("submit", (event) => event.preventDefault(), { signal });
  root.hidden = false;
  show(root);
  return () => listening.abort(GONE);
}

/** @param {HTMLElement} root */
function show(root) {
  const fields = findAll(root, "input", HTMLInputElement);
  const given = Object.fromEntries(fields.map((field) => [field.name, field.valueAsNumber]));
  const { revenue, days, share, hours } = given;
  const made = cost({ revenue, days, share, hours });
  const result = find(root, "[role=status]", HTMLElement);
  const { words = "", invalid = "" } = result.dataset;
  result.textContent = made
    ? fill(words, { hour: money(made.hour), day: money(made.day) })
    : invalid;
}
