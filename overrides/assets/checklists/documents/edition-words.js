// What an edition changed, in words.

import { byKind } from "./editions.js";

/**
 * @typedef {import("../elements/words.js").Words} Words
 * @typedef {import("./editions.js").Changed} Changed
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
