// The worked example: an invented bakery with its profile, plan, document, answers, scores and
// decision, put into its own project; fetched when somebody asks for it.

import * as states from "../answers/state.js";
import { mark } from "./document.js";
import * as kept from "./kept.js";

const ID = states.EXAMPLE;

/**
 * @typedef {{id: string, number: string, text: string, priority: string, group: string}} Asked
 * @typedef {{supplier: string, answers: Record<string, import("./files.js").Reply>}} Answer
 * @typedef {{document: {name: string, frame: Record<string, string>, requirements: Asked[]},
 *   answers: Answer[], kept: Record<string, string>, profile: Record<string, string>,
 *   items: Record<string, Record<string, string>>}} Example `kept`: of its evaluation, by key
 */

/**
 * Puts the example into a project of its own, beside the one in use; gives its document's id.
 * @param {import("../answers/store.js").Store} store
 * @param {string} root the way to the site's root @param {string} name the project's
 */
export async function openExample(store, root, name) {
  const answer = await fetch(`${root}/assets/checklists/example.json`);
  /** @type {Example} */
  const example = await answer.json();
  const pairs = pairsOf(example);
  store.change((state, now, stamp) => {
    // Who has no project yet gets one: else the example would be the one in use.
    const mine = states.current(state)
      ? state
      : states.use(states.rename(state, now, "", stamp), now);
    const named = states.rename(mine, ID, name, stamp);
    const whole = states.keepAll(named, ID, "documents", pairs, stamp);
    const known = states.keepAll(whole, ID, "profile", Object.entries(example.profile), stamp);
    return Object.entries(example.items).reduce(
      (made, [item, values]) => states.answer(made, ID, item, values, stamp),
      known,
    );
  });
  return ID;
}

/** Takes the example away again. @param {import("../answers/store.js").Store} store */
export const closeExample = (store) =>
  store.change((state, _, stamp) => states.remove(state, ID, true, stamp));

/** What is kept of the example. @param {Example} example @returns {kept.Pair[]} */
function pairsOf({ document, answers, kept: more }) {
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
    ...Object.entries(more).map(
      ([rest, text]) => /** @type {kept.Pair} */ ([`${ID}-${rest}`, text]),
    ),
  ];
}
