// The reader's place in the plan: folds that an address names are opened, and whoever comes back
// from a point finds the plan as she left it.

import { keyFor } from "../answers/key.js";
import { targetOf } from "../elements/address.js";
import { find, findAll, outer } from "../elements/find.js";
import { remember, takenUp } from "../elements/remembered.js";

const KEY = "plan-place";
const tab = () => sessionStorage; // without it the plan opens at its top

/** @typedef {{search: string, item: string, top: number, open: string[]}} Spot `top`: of the row,
 *   in pixels from the top of the window */

export class Place {
  #root;
  #name;

  /** @param {HTMLElement} root the plan's element @param {string} site */
  constructor(root, site) {
    this.#root = root;
    this.#name = `${keyFor(site)}:${KEY}`;
  }

  /** Opens the fold round what the address names in the plan, and goes there. */
  unfold() {
    const target = targetOf(location.hash);
    if (!target || !this.#root.contains(target)) return;
    const fold = outer(target, "details", HTMLDetailsElement);
    if (fold) fold.open = true;
    target.scrollIntoView();
    requestAnimationFrame(() => target.scrollIntoView()); // what stands above has its height now
  }

  /** Notes where a link out of a row was followed. @param {EventTarget | null} target
   * @param {string[]} open keys of the headings that are open */
  leave(target, open) {
    const row = outer(target, "a[href]", HTMLElement)?.closest("[data-item]");
    if (!(row instanceof HTMLElement)) return;
    const { top } = row.getBoundingClientRect();
    const place = { search: location.search, item: row.dataset.item, top, open };
    remember(tab, this.#name, JSON.stringify(place));
  }

  /** The place that was left with these choices, told once. @returns {Spot | null} */
  take() {
    try {
      const place = JSON.parse(takenUp(tab, this.#name) || "null");
      return place?.search === location.search && Array.isArray(place.open) ? place : null;
    } catch {
      return null; // somebody else's words under our name
    }
  }

  /** The row stands where it stood, and has the focus. @param {Spot} spot */
  back({ item, top }) {
    const row = findAll(this.#root, "[data-item]", HTMLElement).find(
      ({ dataset }) => dataset.item === item,
    );
    if (!row) return;
    const settle = () => window.scrollBy(0, row.getBoundingClientRect().top - top);
    settle();
    find(row, "a[href]", HTMLElement).focus({ preventScroll: true });
    requestAnimationFrame(settle); // rows that come into sight take their own height
  }
}
