// What is not meant for this reader, taken off a page; and «alle» brings it back.

import { fitting } from "../answers/fit.js";
import { targetOf } from "../elements/address.js";
import { levelsHere } from "../elements/levels.js";

/**
 * @typedef {import("../answers/store.js").Store} Store
 * @typedef {import("./item.js").Item} Item
 */

/** What gives for each item on the page if it is meant for this reader, or answered.
 * @param {Store} store @returns {(item: Item) => boolean} */
export const fitsHere = ({ project }) => fitting(levelsHere(), project);

/** True where nothing on a list is meant for this reader, whatever she has answered in it: she came
 * for the list, and has all of it. @param {Item[]} items @param {Store} store */
export const noneFits = (items, { project }) =>
  !items.some(fitting(levelsHere(), { ...project, items: {} }));

/** Takes off the page what is not meant for the reader; gives what is left. What the address names
 * stays. @template {Item} T @param {T[]} items @param {Store} store
 * @param {boolean} asked a list by itself: where nothing in it is meant for her, all of it stays
 * @returns {T[]} */
export function takeOff(items, store, asked) {
  const fits = fitsHere(store);
  const named = targetOf(location.hash);
  const all = store.everything || (asked && noneFits(items, store));
  return items.filter((item) => {
    const shown = all || item.holder === named || fits(item);
    if (shown) delete item.holder.dataset.unfit;
    else item.holder.dataset.unfit = "";
    return shown;
  });
}
