// What a search can be narrowed to: a kind of thing, and a phase.

import { find, seek } from "../elements/find.js";
import { node, options } from "../elements/node.js";
import { NAMES } from "./asked.js";

/**
 * @typedef {import("../elements/words.js").Words} Texts
 * @typedef {import("./engine.js").Engine} Engine
 */

/** The place of the choices in the dialog. */
export const CHOICES = ".guide-search__only";
/**
 * What a reader chooses between, and what each choice takes in.
 * @type {Record<string, string[]>}
 */
const KINDS = {
  item: ["item"],
  list: ["list"],
  page: ["page", "section"],
  term: ["term"],
  file: ["file"],
};

/** The kinds of documents that a choice takes in; all of them when none is made.
 * @param {string} kind */
export const kindsOf = (kind) => KINDS[kind] ?? [];

/** What is chosen; «» for what is not. @param {HTMLElement} dialog */
export function chosen(dialog) {
  const kind = seek(dialog, "input[type=radio]:checked", HTMLInputElement);
  const phase = seek(dialog, "select", HTMLSelectElement);
  return { kind: kind?.value ?? "", phase: phase?.value ?? "" };
}

/**
 * Puts the choices into the dialog, made as the address says: once, when the index is there. True
 * when it did.
 * @param {HTMLElement} dialog @param {Engine} engine @param {Record<string, string>} asked
 * @param {Texts} t
 */
export function offer(dialog, engine, asked, t) {
  const holder = find(dialog, CHOICES, HTMLElement);
  if (holder.firstChild) return false;
  const there = new Map(engine.kinds);
  const kinds = Object.keys(KINDS).filter((name) => KINDS[name].some((kind) => there.get(kind)));
  const first = kinds.includes(asked[NAMES.kind]) ? asked[NAMES.kind] : "";
  const radios = ["", ...kinds].map((name) => radio(name, name === first, t));
  const legend = node("legend", { class: "checklist__sr" }, t("only"));
  holder.append(node("fieldset", { class: "guide-search__kinds" }, legend, ...radios));
  if (engine.phases.length) holder.append(phases(engine.phases, asked[NAMES.phase], t));
  return true;
}

/** @param {string} name @param {boolean} checked @param {Texts} t */
function radio(name, checked, t) {
  const about = { type: "radio", name: "guide-search-kind", value: name, checked };
  const words = node("span", {}, t(`kind_${name || "all"}`));
  return node("label", {}, node("input", about), words);
}

/** @param {[id: string, title: string][]} all @param {string} first @param {Texts} t */
function phases(all, first, t) {
  const rest = options([["", t("phase_all")], ...all]);
  const select = node("select", { "aria-label": t("phase") }, ...rest);
  select.value = all.some(([id]) => id === first) ? first : "";
  return select;
}
