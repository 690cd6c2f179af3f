// Texts that are kept beside the answers, such as a supplier's reply: guarded.

import { SetAside } from "./aside.js";
import { claim, keyFor } from "./key.js";

/** @param {string} site @param {string} name */
const keyOf = (site, name) => `${keyFor(site)}:${name}`;

/**
 * A text that is kept beside the answers; null when there is none.
 * @param {string} site @param {string} name
 */
export function kept(site, name) {
  try {
    return localStorage.getItem(keyOf(site, name));
  } catch {
    return null;
  }
}

/**
 * Keeps a text beside the answers; false when the browser does not.
 * @param {string} site @param {string} name @param {string} text
 */
export function keep(site, name, text) {
  try {
    localStorage.setItem(keyOf(site, name), text);
    claim(site, localStorage);
    return true;
  } catch {
    return false;
  }
}

/** Keeps it no more. @param {string} site @param {string} name */
export function drop(site, name) {
  try {
    localStorage.removeItem(keyOf(site, name));
  } catch {
    // Where nothing can be kept there is nothing to drop.
  }
}

/**
 * What stands beside the answers and cannot be read is put aside whole; false when there is no
 * room.
 * @param {string} site @param {string} name
 */
export function setAside(site, name) {
  try {
    const text = localStorage.getItem(keyOf(site, name));
    if (text === null) return true;
    if (!new SetAside(keyFor(site), localStorage).put(text)) return false;
    localStorage.removeItem(keyOf(site, name));
    return true;
  } catch {
    return false;
  }
}

/** Names of what is kept beside the answers that begin so. @param {string} site
 * @param {string} start */
export function keptNames(site, start) {
  try {
    const whole = keyOf(site, "");
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(whole + start))
      .map((key) => key.slice(whole.length));
  } catch {
    return [];
  }
}
