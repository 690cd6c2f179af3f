// What an element tells of the catalog and of what is answered, for as long as it is on a page.

import { storeOf } from "../answers/store.js";
import { catalogOf } from "../elements/catalog.js";
import { Turns, pause } from "../elements/turns.js";

/** @typedef {import("../elements/catalog.js").Catalog} Catalog */

const turns = new Turns();
/** @type {Promise<void> | undefined} */
let ready;

/**
 * Shows it at first and whenever an answer changes, each part in a turn of its own. Gives the
 * catalog; undefined where there is no net just now, or the element is gone before it came: then
 * nothing is said.
 * @param {HTMLElement} element @param {AbortSignal} signal
 * @param {((catalog: Catalog) => void)[]} parts
 */
export async function told(element, signal, ...parts) {
  const { root = "", site } = element.dataset;
  const asked = catalogOf(root).catch(() => undefined);
  // The answers are read while the catalog is on its way, in a task of their own.
  await (ready ??= pause());
  const store = storeOf(site);
  const catalog = await asked;
  if (!catalog || signal.aborted) return undefined;
  // A page may hold hundreds of these, and all follow one tick.
  const head = element.closest("summary"); // is seen when what it folds is not
  const fold = (head?.parentElement?.parentElement ?? element).closest("details");
  // What is folded is told when it is opened, or goes on paper.
  const done = () => signal.aborted || fold?.open === false;
  /** @type {[object, () => void][]} */
  const pieces = parts.map((show) => [show, () => done() || show(catalog)]);
  const soon = () => turns.add(pieces, true);
  const now = () => parts.forEach((show) => signal.aborted || show(catalog));
  store.addEventListener("change", soon, { signal });
  fold?.addEventListener("toggle", soon, { signal });
  if (fold) window.addEventListener("beforeprint", now, { signal });
  soon();
  return catalog;
}
