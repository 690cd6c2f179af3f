// Which project holds the worked example, and what stands behind one's own documents.

import { EXAMPLE, emptyProject, projects } from "../answers/state.js";
import * as kept from "./kept.js";

/** @typedef {import("../answers/state.js").State} State */

/** @param {string} document */
export const isExample = (document) => document === EXAMPLE;

/**
 * The project that holds a document: the example's own, else the one that is worked in.
 * @param {State} state @param {string} document @param {string} mine
 */
export const projectOf = (state, document, mine) =>
  document === EXAMPLE && hasExample(state) ? EXAMPLE : mine;

/** @param {State} state */
const hasExample = (state) => projects(state).some(([id]) => id === EXAMPLE);

/**
 * [id, name] of the documents of a project, and of the example behind them.
 * @param {State} state @param {string} mine @returns {[id: string, name: string][]}
 */
export const documentsOf = (state, mine) => [
  ...kept.list(state.projects[mine] ?? emptyProject()),
  ...(mine !== EXAMPLE && hasExample(state) ? kept.list(state.projects[EXAMPLE]) : []),
];
