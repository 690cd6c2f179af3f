// Random sequences of everything that stores answers, a reload after each: what was shown before is
// shown after, or the reader was told and nothing was changed.

import { FIELDS, LIMITS } from "../../../overrides/assets/checklists/answers/fields.js";
import { ACTS } from "./acts.js";
import { editions } from "../../../overrides/assets/checklists/documents/editions.js";
import { evaluation } from "../../../overrides/assets/checklists/documents/evaluation.js";
import * as kept from "../../../overrides/assets/checklists/documents/kept.js";
import { log } from "../../../overrides/assets/checklists/documents/question-log.js";
import * as supplied from "../../../overrides/assets/checklists/documents/supplied.js";
import { generator, pick, plain } from "./random.js";
import { KEY, Kept, opened } from "./storage.js";

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
  // A document with an answer.
  whole({
    p1: {
      ...named(1),
      documents: {
        "d1-name": [entry(1, "Felles")],
        "d1-r-a": [entry(1, '{"id":"a","n":1,"text":"t","priority":"must","group":"g","order":0}')],
        "d1-r-b": [entry(1, '{"id":"b","n":0,"text":"t","priority":"must","group":"g","order":1}')],
        "d1-s-s1": [entry(2, '{"supplier":"S","answers":{},"unread":[]}')],
        "d1-u-1": [entry(2, '{"mark":"m","day":"2026-11-25","changes":[],"rows":[["K1","t","must"]]}')],
        "d1-q-q1": [entry(2, '{"day":"2026-11-25","number":"K1","question":"?","answer":"","who":""}')],
        "d1-e-ole-k1": [entry(2, '{"s1":[4,""]}')],
      },
    },
  }),
];

const LIGHT = START.filter((text) => text.length < 1000);

/** All that pages show: the answers, the documents as they are read, what is put aside. */
const shown = (store) =>
  [
    plain(store.state),
    ...kept.list(store.project).map(([id]) =>
      JSON.stringify([
        kept.read(store.project, id, []),
        supplied.suppliers(store.project, id),
        supplied.weighed(store.project, id),
        ...[editions(store.project, id), log(store.project, id)],
        evaluation(store.project, kept.read(store.project, id, [])),
      ]),
    ),
    store.state.local.label,
    store.aside.length,
  ].join(" ");

/** One step and a reload; what is wrong with it, or nothing. */
function step(storage, store, name, random, reloaded) {
  const before = shown(store);
  const onDisk = JSON.stringify(storage);
  const done = ACTS[name](store, random, storage);
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

/** What is to be tried: a storage of ours, or the browser's own with so much room left in it. */
const STORAGES = {
  ours: (from, room) => new Kept(from, { room }),
  browser(from, room) {
    localStorage.clear();
    for (const [key, text] of Object.entries(from)) localStorage.setItem(key, text);
    if (room < Infinity) fill(room - JSON.stringify(from).length);
    return localStorage;
  },
};

/** The browser's storage filled but for so many letters. */
function fill(room) {
  localStorage.setItem("room", "x".repeat(Math.max(0, room)));
  let text = "x".repeat(1 << 22);
  for (let n = 0; text; n += 1) {
    try {
      localStorage.setItem(`full${n}`, text);
    } catch {
      text = text.slice(text.length / 2 + 1);
    }
  }
  localStorage.removeItem("room");
}

/** The same in this browser's own storage. */
export const inBrowser = (most, first) => sequences(most, opened, first, "browser");

/** The first faults of so many sequences, and how often each act was made and was refused. */
export function sequences(most, given = null, first = 1, kind = "ours") {
  const reloaded = given ?? opened;
  const real = crypto.getRandomValues;
  try {
    return tried(most, reloaded, first, kind);
  } finally {
    crypto.getRandomValues = real;
  }
}

function tried(most, reloaded, first, kind) {
  const faults = [];
  const refused = {};
  for (let seed = first; seed < first + most && faults.length < 3; seed += 1) {
    const random = generator(seed);
    // Ids too, so that a seed gives the same again.
    crypto.getRandomValues = (numbers) => numbers.map(() => Math.floor(random() * 256));
    const start = pick(random, random() < 0.1 ? START : LIGHT);
    const room = random() < 0.2 ? start.length * 2 + Math.floor(random() * 4000) : Infinity;
    const storage = STORAGES[kind](start ? { [KEY]: start } : {}, room);
    let store = opened(storage);
    for (let n = 0; n < STEPS; n += 1) {
      const name = pick(random, Object.keys(ACTS));
      let fault;
      try {
        fault = step(storage, store, name, random, reloaded);
      } catch (error) {
        fault = String(error?.stack ?? error);
      }
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
