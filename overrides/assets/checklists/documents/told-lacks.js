// What a document lacks, told where it is made into files: each leads to where it is mended.

import { differs } from "../elements/differs.js";
import { drawnIn } from "../elements/drawn-in.js";
import { find } from "../elements/find.js";
import { openAround } from "../elements/fold.js";
import { node } from "../elements/node.js";
import { isExample } from "./example.js";
import { lacks } from "./lacks.js";

/**
 * @typedef {import("../elements/catalog.js").Catalog} Catalog
 * @typedef {import("../elements/tool.js").Tool} Tool
 */

/** Gives what shows it as it is now.
 * @param {Tool} tool @param {import("./shown.js").Shown} shown @param {Catalog} catalog */
export function tellLacks({ root, t }, shown, catalog) {
  const place = node("div", { "data-lacks": "" });
  const buttons = find(root, "[data-act=word]", HTMLButtonElement).parentElement;
  buttons?.before(place);
  const isOther = differs();
  return () => {
    const { doc, id, project } = shown;
    const found = id && !isExample(id) ? lacks(doc, project, catalog) : null;
    if (!isOther(found)) return;
    const ways = found ? waysOf(found, root, t) : [];
    const line = node("p", { class: "guide-plan__banner" }, t("lacks"), ...ways);
    drawnIn(root, place, () => place.replaceChildren(...(ways.length ? [line] : [])));
  };
}

/** A button each, that leads there.
 * @param {import("./lacks.js").Lacks} found @param {HTMLElement} root
 * @param {import("../elements/words.js").Words} t @returns {(Node | string)[]} */
function waysOf({ frame, many, must }, root, t) {
  /** @type {[string, string][]} */
  const all = frame.map((name) => [`[data-frame=${name}]`, t(`frame.${name}`)]);
  if (many) all.push(["[data-posts]", t("lacks_many")]);
  if (must) all.push(["[data-pick]", must > 1 ? t("lacks_musts", { n: must }) : t("lacks_must")]);
  const there = all.filter(([where]) => root.querySelector(where));
  return there.flatMap(([where, words]) => {
    const way = node("button", { type: "button" }, words);
    way.addEventListener("click", () => lead(root, where));
    return [" ", way];
  });
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
