// What a document says of itself on its first page beside its name: the day, and which edition it
// is, with what that has changed.

import { dayIn, today } from "../elements/day.js";
import { mark, numbered } from "./document.js";
import { changedWords } from "./edition-words.js";
import { editions, isOf } from "./editions.js";

/** @typedef {import("../elements/words.js").Words} Words */

/** Which edition this is, and what it changed, in words: `numbered` stands over each page.
 * @param {Pick<import("./shown.js").Shown, "project" | "doc">} shown @param {Words} t */
function edition({ project, doc }, t) {
  const last = editions(project, doc.id).at(-1);
  // After the last that is kept by itself no number is told, rather than a wrong one.
  if (!last || !isOf(last, mark(numbered(doc)))) return {};
  const changed = changedWords(last.changes, t);
  const since = changed ? ` ${t("edition_since", { n: last.n - 1 })} ${changed}` : "";
  const told = t("edition_n", { n: last.n });
  return { numbered: told.replace(/\.$/, ""), edition: `${told}${since}` };
}

/** @param {Pick<import("./shown.js").Shown, "project" | "doc">} shown @param {Words} t
 * @param {string} language */
export const titleFacts = (shown, t, language) => ({
  day: dayIn(today(), language),
  ...edition(shown, t),
});
