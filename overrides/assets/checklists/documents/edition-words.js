// What an edition changed, and what a reply to an earlier one lacks, in words.

import { day } from "../elements/day.js";
import { node } from "../elements/node.js";
import { byKind, since } from "./editions.js";

/**
 * @typedef {import("../elements/words.js").Words} Words
 * @typedef {import("./editions.js").Changed} Changed
 * @typedef {import("./editions.js").Edition} Edition
 */

/** «K4 er endret. K44 er kommet til.» @param {Changed[]} changes @param {Words} t */
export function changedWords(changes, t) {
  const { changed, added, removed } = byKind(changes);
  const parts = changes.filter(([kind]) => kind === "frame");
  const frame = new Set(parts.map(([, name]) => t(`frame.${name}`)));
  return [
    changed.length ? t("edition_changed", { list: changed.join(", ") }) : "",
    added.length ? t("edition_added", { list: added.join(", ") }) : "",
    removed.length ? t("edition_removed", { list: removed.join(", ") }) : "",
    frame.size ? t("edition_frame", { list: [...frame].join(", ") }) : "",
  ]
    .filter(Boolean)
    .join(" ");
}

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
