// Numbers in the texts of a list and in the figures beside it, as the reader has set them.

import { findAll } from "../elements/find.js";
import { numberHere } from "../elements/numbers.js";

/** @param {HTMLElement} root @param {import("../answers/state.js").Project} project */
export function renumber(root, project) {
  const figures = findAll(document, ".guide-figure [data-parameter]", HTMLElement);
  for (const one of [...findAll(root, "[data-parameter]", HTMLElement), ...figures]) {
    const { text, own } = numberHere(one, project);
    if (one.textContent !== text) one.textContent = text;
    if (own) one.dataset.set = "";
    else delete one.dataset.set;
  }
}
