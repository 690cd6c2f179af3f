// What the answers about the firm say of a document that is begun: the questions that some of its
// requirements wait for, asked there, and those that an answer has ruled out since.

import { ruledOut, said } from "../answers/fit.js";
import { differs } from "../elements/differs.js";
import { drawnIn } from "../elements/drawn-in.js";
import { find } from "../elements/find.js";
import { Keeper } from "../elements/keep.js";
import { node, options } from "../elements/node.js";
import { numbered } from "./document.js";
import { isExample } from "./example.js";

/**
 * @typedef {import("../answers/state.js").Project} Project
 * @typedef {import("../elements/catalog.js").Catalog} Catalog
 * @typedef {import("../elements/tool.js").Tool} Tool
 * @typedef {import("./document.js").Doc} Doc
 * @typedef {{asked: [question: string, numbers: string[]][],
 *   out: [id: string, number: string][]}} Fit `asked`: questions without an answer, each with the
 *   requirements that one could rule out; `out`: requirements that an answer has ruled out
 */

/** @param {Doc} doc @param {Project} project @param {Catalog} catalog
 * @param {Set<string>} here questions that were answered here, and can be taken back here
 * @returns {Fit} */
export function fitOf(doc, project, catalog, here) {
  /** @type {Map<string, string[]>} */
  const asked = new Map(catalog.profile.map(({ id }) => [id, []]));
  /** @type {Fit["out"]} */
  const out = [];
  for (const { id, number } of numbered(doc)) {
    const item = catalog.byId.get(id);
    if (!item?.unless) continue;
    const isOut = ruledOut(item, project) !== "";
    if (isOut) out.push([id, number]);
    for (const question of Object.keys(item.unless)) {
      const isOpen = !isOut && !said(project, question);
      if (isOpen || here.has(question)) asked.get(question)?.push(number);
    }
  }
  const isAsked = (/** @type {[string, string[]]} */ [question, numbers]) =>
    numbers.length || here.has(question);
  return { asked: [...asked].filter(isAsked), out };
}

/** Stands as long as there is a document that it is so of. Gives what shows it as it is now.
 * @param {Tool} tool @param {import("./shown.js").Shown} shown @param {Catalog} catalog */
export function tellFit(tool, shown, catalog) {
  const { root, store, t } = tool;
  const keeper = new Keeper(store, () => shown.within);
  const place = node("div", { "data-fit": "" });
  tool.part("unsent").after(place);
  const isOther = differs();
  /** @type {Set<string>} */
  const here = new Set();
  let open = false;
  const show = () => {
    const { doc, id, project } = shown;
    const there = id && !isExample(id);
    const fit = there ? fitOf(doc, project, catalog, here) : { asked: [], out: [] };
    const answers = fit.asked.map(([question]) => said(project, question));
    if (!isOther([id, fit, answers])) return;
    const fold = place.querySelector("details");
    open = fold ? fold.open : open;
    drawnIn(root, place, () =>
      place.replaceChildren(
        ...outOf(fit, catalog, t),
        ...askedOf(fit, catalog, project, open, t),
      ),
    );
  };
  place.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLSelectElement)) return;
    const { question = "" } = target.dataset;
    here.add(question);
    keeper.keep([[question, target.value]], false, undefined, "profile");
  });
  place.addEventListener("click", ({ target }) => {
    if (!(target instanceof HTMLButtonElement)) return;
    find(root, `[data-id="${target.value}"] [data-act=out]`, HTMLButtonElement).click();
  });
  return show;
}

/** @param {Fit} fit @param {Catalog} catalog @param {import("../elements/words.js").Words} t */
function outOf({ out }, { byId }, t) {
  if (!out.length) return [];
  const ways = out.flatMap(([id, number]) => {
    const words = t("fit_out", { number, text: byId.get(id)?.text ?? "" });
    return [" ", node("button", { type: "button", value: id }, words)];
  });
  return [node("p", { class: "guide-plan__banner" }, t("fit_ruled"), ...ways)];
}

/** @param {Fit} fit @param {Catalog} catalog @param {Project} project @param {boolean} open
 * @param {import("../elements/words.js").Words} t */
function askedOf({ asked }, { profile }, project, open, t) {
  if (!asked.length) return [];
  const rows = asked.flatMap(([question, numbers]) => {
    const made = profile.find(({ id }) => id === question);
    if (!made) return [];
    const about = numbers.length ? ` (${numbers.join(", ")})` : "";
    const words = node("span", {}, `${made.question}${about}`);
    const all = made.options.map(({ id, title }) => /** @type {[string, string]} */ ([id, title]));
    const select = node("select", { "data-question": question });
    select.append(...options([["", t("fit_open")], ...all]));
    select.value = said(project, question);
    return [node("p", {}, node("label", {}, words, " ", select))];
  });
  const n = asked.filter(([question]) => !said(project, question)).length;
  const left = n > 1 ? t("fit_asks", { n }) : t("fit_ask");
  const title = n ? left : t("fit_asked");
  const fold = node("details", { class: "guide-plan__fold", open }, node("summary", {}, title));
  fold.append(node("p", {}, t("fit_text")), ...rows);
  return [fold];
}
