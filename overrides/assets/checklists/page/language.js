// The language that the reader has chosen: led to on the same page and at the same point. A reader
// who comes anew to the front page gets it in that language. Fetched when there is a choice.

import { findAll, outer } from "../elements/find.js";
import { remember, remembered } from "../elements/remembered.js";

const HERE = "guide-language-here";

/** @param {string} chosen before, «» for none */
export function stayInLanguage(chosen) {
  const links = findAll(document, ".guide-languages a", HTMLAnchorElement);
  const current = links.find((link) => link.ariaCurrent);
  if (!current) return;
  // Material's navigation keeps the header of the first page: the ways are from that page.
  const from = (/** @type {HTMLAnchorElement} */ link) =>
    new URL(link.dataset.root ?? "", location.href);
  const roots = new Map(links.map((link) => [link, from(link)]));
  const rootOf = (/** @type {HTMLAnchorElement} */ link) => roots.get(link) ?? new URL(link.href);
  const own = rootOf(current);
  const wanted = links.find((link) => link.lang === chosen);
  if (!remembered(() => sessionStorage, HERE) && wanted && location.pathname === own.pathname) {
    if (wanted !== current) location.href = rootOf(wanted).href;
  }
  remember(() => sessionStorage, HERE, current.lang);
  document.addEventListener("click", ({ target }) => {
    const link = outer(target, ".guide-languages a", HTMLAnchorElement);
    if (!link) return;
    remember(() => localStorage, "guide-language", link.lang);
    const page = location.pathname.slice(own.pathname.length);
    link.href = `${rootOf(link)}${page}${location.search}${location.hash}`;
  });
}
