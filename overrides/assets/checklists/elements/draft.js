// What is typed in a field and not added yet: it is there again when the page is opened anew in the
// same tab, and gone with the tab. Nothing that is kept is in it.

import { keyFor } from "../answers/key.js";
import { forgetAll, remember, remembered } from "./remembered.js";

/** @typedef {import("./find.js").Field} Field */

/** @param {string} site */
const start = (site) => `${keyFor(site)}:utkast:`;
const tab = () => sessionStorage; // without it what was typed is lost with the page

/**
 * Fills in what was typed before, and keeps what is there when the page goes.
 * @param {Field} field @param {string} site @param {string} name of the field in the guide
 * @param {AbortSignal} signal
 */
export function drafted(field, site, name, signal) {
  const key = `${start(site)}${name}`;
  field.value ||= remembered(tab, key);
  const keep = () => remember(tab, key, field.value);
  // On a phone a page may go without a word: when another one is looked at, it may be the last.
  window.addEventListener("pagehide", keep, { signal });
  document.addEventListener("visibilitychange", keep, { signal });
}

/** Nothing is left of what was typed. @param {string} site */
export const dropDrafts = (site) => forgetAll(tab, start(site));
