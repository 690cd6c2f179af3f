// What an element tells of the catalog and of what is answered, for as long as it is on a page.

import { storeOf } from "../answers/store.js";
import { catalogOf } from "../elements/catalog.js";

/** @typedef {import("../elements/catalog.js").Catalog} Catalog */

/**
 * Shows it at first and whenever an answer changes. Gives the catalog; undefined where there is no
 * net just now, or the element is gone before it came: then nothing is said.
 * @param {HTMLElement} element @param {AbortSignal} signal @param {(catalog: Catalog) => void} show
 */
export async function told(element, signal, show) {
  const { root = "", site } = element.dataset;
  const catalog = await catalogOf(root).catch(() => undefined);
  if (!catalog || signal.aborted) return undefined;
  storeOf(site).addEventListener("change", () => show(catalog), { signal });
  show(catalog);
  return catalog;
}
