// The worked example: an invented bakery, with its document and three answers, in its own project.

import * as states from "../answers/state.js";
import { mark } from "./document.js";
import * as kept from "./kept.js";

const ID = "eksempel";

/**
 * @typedef {import("../answers/state.js").State} State
 * @typedef {{id: string, number: string, text: string, priority: string, group: string}} Asked
 * @typedef {{supplier: string, answers: Record<string, import("./files.js").Reply>}} Answer
 * @typedef {{document: {name: string, frame: Record<string, string>, requirements: Asked[]},
 *   answers: Answer[]}} Example
 */

/**
 * Puts the example into a project of its own, beside the one in use; gives its document's id.
 * @param {import("../answers/store.js").Store} store
 * @param {string} root the way to the site's root @param {string} name the project's
 */
export async function openExample(store, root, name) {
  const answer = await fetch(`${root}/assets/checklists/example.json`);
  const pairs = pairsOf(await answer.json());
  store.change((state, now, stamp) => {
    // Who has no project yet gets one: else the example would be the one in use.
    const mine = states.current(state)
      ? state
      : states.use(states.rename(state, now, "", stamp), now);
    return pairs.reduce(
      (made, [key, text]) => states.keep(made, ID, "documents", key, text, stamp),
      states.rename(mine, ID, name, stamp),
    );
  });
  return ID;
}

/**
 * The project that holds a document: the example's own, else the one that is worked in.
 * @param {State} state @param {string} document @param {string} mine
 */
export const projectOf = (state, document, mine) =>
  document === ID && hasExample(state) ? ID : mine;

/** @param {State} state */
const hasExample = (state) => states.projects(state).some(([id]) => id === ID);

/**
 * [id, name] of the documents of a project, and of the example behind them.
 * @param {State} state @param {string} mine @returns {[id: string, name: string][]}
 */
export const documentsOf = (state, mine) => [
  ...kept.list(state.projects[mine] ?? states.emptyProject()),
  ...(mine !== ID && hasExample(state) ? kept.list(state.projects[ID]) : []),
];

/** What is kept of the example. @param {Example} example @returns {kept.Pair[]} */
function pairsOf({ document, answers }) {
  const edition = mark(document.requirements);
  return [
    kept.named(ID, document.name),
    kept.removed(ID, false),
    ...Object.entries(document.frame).map(([key, text]) => kept.frame(ID, key, text)),
    ...document.requirements.map(({ id, number, text, priority, group }, order) => {
      const n = Number(number.slice(1));
      return kept.requirement(ID, { id, n, text, priority, group, order });
    }),
    // Ours, so by no rule: the page where a document is made need not have those of answers.
    ...answers.map(
      /** @returns {kept.Pair} */
      (one, n) => [
        kept.key(ID, "s", `s${n + 1}`),
        JSON.stringify({ ...one, document: ID, edition, unread: [] }),
      ],
    ),
  ];
}
