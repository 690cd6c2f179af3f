// A sheet that is fetched when what it is for is used.

import { findAll } from "./find.js";
import { node } from "./node.js";

/** Puts a sheet into the page where it is not there, an edition's own behind it; done when it has
 * come. @param {URL} place @returns {Promise<unknown>} */
export function dressed({ href }) {
  const there = findAll(document.head, "link", HTMLLinkElement);
  if (there.some((link) => link.href === href)) return Promise.resolve();
  const link = node("link", { rel: "stylesheet", href });
  const loaded = new Promise((done, failed) => {
    link.addEventListener("load", done, { once: true });
    link.addEventListener("error", failed, { once: true });
  });
  loaded.catch(() => link.remove()); // no net just now
  document.head.insertBefore(link, document.head.querySelector("link[href*='/assets/local/']"));
  return loaded;
}
