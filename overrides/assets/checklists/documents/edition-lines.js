// What a reply to an earlier edition lacks, and a line for each edition: words of the comparison
// alone, so that the page where a document is made does not bear them.

import { day } from "../elements/day.js";
import { node } from "../elements/node.js";
import { changedWords } from "./edition-words.js";
import { since } from "./editions.js";

/**
 * @typedef {import("../elements/words.js").Words} Words
 * @typedef {import("./editions.js").Edition} Edition
 */

/** What a reply to another edition than this means. @param {Edition[]} all
 * @param {string} answered its mark @param {import("./editions.js").Row[]} now what is asked
 * @param {Words} t */
export function lateWords(all, answered, now, t) {
  const found = since(all, answered, now);
  // The same requirements in another order: nothing to ask about.
  if (found && !found.changes.length) return "";
  const first = found?.isSent ? t("edition_answered", { n: found.n }) : t("other_edition");
  return `${first} ${changedWords(found?.changes ?? [], t)}`.trim();
}

/** A line for each edition. @param {Edition[]} all @param {Words} t */
export const editionLines = (all, t) =>
  all.map(({ n, day: made, changes }) => {
    const head = t("edition_line", { n, day: day(made) });
    return node("li", {}, `${head} ${changedWords(changes, t)}`.trim());
  });
