// The numbers of requirements: two that were given apart become two, none is ever given again.

import { read } from "../../../overrides/assets/checklists/answers/accept.js";
import { isDerived } from "../../../overrides/assets/checklists/answers/derived.js";
import { backup, opened as openedFile } from "../../../overrides/assets/checklists/answers/backup.js";
import { last } from "../../../overrides/assets/checklists/answers/numbers.js";
import { renumbered } from "../../../overrides/assets/checklists/answers/renumbered.js";
import * as states from "../../../overrides/assets/checklists/answers/state.js";
import { numbered } from "../../../overrides/assets/checklists/documents/document.js";
import * as edits from "../../../overrides/assets/checklists/documents/edits.js";
import * as whole from "../../../overrides/assets/checklists/documents/whole.js";
import * as kept from "../../../overrides/assets/checklists/documents/kept.js";
import { joined as together } from "../../../overrides/assets/checklists/folder/joined.js";
import { joined } from "../../../overrides/assets/checklists/plan/opened.js";
import { generator, pick, plain } from "./random.js";

const file = (state) => openedFile(backup(state, "s")).state;
const at = (n, tick) => ({
  when: new Date(Date.UTC(2026, 10, 24, 12, 0, tick)).toISOString(),
  writer: `w${n}`,
  by: `M${n}`,
});
const put = (state, pairs, stamp, id = "p") =>
  pairs.reduce((made, [key, text]) => states.keep(made, id, "documents", key, text, stamp), state);
const doc = (state, document = "d1", id = "p") => kept.read(state.projects[id], document, []);
const made = (id, order) => ({ id, n: 0, text: `krav ${id}`, priority: "must", group: "g", order });
const shown = (state) =>
  Object.fromEntries(numbered(doc(state)).map(({ id, number }) => [id, number]));

/** A document with three requirements, fixed. */
function start() {
  const rows = ["a", "b", "c"].map(made);
  const pairs = [kept.named("d1", "Felles"), ...rows.map((row) => kept.requirement("d1", row))];
  const state = put(states.empty(), pairs, at(0, 0));
  return put(state, whole.fixed(doc(state)), at(0, 0));
}

/** One more, by somebody; its number fixed or not yet. */
function added(state, id, n, tick, fix) {
  const { requirements } = doc(state);
  const order = Math.max(...requirements.map((one) => one.order)) + 1;
  const next = put(state, [kept.requirement("d1", made(id, order))], at(n, tick));
  return fix ? put(next, whole.fixed(doc(next)), at(n, tick)) : next;
}

/** Two who each add one: what is shown in each browser after both have merged, and what is told. */
export function apart(fix) {
  const common = start();
  const mine = added(common, "z", 0, 10, fix);
  const hers = added(file(common), "y", 1, 20, fix);
  const here = joined(mine, file(hers), at(0, 30));
  const there = joined(hers, file(mine), at(1, 31));
  const told = (before, theirs, after) =>
    renumbered(before.projects.p, theirs.projects.p, after.projects.p)
      .map(({ id, from, to }) => [id, from, to]);
  // Whatever is written in the earlier one later, both keep what they have.
  const [edited] = edits.edited(doc(here), "z", { text: "nye ord" });
  const later = put(here, [edited], at(0, 40));
  const again = joined(later, file(there), at(0, 50));
  return [
    [here, there, later, again].map((state) => [shown(state).z, shown(state).y]),
    [told(mine, hers, here), told(hers, mine, there)],
    doc(here).requirements.find(({ id }) => id === "y").was ?? 0,
  ];
}

const ACTS = {
  add: (state, n, random, tick) => added(state, `egen-${n}-${tick}`, n, tick, random() < 0.5),
  fix: (state, n, random, tick) => put(state, whole.fixed(doc(state)), at(n, tick)),
  out: (state, n, random, tick) => {
    const { requirements } = doc(state);
    if (requirements.length < 2) return state;
    const one = random() < 0.6 ? requirements.at(-1) : pick(random, requirements);
    const gone = put(state, edits.out(doc(state), one.id), at(n, tick));
    // Undone at once, taken in anew, or gone.
    const back = pick(random, [[one], [{ ...one, n: 0 }], []]);
    return put(gone, back.map((row) => kept.requirement("d1", row)), at(n, tick));
  },
  copied: (state, n, random, tick) => {
    const copy = states.copy(state, "p", "q", "Kopi", at(n, tick));
    return last(copy.projects.q, "d1") < last(state.projects.p, "d1") ? null : state;
  },
  copiedDocument: (state, n, random, tick) => {
    const { requirements, name, ...more } = doc(state);
    const { id, pairs } = edits.begun(name, requirements, more);
    const copy = doc(put(state, pairs, at(n, tick)), id);
    return copy.last < doc(state).last ? null : state;
  },
};

