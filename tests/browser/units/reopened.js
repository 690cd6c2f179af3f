// A document opened again from its file, over what was written in it since.

import * as states from "../../../overrides/assets/checklists/answers/state.js";
import { copied } from "../../../overrides/assets/checklists/documents/copied.js";
import * as counting from "../../../overrides/assets/checklists/documents/counted.js";
import { differences } from "../../../overrides/assets/checklists/documents/difference.js";
import { mark, numbered } from "../../../overrides/assets/checklists/documents/document.js";
import * as edits from "../../../overrides/assets/checklists/documents/edits.js";
import * as whole from "../../../overrides/assets/checklists/documents/whole.js";
import { fromFile, toFile } from "../../../overrides/assets/checklists/documents/files.js";
import * as moves from "../../../overrides/assets/checklists/documents/moves.js";
import * as kept from "../../../overrides/assets/checklists/documents/kept.js";
import { generator, pick } from "./random.js";

const STAMP = { when: "2026-11-24T08:00:00Z", writer: "w", by: "m" };
const put = (state, pairs) =>
  pairs.reduce((made, [key, text]) => states.keep(made, "p", "documents", key, text, STAMP), state);
const doc = (state) => kept.read(state.projects.p, "d1", []);
const row = (id, order) => ({ id, n: 0, text: `krav ${id}`, priority: "must", group: "g", order });

/** A document that has been sent, and its file. */
function sent() {
  const rows = ["a", "b", "c", "d"].map(row);
  const pairs = [kept.named("d1", "Krav"), kept.frame("d1", "who", "Oss"),
    ...rows.map((one) => kept.requirement("d1", one))];
  const state = put(states.empty(), pairs);
  const fixed = put(state, whole.fixed(doc(state)));
  return [fixed, fromFile(JSON.stringify(toFile(doc(fixed)))).document];
}

/** What is told of edits of each kind: nothing of none. */
export function told() {
  const [state, file] = sent();
  const none = differences(doc(state), file);
  let later = put(state, edits.edited(doc(state), "a", { text: "nye ord" }));
  later = put(later, edits.edited(doc(later), "c", { priority: "could" }));
  later = put(later, edits.out(doc(later), "b"));
  later = put(later, edits.added(doc(later), "eget", "Egne krav"));
  later = put(later, [kept.frame("d1", "who", ""), kept.frame("d1", "deadline", "1. mars")]);
  later = put(later, moves.moved(doc(later), "d", -1));
  const all = differences(doc(later), file);
  return [none, all.map(({ kind, what, before, after }) => [kind, what, before, after])];
}

/** What is told of other quantities than the file's, and what stands here when it is used; and when
 * a file says nothing of them. */
export function quantities() {
  const [state] = sent();
  const said = (...pairs) => put(state, pairs.map(([name, words]) =>
    counting.quantityPair("d1", name, words)));
  const here = (made) => counting.counted(doc(made), made.projects.p);
  const before = said(["years", "2,5"], ["hour", "40"], ["visit", "4"]);
  const text = JSON.stringify({ ...toFile(doc(before)), assumed: here(before).assumed });
  const { document } = fromFile(text);
  const later = said(["years", "3"], ["visit", "4"], ["exit", "30"]);
  const told = differences(here(later), document);
  const used = put(later, whole.asFile(document, here(later)));
  const [, silent] = sent();
  return [told.map(({ kind, what, before: was, after }) => [kind, what, was, after]),
    here(used).assumed, differences(here(later), silent).length,
    here(put(later, whole.asFile(silent, here(later)))).assumed.years,
    copied(doc(before), before.projects.p, "K").pairs.filter(([key]) => key.includes("-v-"))
      .map(([key, words]) => [key.slice(key.indexOf("-v-")), words])];
}

/** Files that say something else of quantities than numbers. */
export function strange() {
  const all = [null, 7, [], { years: "3" }, { amounts: { user: "x", other: 4, hour: 2 } }];
  const file = toFile(doc(sent()[0]));
  const read = (assumed) => fromFile(JSON.stringify({ ...file, assumed })).document.assumed;
  return all.map((assumed) => read(assumed) ?? null);
}

/** Seeds where the document is not as its file after it was used, or one number stands twice;
 * `left`: what the file does not have stays, as it did once. */
export function over(most, left = false) {
  const faults = [];
  for (let seed = 1; seed <= most && faults.length < 3; seed += 1) {
    const random = generator(seed);
    let [state, file] = sent();
    for (let n = 0; n < 6; n += 1) {
      const { requirements } = doc(state);
      const { id } = pick(random, requirements);
      const acts = [
        () => edits.edited(doc(state), id, { text: `ord ${n}` }),
        () => (requirements.length > 1 ? edits.out(doc(state), id) : []),
        () => edits.added(doc(state), `eget ${n}`, "g"),
        () => moves.moved(doc(state), id, 1),
        () => whole.fixed(doc(state)),
        () => [kept.frame("d1", "who", pick(random, ["", "Oss", "Andre"]))],
      ];
      state = put(state, pick(random, acts)());
    }
    const highest = doc(state).last;
    const pairs = whole.asFile(file, doc(state));
    const used = left
      ? pairs.filter(([key, text]) => !key.includes("-r-") || JSON.parse(text).text)
      : pairs;
    state = put(state, used);
    const now = doc(state);
    if (differences(now, file).length) faults.push([seed, "another"]);
    if (mark(numbered(now)) !== file.edition) faults.push([seed, "edition"]);
    if (now.last < highest) faults.push([seed, "a number forgotten"]);
  }
  return faults;
}
