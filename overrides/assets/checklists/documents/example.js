// The worked example: an invented bakery, with its document and three answers, in its own project.

import * as states from "../answers/state.js";
import { mark } from "./document.js";
import * as kept from "./kept.js";

const ID = "eksempel";

/**
 * @typedef {{id: string, number: string, text: string, priority: string, group: string}} Asked
 * @typedef {{supplier: string, answers: Record<string, import("./files.js").Reply>}} Answer
 * @typedef {{document: {name: string, frame: Record<string, string>, requirements: Asked[]},
 *   answers: Answer[]}} Example
 */

/**
 * Puts the example into a project of its own and makes it the one in use; gives its document's id.
 * @param {import("../answers/store.js").Store} store
 * @param {string} root the way to the site's root @param {string} name the project's
 */
export async function openExample(store, root, name) {
  const answer = await fetch(`${root}/assets/checklists/example.json`);
  const pairs = pairsOf(await answer.json());
  store.change((state, now, stamp) => {
    const renamed = states.rename(state, ID, name, stamp);
    const filled = pairs.reduce(
      (made, [key, text]) => states.keep(made, ID, "documents", key, text, stamp),
      renamed,
    );
    return states.use(filled, ID);
  });
  return ID;
}

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
