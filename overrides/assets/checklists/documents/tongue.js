// A document in another language than its reader's: the guide's own requirements as they stand in
// that one, with its words; what the customer has written stays, and is marked.

import { catalogOf } from "../elements/catalog.js";
import { seek } from "../elements/find.js";
import { wordsOf } from "../elements/words.js";
import { numbersOf } from "../answers/parameters.js";
import { mark, numbered, saidBy } from "./document.js";

/**
 * @typedef {import("../elements/catalog.js").Catalog} Catalog
 * @typedef {import("../elements/words.js").Words} Words
 * @typedef {import("../answers/state.js").Project} Project
 * @typedef {import("./document.js").Doc} Doc
 * @typedef {{doc: Doc, t: Words, language: string, theirs: Catalog,
 *   beside?: import("./side-by-side.js").Beside}} Spoken `beside`: where both are asked for
 */

const WORDS = "assets/dokument-ord.json";

/** The choice of another language for the document; undefined where it is the page's.
 * @param {HTMLElement} root */
export function chosenIn(root) {
  const chosen = seek(root, "[data-tongue]", HTMLSelectElement)?.selectedOptions[0];
  return chosen?.lang === document.documentElement.lang ? undefined : chosen;
}

/** The document in the language that is chosen for it on the page.
 * @param {import("../elements/tool.js").Tool} tool @param {Doc} doc @param {Catalog} ours
 * @param {Project} project @returns {Promise<Spoken>} */
export async function spoken({ t, root, way }, doc, ours, project) {
  const chosen = chosenIn(root);
  const own = document.documentElement.lang;
  if (!chosen) return { doc, t, language: own, theirs: ours };
  const language = chosen.lang;
  const other = await spokenAt(`${way}/${chosen.dataset.way}`);
  const made = inLanguage(doc, ours, other.catalog, project, [t, other.t], language);
  const beside = chosen.dataset.both !== undefined ? { beside: { doc, t, language: own } } : {};
  return { doc: made, t: other.t, language, theirs: other.catalog, ...beside };
}

/** The words and the catalog of another language, fetched when they are asked for.
 * @param {string} way from the page to that language's pages
 * @returns {Promise<{t: Words, catalog: Catalog}>} */
export async function spokenAt(way) {
  const [answer, catalog] = await Promise.all([fetch(`${way}/${WORDS}`), catalogOf(way)]);
  if (!answer.ok) throw new Error(String(answer.status));
  return { t: wordsOf(await answer.text()), catalog };
}

/**
 * The same document, number by number, in another language. Its edition stays: it asks the same.
 * @param {Doc} doc @param {Catalog} ours @param {Catalog} theirs @param {Project} project
 * @param {[own: Words, other: Words]} words of both languages @param {string} language the other
 * @returns {Doc}
 */
export function inLanguage(doc, ours, theirs, project, [own, t], language) {
  const [before, after] = [numbersOf(ours, project), numbersOf(theirs, project, language)];
  const held = new Map(after.map((one) => [one.id, one]));
  const heads = headings(theirs);
  const untranslated = t("untranslated");
  const titles = new Map([...headings(ours)].map(([id, title]) => [title, heads.get(id)]));
  titles.set(own("own_group"), t("own_group"));
  const requirements = doc.requirements.map((one) => {
    const [mine, other] = [ours, theirs].map(({ byId }) => byId.get(one.id));
    const same = mine && one.text === saidBy(mine, before);
    const text = same && other ? saidBy(other, after) : `${one.text} (${untranslated})`;
    return { ...one, text, group: titles.get(one.group) ?? one.group };
  });
  const numbers = doc.numbers.map((one) => held.get(one.id) ?? one);
  return { ...doc, requirements, numbers, edition: doc.edition ?? mark(numbered(doc)) };
}

/** The headings that requirements stand under, by what they are of. @param {Catalog} catalog */
const headings = ({ facets, lists }) =>
  new Map(
    [...(facets.topic ?? []), ...lists].map(({ id, title }) => /** @type {const} */ ([id, title])),
  );
