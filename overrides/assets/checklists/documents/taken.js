// What is kept when a requirement of the guide is taken into a document. Pure.

import { answered } from "../answers/answered.js";
import { numbersOf } from "../answers/parameters.js";
import { fromItem } from "./document.js";
import { nextOrder } from "./edits.js";
import * as kept from "./kept.js";

/**
 * @typedef {import("../answers/state.js").Project} Project
 * @typedef {import("../elements/catalog.js").Catalog} Catalog
 * @typedef {import("./document.js").Doc} Doc
 * @typedef {import("./kept.js").Pair} Pair
 */

/**
 * A requirement of the guide taken in; nothing when the guide has it no more.
 * @param {Doc} doc @param {string} id @param {Catalog} catalog @param {Project} project
 * @returns {Pair[]}
 */
export function taken(doc, id, catalog, project) {
  const item = catalog.byId.get(id);
  if (!item) return [];
  const found = answered(project, id, item.was);
  const numbers = numbersOf(catalog, project);
  return [kept.requirement(doc.id, fromItem(catalog, item, found, nextOrder(doc), numbers))];
}
