// What merging a copy would change, a line each: what it is, what it says now, what it would say.

import { value } from "../answers/register.js";
import { isolated } from "../elements/isolated.js";
import { node } from "../elements/node.js";
import { short } from "../elements/short.js";
import { changes } from "./report.js";
import { partTitle } from "./torn-part.js";
import { titleOf, valueWord } from "./unsettled.js";

/**
 * @typedef {import("../answers/state.js").Project} Project
 * @typedef {import("../answers/state.js").State} State
 * @typedef {import("../elements/catalog.js").Catalog} Catalog
 * @typedef {import("../elements/words.js").Words} Words
 * @typedef {import("./report.js").Change} Change
 */

const MOST = 200; // lines of a project
const MOST_SHOWN = 200; // letters of a text

/**
 * For the projects that are here already: of one that is new, all is. Each has its name above it
 * where there are several.
 * @param {State} before @param {State} after @param {Catalog} catalog @param {string} way
 * @param {Words} t
 */
export function changeLines(before, after, catalog, way, t) {
  const all = Object.entries(after.projects)
    .filter(([id, project]) => before.projects[id] && before.projects[id] !== project)
    .map(([id, project]) => ({ project, found: changes(before.projects[id], project) }))
    .filter(({ found }) => found.length);
  return all.flatMap(({ project, found }) => {
    const name = isolated(value(project.name) || t("unnamed"));
    const lines = found.slice(0, MOST).map((one) => line(one, project, catalog, way, t));
    const rest = found.length - lines.length;
    if (rest > 0) lines.push(node("li", {}, t("change_more", { n: rest })));
    const title = all.length > 1 ? [node("p", {}, node("strong", { dir: "auto" }, name))] : [];
    return [...title, node("ul", {}, ...lines)];
  });
}

/** @param {Change} change @param {Project} project @param {Catalog} catalog @param {string} way
 * @param {Words} t */
function line(change, project, catalog, way, t) {
  const { kind, key, was, now } = change;
  const said = (/** @type {string} */ text) =>
    isolated(short(valueWord(change, text, catalog, t), MOST_SHOWN));
  const title =
    kind === "documents" ? partTitle(project, key, t) : titleOf(change, catalog, way, t);
  const words = told(was && said(was), now.map(said), !now[0] && kind !== "documents", t);
  return node("li", {}, ...title, " ", node("span", { dir: "auto" }, words));
}

/** @param {string} was @param {string[]} now several where they contradict each other
 * @param {boolean} emptied @param {Words} t */
function told(was, now, emptied, t) {
  if (now.length > 1) return t("change_torn", { values: now.join(" / ") });
  if (emptied) return t("change_empty", { was });
  return was ? t("change", { was, now: now[0] }) : t("change_new", { now: now[0] });
}
