// What the reader must settle: where two have answered differently, and answers without an item.

import { strays } from "../answers/answered.js";
import { keyOf, shown } from "../answers/parameters.js";
import { people } from "../answers/torn.js";
import { day, minute } from "../elements/day.js";
import { isolated } from "../elements/isolated.js";
import { button, node } from "../elements/node.js";
import { short } from "../elements/short.js";
import { addressOf } from "./left.js";
import { partTitle, partWords } from "./torn-part.js";

/**
 * @typedef {import("../answers/state.js").Project} Project
 * @typedef {import("../elements/catalog.js").Catalog} Catalog
 * @typedef {import("../answers/torn.js").Torn} Torn
 * @typedef {import("../elements/words.js").Words} Words
 */

const LONG = ["reason", "answer", "note"]; // what is written freely
const MOST_SHOWN = 60; // letters of such on a button

/**
 * A line for each contradiction: what it is about, each value with who and when, ways to choose.
 * @param {Torn[]} all @param {Project} project @param {Catalog} catalog @param {string} way
 * @param {Words} t
 */
export const tornLines = (all, project, catalog, way, t) =>
  all.map((torn) => {
    const { kind, key, field, entries } = torn;
    const values = entries.map(([raw, when, , by]) => {
      const value = valueWord(torn, raw, catalog, t);
      const who = { value, by: isolated(by || t("nobody")), when: minute(when) };
      const about = { "data-id": key, "data-kind": kind, "data-field": field, value: raw };
      const said = node("span", { dir: "auto" }, t("conflict", who));
      const long = LONG.includes(field) || kind === "documents";
      const named = long ? short(value, MOST_SHOWN) : value;
      return node("p", { class: "guide-plan__torn" }, said, " ", choose(about, named, t));
    });
    const title =
      kind === "documents" ? partTitle(project, key, t) : titleOf(torn, catalog, way, t);
    return node("li", {}, ...title, ...values);
  });

/** @param {Record<string, string>} about @param {string} value @param {Words} t */
const choose = (about, value, t) => button("choose", t("choose", { value }), about);

/** @typedef {Pick<Torn, "kind" | "key" | "field">} About */

/** What a field is of, and its name. @param {About} about @param {Catalog} catalog
 * @param {string} way @param {Words} t */
export function titleOf({ kind, key, field }, catalog, way, t) {
  if (kind === "profile") return [questionOf(key, catalog)?.question ?? numberOf(key, catalog)];
  if (kind === "name") return [node("strong", {}, t("part.project"))];
  const text = catalog.byId.get(key)?.text ?? key;
  const link = node("a", { href: addressOf(catalog, way, key) }, text);
  return [link, " ", node("strong", {}, t(`field.${field}`))];
}

/** @param {string} key @param {Catalog} catalog */
const questionOf = (key, catalog) => catalog.profile?.find(({ id }) => id === key);

/** What a number of the reader's is the number of. @param {string} key @param {Catalog} catalog */
const numberOf = (key, catalog) =>
  catalog.parameters?.find(({ id }) => keyOf(id) === key)?.title ?? key;

/** What a value is called. @param {About} about @param {string} value @param {Catalog} catalog
 * @param {Words} t */
export function valueWord({ kind, key, field }, value, catalog, t) {
  if (!value) return kind === "documents" ? t("part.empty") : t("empty");
  if (kind === "documents") return partWords(key, value, t);
  if (kind === "profile") {
    const number = catalog.parameters?.find(({ id }) => keyOf(id) === key);
    if (number) return shown(value, number);
    return questionOf(key, catalog)?.options.find(({ id }) => id === value)?.title ?? value;
  }
  if (field === "status") return t(`status.${value}`);
  if (field === "priority") return t(`priority.${value}`);
  return field === "due" ? day(value) : value;
}

/** A button for each who has a part in the contradictions; one for all the last when they are
 * called the same. @param {Torn[]} all @param {Words} t */
export function takeAllWays(all, t) {
  const names = people(all);
  if (all.length && names.length < 2) return [button("take_last", t("take_last"))];
  return names.map((by) =>
    button("take_all", t("take_all", { by: isolated(by || t("nobody")) }), { value: by }),
  );
}

/** @type {WeakMap<Catalog, Set<string>>} */
const names = new WeakMap();

/** Every id that an item has or took over. @param {Catalog} catalog */
function namesOf(catalog) {
  const known = names.get(catalog) ?? new Set(catalog.items.flatMap(({ id, was }) => [id, ...was]));
  names.set(catalog, known);
  return known;
}

/** @param {Project} project @param {Catalog} catalog @param {Words} t */
export function strayLines(project, catalog, t) {
  return strays(project, namesOf(catalog)).map(([id, kept]) => {
    const status = kept.status ? t(`status.${kept.status}`) : "";
    const answer = [status, kept.answer, kept.note].filter(Boolean).join(" · ");
    const text = t("stray", { text: kept.wording || id, answer });
    return node("li", {}, text, " ", button("forget", t("forget"), { "data-id": id }));
  });
}
