// What every element shares, by itself: words filled, days, ids, and what a page lacks told.

import { isWriter } from "../../../overrides/assets/checklists/answers/fields.js";
import { randomId } from "../../../overrides/assets/checklists/answers/ids.js";
import { day } from "../../../overrides/assets/checklists/elements/day.js";
import { fill } from "../../../overrides/assets/checklists/elements/fill.js";
import { find } from "../../../overrides/assets/checklists/elements/find.js";
import { wordsOf } from "../../../overrides/assets/checklists/elements/words.js";

export const filled = fill;
export const days = (times) => times.map(day);
export const said = (json, key, values) => wordsOf(json)(key, values);

/** Ids made in a row: how many, how many of them differ, and those that no writer may have. */
export function ids(length, count) {
  const made = Array.from({ length: count }, () => randomId(length));
  const odd = made.filter((id) => id.length !== length || !isWriter(id));
  return { different: new Set(made).size, odd, letters: new Set(made.join("")).size };
}

/** What is said of what a page lacks, or has as something else. */
export function missed() {
  const root = document.createElement("check-plan");
  root.append(document.createElement("p"));
  return ["[data-said]", "p"].map((selector) => {
    try {
      find(root, selector, HTMLInputElement);
      return "";
    } catch (fault) {
      return `${fault.name}: ${fault.message}`;
    }
  });
}
