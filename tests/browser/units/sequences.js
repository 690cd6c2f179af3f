// Random sequences of everything that stores answers, a reload after each: what was shown before is
// shown after, or the reader was told and nothing was changed.

import { opened as openedFile, backup } from "../../../overrides/assets/checklists/answers/backup.js";
import { FIELDS, LIMITS } from "../../../overrides/assets/checklists/answers/fields.js";
import * as states from "../../../overrides/assets/checklists/answers/state.js";
import { besides, merged } from "../../../overrides/assets/checklists/plan/opened.js";
import { generator, pick, plain } from "./random.js";
import { KEY, Kept, opened } from "./storage.js";

const IDS = [
  ...["a", "b", "c-1", "EGEN-1", "egen-ø", "a b", "__proto__", 'a"]b', "x-name", "constructor"],
  ...["", "-", "Krav 1", "k".repeat(64), "k".repeat(65), "k".repeat(101), "toString"],
];
const long = (most) => [most - 1, most, most + 1].map((n) => "x".repeat(n));
const TEXTS = ["", "x", "y", "\u202e\u0000\ud800", '"\\', "</script>", "done", "2027-02-30", "must"];
const NAMES = [...Object.keys(FIELDS), "hvem", "__proto__"];

const textFor = (random, most) => pick(random, random() < 0.7 ? TEXTS : long(most));

/** A file of somebody else's, of the same projects and of others. */
function file(random, mine) {
  const theirs = opened(new Kept({ [KEY]: random() < 0.5 ? backup(mine, "s") : START[1] }));
  for (let n = 0; n < 3; n += 1) {
    theirs.answer(pick(random, ["a", "b", "c-1"]), { note: pick(random, TEXTS) });
  }
  if (random() < 0.3) theirs.change((state, id, stamp) => states.remove(state, id, true, stamp));
  return openedFile(backup(theirs.state, "s")).state;
}

const ACTS = {
  answer: (store, random) => {
    const name = pick(random, NAMES);
    return store.answer(pick(random, IDS), { [name]: textFor(random, FIELDS[name] ?? 9) });
  },
  name: (store, random) =>
    store.change((state, now, stamp) =>
      states.rename(state, now, textFor(random, LIMITS.name), stamp), true),
  made: (store, random) =>
    store.change((state, now, stamp) => {
      const id = pick(random, [...IDS, "p1", "p2", "p3"]);
      return states.use(states.rename(state, id, textFor(random, LIMITS.name), stamp), id);
    }, true),
  copied: (store, random) =>
    store.change((state, now, stamp) =>
      states.copy(state, now, `p${Math.floor(random() * 1e6)}`, textFor(random, LIMITS.name), stamp),
      true),
  gone: (store, random) =>
    store.change((state, now, stamp) => states.remove(state, now, random() < 0.6, stamp)),
  used: (store, random) => store.change((state) => states.use(state, pick(random, IDS))),
  kept: (store, random) =>
    store.change((state, now, stamp) => {
      const kind = pick(random, ["profile", "documents"]);
      const key = `${pick(random, ["", "d1-r-", "d1-f-"])}${pick(random, IDS)}`;
      return states.keep(state, now, kind, key, textFor(random, LIMITS.profile), stamp);
    }),
  label: (store, random) =>
    store.change((state) => ({
      ...state,
      local: { ...state.local, label: textFor(random, LIMITS.by).slice(0, LIMITS.by) },
    })),
  merged: (store, random) => merged(store, file(random, store.state)),
  beside: (store, random) => besides(store, file(random, store.state), () => "Åpnet"),
  taken: (store, random) => store.take(file(random, store.state)),
  retried: (store) => store.retry(),
};

const STEPS = 5;
const at = "2026-11-24T08:00:00Z";
const entry = (n, text) => [text, at, `w:${n}`, "m"];
const named = (n) => ({ seen: { w: 2 }, name: [entry(1, `P${n}`)], gone: [], items: {} });
const many = (n, gone) =>
  Object.fromEntries(
    Array.from({ length: n }, (_, i) => [
      `p${i}`,
      { ...named(i), gone: i < gone ? [entry(2, "yes")] : [] },
    ]),
  );
const torn = Array.from({ length: LIMITS.entries - 1 }, (_, n) => entry(n + 1, `${n}`));
const whole = (projects) => JSON.stringify({ version: 2, projects });
const START = [
  "",
  whole({ p1: { ...named(1), items: { a: { note: [entry(2, "først")] } } } }),
  whole(many(LIMITS.live - 1, 0)),
  whole(many(LIMITS.live + 40, 60)),
  whole({ p1: { seen: { w: 999 }, name: [], gone: [], items: { a: { note: torn } } } }),
  // What earlier versions let in.
  whole({ p1: { ...named(1), documents: { "d1-r-Krav 1": [entry(2, '{"text":"t"}')] } } }),
  whole({ p1: named(1), "a b": named(2), p3: [] }),
  whole({ p1: { ...named(1), items: { a: { note: [entry(2, "x"), ["y"]], hvem: [] } } } }),
  whole({ p1: { ...named(1), seen: { w: 999999999999999 } } }),
];

const LIGHT = START.filter((text) => text.length < 1000);

const shown = (store) => `${plain(store.state)} ${store.state.local.label} ${store.aside.length}`;

/** One step and a reload; what is wrong with it, or nothing. */
function step(storage, store, name, random, reloaded) {
  const before = shown(store);
  const onDisk = JSON.stringify(storage);
  const done = ACTS[name](store, random);
  const now = shown(store);
  const told = store.refused !== "" || store.status === "full";
  if (done === false && !told) return "not done, not told";
  if (store.refused && (now !== before || JSON.stringify(storage) !== onDisk)) {
    return `refused (${store.refused}) and changed`;
  }
  const again = reloaded(storage);
  if (again.aside.length > store.aside.length) return "stored what cannot be read";
  if (store.status !== "full" && shown(again) !== now) return "another after the reload";
  return "";
}

/** The first faults of so many sequences, and how often each act was made and was refused. */
export function sequences(most, reloaded = opened, first = 1) {
  const faults = [];
  const refused = {};
  for (let seed = first; seed < first + most && faults.length < 3; seed += 1) {
    const random = generator(seed);
    const start = pick(random, random() < 0.1 ? START : LIGHT);
    const room = random() < 0.2 ? start.length * 2 + Math.floor(random() * 4000) : Infinity;
    const storage = new Kept(start ? { [KEY]: start } : {}, { room });
    let store = opened(storage);
    for (let n = 0; n < STEPS; n += 1) {
      const name = pick(random, Object.keys(ACTS));
      const fault = step(storage, store, name, random, reloaded);
      if (fault) faults.push([seed, n, name, fault]);
      if (store.refused) refused[store.refused] = (refused[store.refused] ?? 0) + 1;
      if (store.status !== "full" || random() < 0.5) store = opened(storage);
    }
  }
  return { faults, refused };
}

/** The same, with a limit that only reading has: what is found. */
export function planted(field) {
  const most = FIELDS[field];
  const reloaded = (storage) => {
    FIELDS[field] = 0;
    try {
      return opened(storage);
    } finally {
      FIELDS[field] = most;
    }
  };
  return sequences(400, reloaded).faults.length;
}
