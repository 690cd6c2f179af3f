// A number where it stands on a page: the element says which, and what it is at each level.

import { ownOf, shown, usual } from "../answers/parameters.js";
import { levelsHere } from "./levels.js";

/**
 * @param {HTMLElement} place @param {import("../answers/state.js").Project} project
 * @returns {{value: string, usual: string, text: string, own: boolean}} `usual`: what it is where
 *   the reader has set none; `text`: with its unit
 */
export function numberHere({ dataset }, project) {
  const { parameter = "", values = "", one = "", many = "", choices } = dataset;
  const own = ownOf(project, parameter, choices);
  const level = usual(values, levelsHere(), project);
  const value = own || level;
  return { value, usual: level, text: shown(value, { one, many, choices }), own: Boolean(own) };
}
