// Requirements and topics that change places: whatever is done, all are there and topics hold together.

import { empty, keep } from "../../../overrides/assets/checklists/answers/state.js";
import { grouped } from "../../../overrides/assets/checklists/documents/document.js";
import * as kept from "../../../overrides/assets/checklists/documents/kept.js";
import * as moves from "../../../overrides/assets/checklists/documents/moves.js";
import { generator, pick } from "./random.js";

const STAMP = { when: "2026-11-26T08:00:00Z", writer: "a", by: "" };
const put = (state, pairs) =>
  pairs.reduce((made, [key, text]) => keep(made, "p", "documents", key, text, STAMP), state);
const docOf = (state) => kept.read(state.projects.p, "d1", []);

/** Requirements named with their topic: «a/Drift». @param {string[]} names */
function of(names) {
  const pairs = names.map((name, order) => {
    const [id, group] = name.split("/");
    return kept.requirement("d1", { id, n: 0, text: id, priority: "must", group, order });
  });
  return put(empty(), [kept.named("d1", "D"), ...pairs]);
}
const read = (state) => moves.arranged(docOf(state)).map(({ id, group }) => `${id}/${group}`);

/** What stands after one change. @param {string[]} names @param {string} what @param {any[]} how */
export const after = (names, what, ...how) => {
  const state = of(names);
  const pairs = moves[what](docOf(state), ...how);
  return [read(put(state, pairs)), pairs.length];
};

/** Seeds where something was lost, or a topic fell apart; `raw` swaps places and no topics, as it
 * once was. */
export function kept_(most, raw = false) {
  const faults = [];
  for (let seed = 1; seed <= most && faults.length < 3; seed += 1) {
    const random = generator(seed);
    const topics = ["x", "y", "z"];
    let state = of(Array.from({ length: 8 }, (_, n) => `r${n}/${pick(random, topics)}`));
    for (let n = 0; n < 12; n += 1) {
      const doc = docOf(state);
      const before = read(state);
      const { id, group } = pick(random, doc.requirements);
      const by = pick(random, [-1, 1]);
      const what = pick(random, ["moved", "moved", "regrouped", "topicMoved", "topicNamed"]);
      const how = { moved: [id, by], regrouped: [id, pick(random, [...topics, "ny"])],
        topicMoved: [group, by], topicNamed: [group, pick(random, [...topics, "ny", ""])] }[what];
      if (raw && what === "moved") state = put(state, swapped(doc, id, by));
      else state = put(state, moves[what](doc, ...how));
      const now = docOf(state);
      const ids = now.requirements.map((one) => one.id).sort().join();
      if (ids !== doc.requirements.map((one) => one.id).sort().join()) faults.push([seed, "lost"]);
      if (what !== "moved") continue;
      // A step is a step: it moves by one place, or into the topic beside it.
      const [was, is] = [before, read(state)].map((all) => all.findIndex((one) => one.startsWith(`${id}/`)));
      const other = now.requirements.find((one) => one.id === id)?.group !== group;
      const last = by < 0 ? was === 0 : was === before.length - 1;
      if (!last && !other && is !== was + by) faults.push([seed, "no step"]);
      if (grouped(now.requirements).flatMap(([, some]) => some).length !== 8) faults.push([seed, "apart"]);
    }
  }
  return faults;
}

/** As it once was. */
function swapped(doc, id, by) {
  const order = doc.requirements.map((made) => made.id);
  const at = order.indexOf(id);
  if (!doc.requirements[at + by]) return [];
  [order[at], order[at + by]] = [order[at + by], order[at]];
  return doc.requirements.map((made) => kept.requirement("d1", { ...made, order: order.indexOf(made.id) }));
}
