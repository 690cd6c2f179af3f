// What is typed in a field and not added yet: it is there again when the page is opened anew in the
// same tab, and gone with the tab. Nothing that is kept is in it.

import { keyFor } from "../answers/key.js";

/** @typedef {import("./find.js").Field} Field */

/** @param {string} site */
const start = (site) => `${keyFor(site)}:utkast:`;

/** Does it where the browser lets us. @template T @param {() => T} act */
function allowed(act) {
  try {
    return act();
  } catch {
    return null; // without storage it is lost with the page, as it always was
  }
}

/**
 * Fills in what was typed before, and keeps what is there when the page goes.
 * @param {Field} field @param {string} site @param {string} name of the field in the guide
 * @param {AbortSignal} signal
 */
export function drafted(field, site, name, signal) {
  const key = `${start(site)}${name}`;
  const before = allowed(() => sessionStorage.getItem(key));
  if (before && !field.value) field.value = before;
  const keep = () =>
    allowed(() =>
      field.value ? sessionStorage.setItem(key, field.value) : sessionStorage.removeItem(key),
    );
  // On a phone a page may go without a word: when another one is looked at, it may be the last.
  window.addEventListener("pagehide", keep, { signal });
  document.addEventListener("visibilitychange", keep, { signal });
}

/** Nothing is left of what was typed. @param {string} site */
export function dropDrafts(site) {
  allowed(() => {
    const all = Object.keys(sessionStorage).filter((key) => key.startsWith(start(site)));
    for (const key of all) sessionStorage.removeItem(key);
  });
}
