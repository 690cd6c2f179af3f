// The catalog as the scripts know it: fetched once, from the same site, when a page needs it.

import { pause, resting } from "./turns.js";

const LARGE = 5e5; // letters

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
  return read(await answer.text());
}

/**
 * A catalog as it is written (macros/publish/browser.py), of a large one a line at a time.
 * @param {string} text @returns {Promise<Catalog>}
 */
async function read(text) {
  const [head, ...lines] = text.trimEnd().split("\n");
  const large = text.length > LARGE && lines.pop() === "]}";
  const data = JSON.parse(large ? `${head}]}` : text);
  const parts = large ? lines : [""];
  /** @type {Item[]} */
  const items = [];
  const byId = new Map();
  const rest = resting();
  for (const line of parts) {
    const some = large ? JSON.parse(`[${line.replace(/,$/, "")}]`) : data.items;
    for (const item of some) {
      item.was ??= [];
      items.push(item);
      byId.set(item.id, item);
    }
    await rest();
  }
  if (large) await pause(); // whoever waits for it begins anew
  return { ...data, items, byId };
}
