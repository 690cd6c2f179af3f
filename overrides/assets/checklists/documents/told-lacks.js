// What a document lacks, told where it is made into files: each leads to where it is mended.

import { find } from "../elements/find.js";
import { openAround } from "../elements/fold.js";
import { node } from "../elements/node.js";
import { isExample } from "./example.js";
import { NEEDED, lacks } from "./lacks.js";

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
  for (const where of [...NEEDED.map((name) => `[data-frame=${name}]`), MANY, MUST]) {
    const way = node("button", { type: "button" });
    way.addEventListener("click", () => lead(root, where));
    ways.set(where, way);
    line.append(" ", way);
  }
  return () => {
    const { doc, id, project } = shown;
    const isOwn = id && !isExample(id);
    const now = new Map(isOwn ? wordsOf(lacks(doc, project, catalog), root, t) : []);
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
  if (many) all.push([MANY, t("lacks_many")]);
  if (must) all.push([MUST, must > 1 ? t("lacks_musts", { n: must }) : t("lacks_must")]);
  return all.filter(([where]) => root.querySelector(where));
}

/** To a field, or to the fold that its part stands in. @param {HTMLElement} root
 * @param {string} where */
function lead(root, where) {
  const place = find(root, where, HTMLElement);
  openAround(place);
  const field = place.matches("input, textarea");
  const goal = field ? place : place.parentElement?.querySelector("summary");
  goal?.scrollIntoView({ block: "center" });
  if (goal instanceof HTMLElement) goal.focus({ preventScroll: true });
}
