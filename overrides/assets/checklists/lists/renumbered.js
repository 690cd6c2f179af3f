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
  for (const drawn of findAll(document, "[data-drawn]", SVGElement)) redraw(drawn, figures);
}

/**
 * A number in a drawing says what the words beside it say.
 * @param {SVGElement} drawn @param {HTMLElement[]} figures
 */
function redraw(drawn, figures) {
  const same = figures.find((one) => one.dataset.parameter === drawn.dataset.drawn);
  if (same && drawn.textContent !== same.textContent) drawn.textContent = same.textContent;
}
