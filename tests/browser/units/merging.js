// A merge that is taken back: the project is as it was, what others wrote since is there, and the
// same file can be merged again.

import { backup, opened as openedFile } from "../../../overrides/assets/checklists/answers/backup.js";
import { answered } from "../../../overrides/assets/checklists/answers/answered.js";
import { conflicts } from "../../../overrides/assets/checklists/answers/torn.js";
import { also, cutOut, taken, takenBack } from "../../../overrides/assets/checklists/answers/cuts.js";
import { value } from "../../../overrides/assets/checklists/answers/register.js";
import * as states from "../../../overrides/assets/checklists/answers/state.js";
import { Store } from "../../../overrides/assets/checklists/answers/store.js";
import { joined } from "../../../overrides/assets/checklists/plan/opened.js";
import { reports } from "../../../overrides/assets/checklists/plan/report.js";
import { act, generator, pick, plain, stampOf } from "./random.js";
import { KEY, Kept, opened } from "./storage.js";

const file = (state) => openedFile(backup(state, "s")).state;

/** Two who have answered apart since one sent the other a copy; sometimes of another project. */
function pair(random) {
  let mine = states.empty();
  let hers = states.empty();
  for (let tick = 0; tick < 30; tick += 1) {
    if (tick === 10 && random() < 0.7 && mine.projects.p) hers = file(mine);
    if (random() < 0.5) mine = act(mine, 0, random, tick);
    else hers = act(hers, 1, random, tick);
  }
  if (random() < 0.3) {
    hers = states.rename(hers, "q", "Hennes", stampOf(1, 31));
    if (random() < 0.5) delete hers.projects.p;
  }
  return [mine, file(hers)];
}

/** Every contradiction settled by chance. */
const settled = (state, random, tick) =>
  conflicts(states.project(state)).reduce(
    (made, [item, field, entries]) =>
      states.answer(made, states.current(made), item, { [field]: pick(random, entries)[0] },
        stampOf(2, tick)),
    state,
  );

/** Seeds where what is taken back is not as it was, or cannot be merged again as the first time. */
export function undone(most, reduce = true) {
  const faults = [];
  for (let seed = 1; seed <= most; seed += 1) {
    const random = generator(seed);
    const [mine, hers] = pair(random);
    if (!states.current(mine) || !hers) continue;
    const both = joined(mine, hers, stampOf(3, 40));
    let made = taken(mine, both);
    const chosen = settled(both, random, 41);
    made = also(made, both, chosen);
    const back = cutOut(chosen, made, "c1").state;
    if (!reduce) for (const one of Object.values(back.projects)) one.seen = both.projects.p.seen;
    if (plain(back) !== plain(mine)) faults.push([seed, "another"]);
    if (plain(joined(back, hers, stampOf(3, 40))) !== plain(both)) faults.push([seed, "not again"]);
  }
  return faults.slice(0, 3);
}

/** Tabs of one browser: each hears of what another has written when it is told. */
class Tab {
  constructor(storage) {
    const { addEventListener } = window;
    window.addEventListener = (name, heard) => (this.heard = heard);
    this.store = new Store("s", () => storage);
    window.addEventListener = addEventListener;
    this.storage = storage;
  }

  hear(text = this.storage.getItem(KEY)) {
    this.heard({ key: KEY, newValue: text });
  }
}

const done = (store, id = "hers") => answered(store.project, id).status;
const note = (store, id) => answered(store.project, id).note;

/** A file of hers: an answer of her own, and another note where there is one here. */
function copyOf(store) {
  const hers = opened(new Kept({ [KEY]: backup(store.state, "s") }));
  hers.answer("hers", { status: "done" });
  hers.answer("both", { note: "hennes" });
  return file(hers.state);
}

/**
 * Merged in one tab, written in another, undone in the first: what both show and what is stored.
 * `late`: the other tab writes before it hears of the undoing; `mute`: the cut is not noted.
 */
