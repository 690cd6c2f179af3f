// What the search is asked by: the names in the address, and the words of the page for it.

export const NAMES = { query: "sok", kind: "type", phase: "fase" };

export function wordsOf() {
  return JSON.parse(document.querySelector("[data-search-words]").dataset.searchWords);
}
