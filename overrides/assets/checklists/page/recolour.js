// Colours as they are chosen, and as the system changes, as long as the reader leaves it to that.

import { find, findAll } from "../elements/find.js";
import { SYSTEM, media, tint } from "./colours.js";

/**
 * @typedef {{media: string, scheme: string, primary: string, accent: string}} Colour
 * @typedef {{__md_set?: (key: string, choice: {index: number, color: Colour}) => void}} Store as
 * Material keeps it; its script in the page reads it before anything is drawn
 */

/** From now on the page has the colours of what is chosen in it. */
export function followColours() {
  const form = find(document, "[data-guide-colours]", HTMLFormElement);
  const choices = findAll(form, "input", HTMLInputElement);
  const chosen = () => choices.findIndex((one) => one.checked);
  const follow = () => {
    const index = chosen();
    const color = shown(choices, index);
    show(color);
    choices.forEach(({ nextElementSibling: label }, at) => {
      if (label instanceof HTMLElement) label.hidden = at !== index;
    });
    /** @type {Store} */ (window).__md_set?.("__palette", { index, color });
  };
  form.addEventListener("change", follow);
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    const next = choices[(chosen() + 1) % choices.length];
    next.click();
    next.focus();
  });
  matchMedia("(prefers-color-scheme: light)").addEventListener("change", follow);
  follow();
}

/**
 * The colours of a choice; of «as the system» those of the choice that the system asks for.
 * @param {HTMLInputElement[]} choices
 * @param {number} index
 * @returns {Colour}
 */
function shown(choices, index) {
  const chosen = choices[index];
  const light = matchMedia("(prefers-color-scheme: light)").matches;
  const asked = `(prefers-color-scheme: ${light ? "light" : "dark"})`;
  const system = media(chosen) === SYSTEM && choices.find((one) => media(one) === asked);
  const of = (system || chosen).dataset;
  return {
    media: media(chosen),
    scheme: of.mdColorScheme ?? "",
    primary: of.mdColorPrimary ?? "",
    accent: of.mdColorAccent ?? "",
  };
}

/** @param {Colour} color */
function show(color) {
  const { dataset } = document.body;
  dataset.mdColorSwitching = ""; // no slow change from one to the other
  for (const [key, value] of Object.entries(color))
    document.body.setAttribute(`data-md-color-${key}`, value);
  requestAnimationFrame(() =>
    setTimeout(() => {
      delete dataset.mdColorSwitching;
      tint();
    }),
  );
}
