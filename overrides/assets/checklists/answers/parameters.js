// The numbers that requirements share: the reader's own, else those of her level. Pure.
//
// A number of hers stands among the answers about the firm, as «tall-<parameter>», and is merged
// like them. macros/catalog/parameters.py says the same of how a number is written.

import { order } from "./key.js";
import { said, told } from "./fit.js";

/**
 * @typedef {import("./state.js").Project} Project
 * @typedef {import("./fit.js").Levels} Levels
 * @typedef {{id: string, title: string, one: string, many: string, values: string}} Parameter
 *   `values`: the number at each level, «8 4 4»
 * @typedef {{levels: Levels, parameters: Parameter[]}} Known what a page knows of them
 * @typedef {{id: string, title: string, value: string, shown: string, own: boolean}} Held
 * @typedef {{minutes?: string, least: string, most: string}} Bounds
 * @typedef {{first: string, then: string, text: string}} Rule `first` is never more than `then`
 */

const KEY = "tall-";
const USUAL = 2; // the level whose numbers stand on a page where nobody has said which is hers
const NAMED = /\{([a-z0-9-]+)\}/g; // in a text
const NUMBER = /^(0|[1-9]\d{0,5})(\.\d{1,3})?$/;

/** Under which name a reader's number is kept among her answers. @param {string} id */
export const keyOf = (id) => `${KEY}${id}`;

/** The parameter whose number is kept under a name; «» when it is none. @param {string} key */
export const parameterOf = (key) => (key.startsWith(KEY) ? key.slice(KEY.length) : "");

/** A number that a reader has written, as it is kept: «4,50» is «4.5»; «» when it is none.
 * @param {string} text */
export function numberIn(text) {
  const [, whole = "", part = ""] = /^0*(\d+)(?:[.,](\d*?)0*)?$/.exec(text.trim()) ?? [];
  const made = part ? `${whole}.${part}` : whole;
  return NUMBER.test(made) ? made : "";
}

/** What a reader has set herself; «» when she has not. @param {Project} project
 * @param {string} id */
export function ownOf(project, id) {
  const text = said(project, keyOf(id));
  return NUMBER.test(text) ? text : "";
}

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

/** A number with its unit, as it stands in a text. @param {string} value
 * @param {{one?: string, many?: string}} unit @param {string} [language] */
export const shown = (value, unit, language) =>
  `${written(value, language)} ${unitOf(value, unit)}`;

/** Every number as it holds in a project. @param {Known} known @param {Project} project
 * @param {string} [language] @returns {Held[]} */
export const numbersOf = ({ levels, parameters }, project, language) =>
  parameters.map(({ id, title, values, ...unit }) => {
    const own = ownOf(project, id);
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

/** True for a number within what makes sense. @param {string} value @param {Bounds} bounds */
export const within = (value, { least, most }) =>
  Number(value) >= Number(least) && Number(value) <= Number(most);

/** The rules that do not hold. @param {Rule[]} rules
 * @param {(id: string) => number | undefined} size a number in minutes, or in its own unit
 * @returns {Rule[]} */
export const broken = (rules, size) =>
  rules.filter(({ first, then }) => {
    const [small, large] = [size(first), size(then)];
    return small !== undefined && large !== undefined && small > large;
  });
