// What stands in an address: the choices of a page, and the place that it leads to.

import { openAround } from "./fold.js";

/**
 * The choices in a query string: name → value, for the names asked for.
 * @param {string} search @param {string[]} names @returns {Record<string, string>}
 */
export function choices(search, names) {
  const asked = new URLSearchParams(search);
  return Object.fromEntries(names.map((name) => [name, asked.get(name) ?? ""]));
}

/**
 * A query string with the choices in it, other parameters kept, empty ones left out.
 * @param {string} search @param {Record<string, string>} chosen
 */
export function address(search, chosen) {
  const made = new URLSearchParams(search);
  for (const [name, value] of Object.entries(chosen)) {
    if (value) made.set(name, value);
    else made.delete(name);
  }
  return made.size ? `?${made}` : "";
}

/**
 * Has the address of this page say what is chosen; no step in the history.
 * @param {Record<string, string>} chosen
 */
export function place(chosen) {
  const query = address(location.search, chosen);
  history.replaceState(history.state, "", `${location.pathname}${query}${location.hash}`);
}

/**
 * What an address's fragment names on this page; null when it names nothing, or is no name at all.
 * @param {string} hash
 */
export function targetOf(hash) {
  try {
    return document.getElementById(decodeURIComponent(hash.slice(1)));
  } catch {
    return null;
  }
}

/**
 * A link within the page leads there by itself: Material's navigation would fetch the page anew.
 * True when it did. @param {Event} event a click
 */
export function jumped(event) {
  // Material writes out every address, so the attribute need not begin with «#» any more.
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (!(link instanceof HTMLAnchorElement) || !link.hash) return false;
  const here = link.origin === location.origin && link.pathname === location.pathname;
  const target = here && document.getElementById(link.hash.slice(1));
  if (!target) return false;
  event.preventDefault();
  event.stopPropagation();
  history.replaceState(history.state, "", link.hash);
  if (target instanceof HTMLDetailsElement) target.open = true; // what it names is to be seen
  openAround(target);
  target.scrollIntoView();
  target.tabIndex = -1;
  target.focus({ preventScroll: true });
  return true;
}

/**
 * Whether a click asks for what it leads to in another tab or window: that is the browser's.
 * @param {MouseEvent} event
 */
export const elsewhere = ({ ctrlKey, metaKey, shiftKey }) => ctrlKey || metaKey || shiftKey;
