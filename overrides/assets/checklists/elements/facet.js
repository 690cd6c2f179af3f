// What an item of the catalog is filed under. Pure.

/** @typedef {import("./catalog.js").Item} Item */

/**
 * The values that an item has of a facet, or its one value of a field («kind», «list»).
 * @param {Item} item @param {string} name @returns {string[]}
 */
export function facet(item, name) {
  const found = /** @type {Record<string, string | string[] | undefined>} */ (
    /** @type {unknown} */ (item)
  )[name];
  return [found ?? []].flat();
}
