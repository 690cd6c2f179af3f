// Whether the reader has chosen a language, or is about to: the rest is fetched then.

import { nearing } from "../elements/nearing.js";

/** @param {() => Promise<{stay: (chosen: string) => void}>} load */
export function followLanguage(load) {
  const box = document.querySelector(".guide-languages");
  if (!box) return;
  const chosen = before();
  // Without a net the links lead to the page all the same.
  const begin = nearing(box, () => load().then(({ stay }) => stay(chosen)));
  if (chosen) begin();
}

/** The choice that was made; «» for none. Every page has this: no more of `remembered.js` is. */
function before() {
  try {
    return localStorage.getItem("guide-language") ?? "";
  } catch {
    return ""; // A browser that keeps nothing.
  }
}