export function beside(late, mute = false) {
  const storage = new Kept();
  const first = new Tab(storage);
  first.store.answer("both", { note: "først" });
  first.store.answer("mine", { status: "done" });
  const theirs = copyOf(first.store);
  const second = new Tab(storage);
  const before = first.store.state;
  first.store.take(theirs, joined);
  const made = taken(before, first.store.state);
  second.hear();
  second.store.answer("since", { note: "etterpå" });
  first.hear();
  const stale = second.store.state;
  first.store.renew();
  const back = mute ? takenBack : cutOut;
  first.store.change((state) => back(state, made, "c1").state, true);
  const text = storage.getItem(KEY);
  if (late) {
    // Written over what the first has stored, before either has heard of the other.
    const over = states.answer(stale, states.current(stale), "late", { note: "samtidig" },
      second.store.stamp());
    storage.setItem(KEY, backup(over, "s"));
    first.hear();
  }
  second.hear(text);
  first.hear();
  second.hear();
  const again = opened(new Kept({ ...storage }));
  const shown = [first.store, second.store, again].map((store) => [
    done(store), note(store, "both"), done(store, "mine"), note(store, "since"),
    ...(late ? [note(store, "late")] : []),
  ]);
  again.take(theirs, joined);
  return [shown, [done(again), note(again, "both")]];
}

/** What is read of noted cuts, good ones and others: a reason to refuse nothing. */
export function noted() {
  const good = { id: "c1", ranges: { p: { w: [[0, 3]] } } };
  const bad = [
    null, 3, {}, { id: "a b", ranges: {} }, { id: "c2", ranges: [] },
    { id: "c3", ranges: { p: { "w w": [[0, 1]], w: [[0, "x"], [-1, 2], [1], 7] }, "a b": {} } },
  ];
  const text = JSON.stringify({ version: 2, projects: {}, local: { cuts: [good, ...bad] } });
  const store = opened(new Kept({ [KEY]: text }));
  store.answer("a", { note: "x" });
  return [store.aside.length, store.state.local.cuts];
}

/** A project that came with a file and was written in since stays whole, and is told. */
export function stays() {
  let mine = states.rename(states.empty(), "p", "Mitt", stampOf(0, 1));
  const hers = states.rename(
    states.answer(states.empty(), "q", "a", { note: "x" }, stampOf(1, 1)), "q", "Hennes",
    stampOf(1, 2));
  const more = states.rename(hers, "r", "Enda et", stampOf(1, 3));
  const both = joined(mine, more, stampOf(0, 4));
  const made = taken(mine, both);
  mine = states.answer(both, "q", "b", { note: "min" }, stampOf(0, 5));
  const { state, kept } = takenBack(mine, made);
  return [kept, states.projects(state).map(([, one]) => value(one.name))];
}

/** What is told of a merge: new, changed, contradicting, parts of documents; by project. */
export function told() {
  const at = (n) => stampOf(n, 1);
  const start = ["a", "b", "c"].reduce(
    (state, id) => states.answer(state, "p", id, { note: "før" }, at(0)),
    states.empty(),
  );
  let mine = states.answer(start, "p", "b", { note: "min" }, at(0));
  let hers = states.answer(start, "p", "a", { note: "ny" }, at(1));
  hers = states.answer(hers, "p", "b", { note: "hennes", status: "done" }, at(1));
  hers = states.answer(hers, "p", "d", { status: "done", wording: "ord" }, at(1));
  hers = states.keep(hers, "p", "profile", "q", "ja", at(1));
  hers = states.keep(hers, "p", "documents", "d1-name", "Krav", at(1));
  mine = states.keep(mine, "p", "profile", "r", "nei", at(0));
  const rest = (state) =>
    reports(mine, joined(mine, state, at(3))).map(
      ({ id, fresh, changed, torn, documents, gone }) =>
        [id, fresh, changed, torn, documents, gone],
    );
  return [rest(hers), rest(states.remove(hers, "p", true, at(1))).at(0)?.at(-1), rest(mine)];
}
