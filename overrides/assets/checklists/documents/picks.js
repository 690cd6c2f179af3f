// The lists that requirements are picked from, what the guide suggests first; made while somebody
// looks at them.

import { numbersOf } from "../answers/parameters.js";
import { find, findAll } from "../elements/find.js";
import { node } from "../elements/node.js";
import { saidBy } from "./document.js";
import { suggested } from "./suggested.js";

/**
 * @typedef {import("../answers/state.js").Project} Project
 * @typedef {import("../elements/catalog.js").Catalog} Catalog
 * @typedef {import("../elements/words.js").Words} Words
 * @typedef {import("./document.js").Doc} Doc
 * @typedef {import("./suggested.js").Suggested} Suggested
 * @typedef {import("./document.js").Held} Held
 */

const SUGGESTED = "forslag"; // the fold of what the guide suggests

/**
 * Draws them; what the reader has unfolded stays so.
 * @param {HTMLElement} root the tool's element @param {Doc} doc @param {Catalog} catalog
 * @param {Project} project that holds it @param {Words} t
 */
export function picks(root, doc, catalog, project, t) {
  const holder = find(root, "[data-pick]", HTMLElement);
  const open = findAll(holder, "details[open]", HTMLElement).map((one) => one.dataset.list);
  const numbers = numbersOf(catalog, project);
  const first = suggested(catalog, project, doc);
  holder.replaceChildren(
    ...suggestions(first, numbers, open.includes(SUGGESTED), t),
    ...lists(catalog, doc, new Set(open), numbers),
  );
}

/**
 * Requirements that are meant for the reader and not in the document, each with why.
 * @param {Suggested[]} suggested @param {Held[]} numbers @param {boolean} open @param {Words} t
 */
function suggestions(suggested, numbers, open, t) {
  if (!suggested.length) return [];
  const boxes = suggested.map(({ item, priority }) => {
    const box = node("input", { type: "checkbox", value: item.id, "data-take": "" });
    const why = [t(`priority.${priority}`), item.level ? t(`why.${item.level}`) : ""];
    const reason = node("small", {}, ` ${why.filter(Boolean).join(" · ")}`);
    const words = node("span", {}, `${saidBy(item, numbers)} (${item.code})`, reason);
    return node("li", {}, node("label", {}, box, words));
  });
  const title = t("suggested", { n: suggested.length });
  const about = { "data-list": SUGGESTED, open };
  return [node("details", about, node("summary", {}, title), node("ul", {}, ...boxes))];
}

/**
 * Every requirement of the guide, by list, ticked when it is in the document.
 * @param {Catalog} catalog @param {Doc} doc @param {Set<string | undefined>} open ids of the lists
 *   that the reader has unfolded
 * @param {Held[]} numbers
 */
function lists(catalog, doc, open, numbers) {
  const taken = new Set(doc.requirements.map(({ id }) => id));
  return catalog.lists.flatMap(({ id, code, title }) => {
    const items = catalog.items.filter((item) => item.list === id && item.requirement);
    if (!items.length) return [];
    const count = items.filter((item) => taken.has(item.id)).length;
    const boxes = items.map((item) => {
      const box = node("input", { type: "checkbox", value: item.id, "data-take": "" });
      box.checked = taken.has(item.id);
      const words = node("span", {}, `${saidBy(item, numbers)} (${item.code})`);
      return node("li", {}, node("label", {}, box, words));
    });
    return node(
      "details",
      { "data-list": id, open: open.has(id) },
      node("summary", {}, `${code} ${title} (${count}/${items.length})`),
      node("ul", {}, ...boxes),
    );
  });
}
