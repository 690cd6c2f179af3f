// A backup: the answers as a file, and which site they belong to. Pure.

import { excess, read } from "./accept.js";
import { text } from "./written.js";

/** @typedef {import("./state.js").State} State */

/**
 * A backup's text: the answers, and which site they belong to.
 * @param {State} state @param {string} site
 */
export const backup = (state, site) =>
  // Compact, as it is stored: what fits in the browser fits in the file.
  `{"site":${JSON.stringify(site)},${text(state).slice(1)}`;

/**
 * Reads a backup: a state, or the key of what is wrong with it.
 * @param {string} content @returns {{state?: State, problem?: string}}
 */
export function opened(content) {
  const { state, problem, aside } = read(content.replace(/^\ufeff/, ""));
  if (problem || !state) return { problem };
  if (aside.length) return { problem: aside[0].why };
  if (excess(state).length) return { problem: "large" };
  return Object.keys(state.projects).length ? { state } : { problem: "empty" };
}

/** The site that a backup says it is from; «» when it does not say. @param {string} content */
export function siteOf(content) {
  try {
    const { site } = JSON.parse(content);
    return typeof site === "string" ? site : "";
  } catch {
    return "";
  }
}