/** Seeds where a number was given again, or one stands twice; `forget`: nothing is kept of it. */
export function again(most, forget = false) {
  const faults = [];
  for (let seed = 1; seed <= most && faults.length < 3; seed += 1) {
    const random = generator(seed);
    const all = [start(), file(start())];
    const highest = [3, 3];
    for (let tick = 1; tick < 25; tick += 1) {
      const n = Math.floor(random() * 2);
      const before = shown(all[n]);
      const fixed = new Set(doc(all[n]).requirements.filter((row) => row.n).map(({ id }) => id));
      const merging = random() < 0.2;
      all[n] = merging
        ? joined(all[n], file(all[1 - n]), at(n, tick))
        : pick(random, Object.values(ACTS))(all[n], n, random, tick);
      if (!all[n]) return [[seed, tick, "a copy forgets"]];
      if (forget) delete all[n].projects.p.documents["d1-n"];
      const rows = doc(all[n]).requirements.filter((row) => row.n);
      if (new Set(rows.map((row) => row.n)).size !== rows.length) faults.push([seed, tick, "two"]);
      const fresh = rows.filter(({ id }) => !fixed.has(id) && !(id in before));
      if (!merging && fresh.some((row) => row.n <= highest[n])) faults.push([seed, tick, "again"]);
      highest[n] = Math.max(highest[n], ...rows.map((row) => row.n));
      if (last(all[n].projects.p, "d1") < highest[n]) faults.push([seed, tick, "forgotten"]);
    }
  }
  return faults;
}

/** Merged at once, by whoever has them, in whatever order; and once more, read back from a file. */
function alikeIn(all, join) {
  const orders = [[0, 1, 2], [1, 2, 0], [2, 1, 0], [2, 0, 1]];
  const [one, ...rest] = orders.map(([first, ...others]) =>
    join(all[first], others.map((n) => all[n].projects.p), first));
  return {
    same: rest.every((other) => plain(other) === plain(one)),
    rests: together(one, "p", []) === one && plain(together(one, "p", [one.projects.p])) === plain(one),
    readBack: plain(file(one)) === plain(one),
    anew: Object.keys(one.projects.p.seen).filter((writer) => isDerived(`${writer}:1`)).length,
  };
}

const JOINS = {
  right: (state, others) => together(state, "p", others),
  // Each gives numbers anew in a name of her own.
  own: (state, others, n) =>
    JSON.parse(JSON.stringify(together(state, "p", others)).replaceAll(/"0\w+(?=\w)/g, `$&${n}`)),
};

/** Seeds where three who work apart do not come to the same numbers, and in how many there were
 * some to give anew. */
export function alike(most, by = "right") {
  const faults = [];
  let anew = 0;
  for (let seed = 1; seed <= most; seed += 1) {
    const random = generator(seed);
    const all = [start(), file(start()), file(start())];
    for (let tick = 1; tick < 20; tick += 1) {
      const n = Math.floor(random() * 3);
      const act = pick(random, [ACTS.add, ACTS.fix, ACTS.out]);
      all[n] = random() < 0.1
        ? joined(all[n], file(pick(random, all)), at(n, tick))
        : act(all[n], n, random, tick);
    }
    const found = alikeIn(all, JOINS[by]);
    anew += found.anew > 0;
    for (const law of ["same", "rests", "readBack"]) if (!found[law]) faults.push([seed, law]);
  }
  return [faults.slice(0, 3), anew];
}

/** What two browsers of 2026.3 keep, each with numbers that it gave anew by itself, taken in by
 * both: their numbers before and after, and whether both hold the same. */
export function older(text) {
  const [here, there] = Object.values(JSON.parse(text)).map((one) => read(JSON.stringify(one)).state);
  const both = [together(here, "p", [there.projects.p]), together(there, "p", [here.projects.p])];
  return [[here, there, ...both].map(shown), plain(both[0]) === plain(both[1])];
}
