// The catalog as the scripts know it: fetched once, from the same site, when a page needs it.

/**
 * @typedef {{id: string, title: string, short?: string, level?: string}} Choice
 * @typedef {{id: string, code: string, list: string, text: string, kind: string, priority: string,
 *   level?: string, minutes?: string, after?: string[], phase?: string[],
 *   requirement?: string, form?: string, of?: string, was: string[],
 *   unless?: Record<string, string[]>}} Item
 *   and under the name of each facet the ids of its values (`facet`); `form`: the requirement with
 *   its numbers named in braces
 * @typedef {{id: string, code: string, title: string, page: string, items: string[]}} List
 * @typedef {{id: string, question: string, options: Choice[],
 *   ask_at: string[]}} Question
 * @typedef {{title: string, version: string, register: string, brand: string, logo?: string,
 *   lists: List[], items: Item[], facets: Record<string, Choice[]>, profile: Question[],
 *   levels: import("../answers/fit.js").Levels,
 *   parameters: (import("../answers/parameters.js").Parameter & {text: string, least: string,
 *     most: string, minutes?: string})[], rules: import("../answers/bounds.js").Rule[],
 *   byId: Map<string, Item>}} Catalog
 */

/** @type {Record<string, Promise<Catalog>>} by the way */
const asked = {};

/** @param {string} root the way from the page to the site's root */
export function catalogOf(root) {
  asked[root] ??= fetched(root);
  asked[root].catch(() => {
    delete asked[root];
  });
  return asked[root];
}

/** @param {string} root @returns {Promise<Catalog>} */
async function fetched(root) {
  const answer = await fetch(`${root}/assets/katalog.json`);
  if (!answer.ok) throw new Error(String(answer.status));
  const data = await answer.json();
  /** @type {Item[]} */
  const items = data.items;
  for (const item of items) item.was ??= [];
  return { ...data, items, byId: new Map(items.map((item) => [item.id, item])) };
}
