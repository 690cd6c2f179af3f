// Which colours are chosen. Material tells so too, but asks for a computed colour between two
// changes of the root, and has the whole page styled again as it starts. The rest is fetched when
// there is something to follow.

import { nearing } from "../elements/nearing.js";
import { node } from "../elements/node.js";

export const SYSTEM = "(prefers-color-scheme)";

/** @param {HTMLInputElement} choice */
export const media = (choice) => choice.dataset.mdColorMedia ?? "";

/** @param {() => Promise<{follow: () => void}>} load */
export function tellColours(load) {
  /** @type {HTMLFormElement | null} */
  const form = document.querySelector("[data-guide-colours]");
  /** @type {HTMLInputElement[]} */
  const choices = [...(form?.querySelectorAll("input") ?? [])];
  const kept = read();
  const first = choices.findIndex((one) => matchMedia(media(one)).matches);
  const chosen = choices[kept?.index ?? first] ?? choices[0];
  if (!form || !chosen) return;
  chosen.checked = true;
  if (chosen.nextElementSibling instanceof HTMLElement) chosen.nextElementSibling.hidden = false;
  const begin = nearing(form, () => load().then(({ follow }) => follow()));
  const dark = matchMedia("(prefers-color-scheme: dark)");
  dark.addEventListener("change", begin, { once: true });
  // Colours that are kept the page's own script has shown already, and a dark system's the one in
  // its head (publish/page/marks.js); of a choice that is kept the number is what holds.
  const shown = document.body.getAttribute("data-md-color-scheme");
  const asked = choices.find((one) => media(one) === dark.media);
  const meant = media(chosen) !== SYSTEM ? chosen : !kept && dark.matches ? asked : null;
  if (meant && meant.dataset.mdColorScheme !== shown) begin();
  requestAnimationFrame(() => setTimeout(tint));
}

/** What Material keeps of a choice. @returns {{index: number} | null | undefined} */
function read() {
  try {
    return /** @type {any} */ (window).__md_get?.("__palette");
  } catch {
    return null; // A browser that keeps nothing has kept no choice.
  }
}

/** A phone's own bar takes the colour of the page's; after a frame, when it is known already. */
export function tint() {
  const bar = document.querySelector(".md-header");
  const content = bar ? getComputedStyle(bar).backgroundColor : "";
  document.querySelector("meta[name=theme-color]")?.remove();
  document.head.append(node("meta", { name: "theme-color", content }));
}
