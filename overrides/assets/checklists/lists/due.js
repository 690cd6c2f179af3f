// The date in a panel: a year typed as 27 or 12027 is told when the reader leaves it, and not kept.

import { find } from "../elements/find.js";

const dueOf = (/** @type {Element} */ form) => find(form, "[name=due]", HTMLInputElement);

/** True when the date may be kept. @param {Element} form */
export const isDueGood = (form) => dueOf(form).validity.valid;

/** Says from now on what is wrong with the date. @param {Element} form @param {string} id */
export function watchDue(form, id) {
  const due = dueOf(form);
  const problem = find(form, "[data-due-problem]", HTMLElement);
  problem.id = `due-${id}`;
  // Not while it is typed: «2» and «20» are years as well.
  due.addEventListener("blur", () => {
    const good = isDueGood(form);
    problem.hidden = good;
    due.setAttribute("aria-invalid", String(!good));
    // What is hidden would be heard with the field as well.
    if (good) due.removeAttribute("aria-describedby");
    else due.setAttribute("aria-describedby", problem.id);
  });
}
