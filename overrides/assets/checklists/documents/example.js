// The worked example: an invented bakery, with its document and three answers, in a project of its own.

import * as states from "../answers/state.js";
import { mark } from "./document.js";
import * as kept from "./kept.js";

const ID = "eksempel";

/** Puts the example into a project of its own and makes it the one in use; gives its document's id. */
export async function openExample(store, root, name) {
  const answer = await fetch(`${root}/assets/checklists/example.json`);
  const example = await answer.json();
  store.change((state, now, stamp) => {
    let made = states.rename(state, ID, name, stamp);
    const keep = ([key, text]) => {
      made = states.keep(made, ID, "documents", key, text, stamp);
    };
    keep(kept.named(ID, example.document.name));
    keep(kept.removed(ID, false));
    for (const [key, text] of Object.entries(example.document.frame)) keep(kept.frame(ID, key, text));
    example.document.requirements.forEach((one, order) => {
      keep(kept.requirement(ID, { id: one.id, n: Number(one.number.slice(1)), text: one.text, priority: one.priority, group: one.group, order }));
    });
    const edition = mark(example.document.requirements);
    example.answers.forEach((one, n) => keep(kept.supplier(ID, `s${n + 1}`, { ...one, document: ID, edition, unread: [] })));
    return states.use(made, ID);
  });
  return ID;
}
