// The language that the reader has chosen: kept in the browser, and led to on the same page and at
// the same point. A reader who comes anew to the front page gets it in that language.

import { findAll, outer } from "../elements/find.js";

const [CHOSEN, HERE] = ["guide-language", "guide-language-here"];

export function stayInLanguage() {
  const links = findAll(document, ".guide-languages a", HTMLAnchorElement);
  const current = links.find((link) => link.ariaCurrent);
  if (!current) return;
  // Material's navigation keeps the header of the first page: the ways are from that page.
  const roots = new Map(links.map((link) => [link, new URL(link.dataset.root ?? "", location.href)]));
  const own = rootOf(roots, current);
  const chosen = links.find((link) => link.lang === kept(localStorage, CHOSEN));
  if (!kept(sessionStorage, HERE) && chosen && location.pathname === own.pathname) {
    if (chosen !== current) location.replace(rootOf(roots, chosen));
  }
  keep(sessionStorage, HERE, current.lang);
  document.addEventListener("click", ({ target }) => {
    const link = outer(target, ".guide-languages a", HTMLAnchorElement);
    if (!link) return;
    keep(localStorage, CHOSEN, link.lang);
    const page = location.pathname.slice(own.pathname.length);
    link.href = `${rootOf(roots, link)}${page}${location.search}${location.hash}`;
  });
}

/** @param {Map<HTMLAnchorElement, URL>} roots @param {HTMLAnchorElement} link */
const rootOf = (roots, link) => roots.get(link) ?? new URL(link.href);

/** @param {Storage} storage @param {string} name */
function kept(storage, name) {
  try {
    return storage.getItem(name) ?? "";
  } catch {
    return ""; // A browser that keeps nothing.
  }
}

/** @param {Storage} storage @param {string} name @param {string} what */
function keep(storage, name, what) {
  try {
    storage.setItem(name, what);
  } catch {
    // It leads there all the same.
  }
}
