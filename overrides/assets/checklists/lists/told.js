// What an element tells of the catalog and of what is answered, for as long as it is on a page.

import { storeOf } from "../answers/store.js";
import { catalogOf } from "../elements/catalog.js";
import { Turns } from "../elements/turns.js";

/** @typedef {import("../elements/catalog.js").Catalog} Catalog */

const turns = new Turns();

/**
 * Shows it at first and whenever an answer changes. Gives the catalog; undefined where there is no
 * net just now, or the element is gone before it came: then nothing is said.
 * @param {HTMLElement} element @param {AbortSignal} signal @param {(catalog: Catalog) => void} show
 */
export async function told(element, signal, show) {
  const { root = "", site } = element.dataset;
  const catalog = await catalogOf(root).catch(() => undefined);
  if (!catalog || signal.aborted) return undefined;
  // A page may hold hundreds of these, and all follow one tick.
  const soon = () => turns.add([[element, () => signal.aborted || show(catalog)]], true);
  storeOf(site).addEventListener("change", soon, { signal });
  soon();
  return catalog;
}
