// A document that begins as another one: what is asked, what is said in front of it, and how many
// of each the price form counts with. Pure but for new ids.

import { copiedQuantities } from "./counted.js";
import { begun } from "./edits.js";

/**
 * @param {import("./document.js").Doc} doc @param {import("../answers/state.js").Project} project
 *   that holds it
 * @param {string} name of the new one
 */
export function copied({ id: from, requirements, frame, last }, project, name) {
  const { id, pairs } = begun(name, requirements, { frame, last });
  return { id, pairs: [...pairs, ...copiedQuantities(project, from, id)] };
}
