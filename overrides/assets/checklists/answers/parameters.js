// The numbers that requirements share: the reader's own, else those of her level. Pure.
//
// A number of hers stands among the answers about the firm, as «tall-<parameter>», and is merged
// like them. macros/catalog/parameters.py says the same of how a number is written.

import { order } from "./key.js";
import { said, told } from "./fit.js";

/**
 * @typedef {import("./state.js").Project} Project
 * @typedef {import("./fit.js").Levels} Levels
 * @typedef {{one?: string, many?: string, choices?: string}} Unit `choices`: what the number is
 *   the place in, from 1: «her|der»
 * @typedef {Unit & {id: string, title: string, values: string}} Parameter
 *   `values`: the number at each level, «8 4 4»
 * @typedef {{levels: Levels, parameters: Parameter[]}} Known what a page knows of them
 * @typedef {{id: string, title: string, value: string, shown: string, own: boolean}} Held
 */

const KEY = "tall-";
const USUAL = 2; // the level whose numbers stand on a page where nobody has said which is hers
const NAMED = /\{([a-z0-9-]+)\}/g; // in a text
export const NUMBER = /^(0|[1-9]\d{0,5})(\.\d{1,3})?$/;

/** Under which name a reader's number is kept among her answers. @param {string} id */
export const keyOf = (id) => `${KEY}${id}`;

/** The parameter whose number is kept under a name; «» when it is none. @param {string} key */
export const parameterOf = (key) => (key.startsWith(KEY) ? key.slice(KEY.length) : "");

/** What a reader has set herself; «» when she has not, or chose what is not there (any more).
 * @param {Project} project @param {string} id @param {string} [choices] */
export function ownOf(project, id, choices) {
  const text = said(project, keyOf(id));
  return NUMBER.test(text) && (!choices || chosen(text, choices)) ? text : "";
}

/** @param {string} place @param {string} [choices] */
const chosen = (place, choices) => choices?.split("|")[Number(place) - 1];

/** The number of the reader's level. @param {string} values «8 4 4» @param {Levels} levels
 * @param {Project} project */
export const usual = (values, levels, project) =>
  values.split(" ")[(told(levels, project) || USUAL) - 1] ?? "";

/** A number as it is written, in the page's language or another. @param {string} value
 * @param {string} [language] */
export const written = (value, language = order()) => value.split(".").join(sign(language));

/** What a language has before its decimals, the browser's own where none is named; not every
 * browser knows nynorsk. @param {string} [language] */
const sign = (language) =>
  (0.5).toLocaleString(language === "nn" ? "nb" : language).charAt(1);

/** The unit of so many. @param {string} value @param {{one?: string, many?: string}} unit */
export const unitOf = (value, { one = "", many = "" }) => (value === "1" ? one : many);

/** A number with its unit, as it stands in a text; a choice in its words.
 * @param {string} value @param {Unit} unit @param {string} [language] */
export const shown = (value, unit, language) =>
  chosen(value, unit.choices) ?? `${written(value, language)} ${unitOf(value, unit)}`;

/** Every number as it holds in a project. @param {Known} known @param {Project} project
 * @param {string} [language] @returns {Held[]} */
export const numbersOf = ({ levels, parameters }, project, language) =>
  parameters.map(({ id, title, values, ...unit }) => {
    const own = ownOf(project, id, unit.choices);
    const value = own || usual(values, levels, project);
    return { id, title, value, shown: shown(value, unit, language), own: Boolean(own) };
  });

/** The numbers that a text names. @param {string} form */
export const namesIn = (form) => [...form.matchAll(NAMED)].map(([, id]) => id);

/** A text with its numbers in; `text` where it names one that is not there.
 * @param {string} form @param {string} text what it said when it was kept
 * @param {Held[]} numbers */
export function filled(form, text, numbers) {
  const words = Object.fromEntries(numbers.map((one) => [one.id, one.shown]));
  if (!namesIn(form).every((id) => Object.hasOwn(words, id))) return text;
  return form.replace(NAMED, (all, id) => words[id]);
}
