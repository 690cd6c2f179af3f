// What is fetched when it is used, with the words that only it says (macros/language/asked.py).

import { learn } from "./words.js";

/** @typedef {import("./words.js").Words} Words */

/**
 * Gives a module once `t` says its words too. @param {URL} place where an entry's words are
 */
export function worded(place) {
  /** @type {Promise<Record<string, string>> | undefined} */
  let asked;
  /** @template M @param {Words} t @param {Promise<M>} module */
  return async (t, module) => {
    asked ??= read(place);
    asked.catch(() => {
      asked = undefined; // No net just now.
    });
    const [made, words] = await Promise.all([module, asked]);
    learn(t, words);
    return made;
  };
}

/** @param {URL} place */
async function read(place) {
  const answer = await fetch(place);
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}
