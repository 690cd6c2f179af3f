// What a document lacks, told where it is made into files: each leads to where it is mended.

import { find } from "../elements/find.js";
import { openAround } from "../elements/fold.js";
import { node } from "../elements/node.js";
import { isExample } from "./example.js";
import { NEEDED, lacks } from "./lacks.js";
import { labels } from "./quantities.js";

/**
 * @typedef {import("../elements/catalog.js").Catalog} Catalog
 * @typedef {import("../elements/tool.js").Tool} Tool
 */

const [MANY, MUST] = ["[data-posts]", "[data-pick]"];

/** Gives what shows it as it is now. Its buttons stand from the start and are hidden: what is drawn
 * anew would take away what the reader is going to.
 * @param {Tool} tool @param {import("./shown.js").Shown} shown @param {Catalog} catalog */
export function tellLacks({ root, t }, shown, catalog) {
  const word = find(root, "[data-act=word]", HTMLButtonElement);
  const line = node("p", { class: "guide-plan__banner" }, t("lacks"));
  line.hidden = true;
  word.parentElement?.before(node("div", { "data-lacks": "" }, line));
  /** @type {Map<string, HTMLButtonElement>} */
  const ways = new Map();
  // What the folds begin with, made when they are opened.
  /** @type {Record<string, string>} */
  const first = { [MUST]: "[data-list=forslag] [data-take]" };
  for (const where of [...NEEDED.map((name) => `[data-frame=${name}]`), MANY, MUST]) {
    const way = node("button", { type: "button" });
    way.addEventListener("click", () => lead(root, where, first[where]));
    ways.set(where, way);
    line.append(" ", way);
  }
  return () => {
    const { doc, id, project } = shown;
    const isOwn = id && !isExample(id);
    const found = isOwn ? lacks(doc, project, catalog) : { frame: [], many: [], must: 0 };
    const now = new Map(wordsOf(found, root, t));
    first[MANY] = `[data-quantity=${found.many[0]}]`;
    const at = [...ways].find(([, way]) => way === document.activeElement)?.[0];
    for (const [where, way] of ways) {
      way.textContent = now.get(where) ?? "";
      way.hidden = !now.has(where);
    }
    line.hidden = !now.size;
    // Who stood on what is there now goes on to the next, or to what the list is about.
    const [next = ""] = now.keys();
    if (at && !now.has(at)) (ways.get(next) ?? word).focus();
  };
}

/** What each button says, by where it leads.
 * @param {import("./lacks.js").Lacks} found @param {HTMLElement} root
 * @param {import("../elements/words.js").Words} t */
function wordsOf({ frame, many, must }, root, t) {
  /** @type {[where: string, words: string][]} */
  const all = frame.map((name) => [`[data-frame=${name}]`, t(`frame.${name}`)]);
  const [name] = many;
  if (many.length === 1) all.push([MANY, t("lacks_number", { name: labels(t)[name] })]);
  else if (name) all.push([MANY, t("lacks_many", { n: many.length })]);
  if (must) all.push([MUST, must > 1 ? t("lacks_musts", { n: must }) : t("lacks_must")]);
  return all.filter(([where]) => root.querySelector(where));
}

/** To a field, or to the fold that its part stands in, and on to what the part begins with when it
 * is there. @param {HTMLElement} root @param {string} where @param {string} [first] */
function lead(root, where, first) {
  const place = find(root, where, HTMLElement);
  openAround(place);
  const field = place.matches("input, textarea");
  go(field ? place : place.parentElement?.querySelector("summary"));
  if (!first || begin(place, first)) return;
  const made = new MutationObserver(() => begin(place, first) && made.disconnect());
  made.observe(place, { childList: true });
}

/** @param {HTMLElement} place @param {string} first @returns {boolean} whether it is there */
function begin(place, first) {
  const found = place.querySelector(first);
  if (found) openAround(found);
  go(found);
  return found !== null;
}

/** @param {Element | null | undefined} goal */
function go(goal) {
  goal?.scrollIntoView({ block: "center" });
  if (goal instanceof HTMLElement) goal.focus({ preventScroll: true });
}
