// What the answers to the profile say: which items seem not to be for this reader. Pure.

import { answered } from "../answers/answered.js";
import { ruledOut, said } from "../answers/fit.js";

/**
 * @typedef {import("../answers/state.js").Project} Project
 * @typedef {import("../elements/catalog.js").Catalog} Catalog
 * @typedef {import("../elements/catalog.js").Item} Item
 * @typedef {import("../elements/words.js").Words} Words
 * @typedef {{item: Item, why: string}} Unlike
 */

/**
 * Items that an answer rules out and that are not marked so yet, each with the reason.
 * @param {Catalog} catalog @param {Project} project @param {Words} t
 * @returns {Unlike[]}
 */
export const unlike = (catalog, project, t) =>
  catalog.items.flatMap((item) => {
    const hit = ruledOut(item, project);
    if (!hit || answered(project, item.id, item.was).status === "irrelevant") return [];
    const asked = catalog.profile.find(({ id }) => id === hit);
    const option = asked?.options.find(({ id }) => id === said(project, hit));
    const words = { question: asked?.question ?? "", answer: option?.title ?? "" };
    return [{ item, why: t("because", words) }];
  });
