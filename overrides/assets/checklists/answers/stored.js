// Texts that are kept beside the answers, such as a supplier's reply: guarded.

import { SetAside } from "./aside.js";

/** Where the pages of this guide begin; «» where nobody has said, or answers are to be shared. */
const guide = { root: "" };
/** @type {Map<string, string>} */
const keys = new Map();

/** Says where this guide's pages begin, before anything is read. @param {string} root */
export function settle(root) {
  guide.root = root;
}

/**
 * The name under which a guide keeps its answers, and before all that stands beside them. Two
 * guides with one id on one address are told apart by where they stand: whoever keeps something
 * first has the plain name.
 * @param {string} site
 */
export function keyFor(site) {
  const first = `checklists:${site}`;
  const key = keys.get(site) ?? (ofAnother(first) ? `${first}@${guide.root}` : first);
  keys.set(site, key);
  return key;
}

/** @param {string} first */
function ofAnother(first) {
  try {
    const claimed = localStorage.getItem(`${first}:at`);
    return guide.root !== "" && claimed !== null && claimed !== guide.root;
  } catch {
    return false;
  }
}

/** Takes the plain name for this guide, where nobody has. May throw. @param {string} site */
export function claim(site) {
  const first = `checklists:${site}`;
  if (guide.root && keyFor(site) === first) localStorage.setItem(`${first}:at`, guide.root);
}

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
    claim(site);
    return true;
  } catch {
    return false;
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
