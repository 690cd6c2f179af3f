// Whether the reader has chosen a language, or is about to: the rest is fetched then.

import { nearing } from "../elements/nearing.js";

/** @param {() => Promise<{stay: (chosen: string) => void}>} load */
export function followLanguage(load) {
  const box = document.querySelector(".guide-languages");
  if (!box) return;
  const chosen = kept(() => localStorage, "guide-language");
  // Without a net the links lead to the page all the same.
  const begin = nearing(box, () => load().then(({ stay }) => stay(chosen)));
  if (chosen) begin();
}

/** @param {() => Storage} storage @param {string} name */
export function kept(storage, name) {
  try {
    return storage().getItem(name) ?? "";
  } catch {
    return ""; // A browser that keeps nothing.
  }
}

/** @param {() => Storage} storage @param {string} name @param {string} what */
export function keep(storage, name, what) {
  try {
    storage().setItem(name, what);
  } catch {
    // It leads there all the same.
  }
}
