// Numbers in the texts of a list, as the reader has set them.

import { findAll } from "../elements/find.js";
import { numberHere } from "../elements/numbers.js";

/** @param {HTMLElement} root @param {import("../answers/state.js").Project} project */
export function renumber(root, project) {
  for (const one of findAll(root, "[data-parameter]", HTMLElement)) {
    const { text, own } = numberHere(one, project);
    if (one.textContent !== text) one.textContent = text;
    if (own) one.dataset.set = "";
    else delete one.dataset.set;
  }
}
