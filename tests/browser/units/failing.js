// A storage that fails, each kind a line: what the store says, what it shows, what is still there.

import { text } from "../../../overrides/assets/checklists/answers/written.js";
import { read } from "../../../overrides/assets/checklists/answers/accept.js";
import { KEY, Kept, opened } from "./storage.js";

const ASIDE = `${KEY}:unreadable`;
const FIRST = "a note that was there";

/** What is stored by somebody who has written one note. */
function written() {
  const storage = new Kept();
  opened(storage).answer("a", { note: FIRST });
  return storage[KEY];
}

const notes = (state) =>
  Object.values(state.projects).flatMap(({ items }) =>
    Object.values(items).flatMap(({ note = [] }) => note.map(([said]) => said)),
  );

/** One line: [done, status, what is shown, what is stored, what was put aside]. */
function line(storage, begun) {
  const store = begun ?? opened(storage);
  const done = store.answer("b", { note: "new" });
  const stored = storage[KEY] === undefined ? null : read(storage[KEY]).state;
  const kept = stored ? notes(stored).sort() : (storage[KEY] ?? "nothing").slice(0, 9);
  return [done, store.status, notes(store.state).sort(), kept, store.aside.map((one) => one.text)];
}

const cut = (most) => written().slice(0, most);

/** How a browser gives its storage, where it gives none. */
const refused = () => {
  throw new Error("blocked");
};
const gate = { get: refused };

const KINDS = {
  blocked() {
    const store = opened(() => gate.get());
    return [store.answer("b", { note: "new" }), store.status, notes(store.state)];
  },
  full: () => line(new Kept({ [KEY]: written() }, { fails: 1 })),
  fullAtSecond() {
    const storage = new Kept({ [KEY]: written() }, { fails: 2 });
    const store = opened(storage);
    store.answer("c", { note: "last" });
    return line(storage, store);
  },
  cleared() {
    const storage = new Kept({ [KEY]: written() });
    const store = opened(storage);
    storage.removeItem(KEY);
    return line(storage, store);
  },
  truncated: () => line(new Kept({ [KEY]: cut(60) })),
  truncatedAndFull: () => line(new Kept({ [KEY]: cut(60) }, { fails: 1 })),
  garbage: () => line(new Kept({ [KEY]: "\u0000{]" })),
  garbageTwice: () => line(new Kept({ [KEY]: "second", [ASIDE]: "first" })),
  garbageAgain: () => line(new Kept({ [KEY]: "first", [ASIDE]: "first" })),
  newer: () => line(new Kept({ [KEY]: written().replace('"version":2', '"version":9') })),
  newerAfterLoading() {
    const storage = new Kept({ [KEY]: written() });
    const store = opened(storage);
    storage[KEY] = written().replace('"version":2', '"version":9');
    return line(storage, store);
  },
  anotherSite: () => line(new Kept({ "checklists:other": written() })),
  onePartBad() {
    const made = JSON.parse(written());
    const [project] = Object.values(made.projects);
    project.items["Krav 1"] = { note: [["lost?", "2026-11-24T08:00:00Z", "w:1", "m"]] };
    const storage = new Kept({ [KEY]: JSON.stringify(made) });
    const found = line(storage);
    return [...found.slice(0, 4), found[4].map((one) => one.includes("lost?"))];
  },
};

/** Ways to be wrong that the lines must show: what stands in for a method of the storage. */
const PLANTS = {
  // A write that fails is taken for one that came through.
  deaf: { setItem() {} },
  // What was put aside first is written over by what comes next.
  oneAside: {
    setItem(key, said) {
      setItem.call(this, key.startsWith(ASIDE) ? ASIDE : key, said);
    },
  },
  // A newer format is read as if it were ours, and written over.
  younger: {
    getItem(key) {
      return getItem.call(this, key)?.replace('"version":9', '"version":2') ?? null;
    },
  },
  // What cannot be read is read as nothing.
  careless: {
    getItem(key) {
      const found = getItem.call(this, key);
      return found?.endsWith("}}") && !found.includes("lost?") ? found : null;
    },
  },
  // What another tab did is not looked at again.
  dreamer: {
    getItem(key) {
      this.how.dream ??= getItem.call(this, key);
      return this.how.dream;
    },
    removeItem() {},
  },
  // Sites of one address share their answers.
  shared: {
    getItem(key) {
      return getItem.call(this, key) ?? getItem.call(this, "checklists:other");
    },
  },
};
/** The same where the storage itself is refused: one that keeps nothing is taken for one. */
const GATES = { pretending: () => Object.assign(new Kept(), { setItem() {} }) };
const { setItem, getItem, removeItem } = Kept.prototype;

/** Every line by its kind; with a plant, as it would be then. @param {string} [plant] */
export function failing(plant = "") {
  Object.assign(Kept.prototype, PLANTS[plant]);
  gate.get = GATES[plant] ?? refused;
  try {
    return Object.fromEntries(Object.entries(KINDS).map(([name, make]) => [name, made(make)]));
  } finally {
    Object.assign(Kept.prototype, { setItem, getItem, removeItem });
    gate.get = refused;
  }
}

function made(make) {
  try {
    return make();
  } catch (error) {
    return [String(error)];
  }
}

export const plants = () => [...Object.keys(PLANTS), ...Object.keys(GATES)];

/** What earlier versions put aside is taken in; what still cannot be read stays: how many texts are
 * left, what is shown, what is still there. */
export function retried() {
  const made = JSON.parse(written());
  const [project] = Object.values(made.projects);
  project.documents = { "d1-r-Krav 1": [['{"id":"Krav 1"}', "2026-11-24T08:00:00Z", "w:1", "m"]] };
  project.seen.w = 1;
  project.items.a.hvem = [["x"]];
  const storage = new Kept({ [ASIDE]: JSON.stringify(made), [`${ASIDE}:2`]: "garbage" });
  const store = opened(storage);
  const left = store.retry();
  const again = opened(storage);
  const [id] = Object.keys(again.state.projects);
  return [
    left,
    notes(again.state),
    Object.keys(again.state.projects[id].documents),
    again.aside.map(({ text: kept }) => (kept.includes("hvem") ? "hvem" : kept)),
    again.aside.some(({ text: kept }) => kept.includes(FIRST)),
  ];
}

/** [fits, read back] of what a real firm has: 50 projects; 300 requirements and five suppliers with
 * replies of 2,000 letters; a note of every letter that takes three bytes. */
export function whatAFirmHas() {
  const storage = new Kept({}, { room: 5 * 1024 * 1024 });
  const store = opened(storage);
  const reply = { reply: "yes", text: "æ".repeat(2000), link: "", price: "1 200" };
  const answers = Object.fromEntries(
    Array.from({ length: 300 }, (_, n) => [`K${n + 1}`, reply]),
  );
  const stamp = (n) => ({ when: "2026-11-24T08:00:00Z", writer: `w${n}`, by: "m" });
  const put = (key, made) =>
    store.change((state, id) => {
      const fields = { [key]: [[JSON.stringify(made), stamp(1).when, "w1:1", "m"]] };
      const old = state.projects[id] ?? { seen: {}, name: [], gone: [], items: {}, profile: {} };
      const documents = { ...old.documents, ...fields };
      const seen = { ...old.seen, w1: 1 };
      return { ...state, projects: { ...state.projects, [id]: { ...old, seen, documents } } };
    });
  const done = ["s1", "s2", "s3", "s4", "s5"].map((s) =>
    put(`d1-s-${s}`, { supplier: s, answers, unread: [] }),
  );
  for (let n = 1; n < 50; n += 1) {
    done.push(
      store.change((state) => {
        const name = [[`P${n}`, stamp(1).when, "w1:1", "m"]];
        const made = { seen: { w1: 1 }, name, gone: [], items: {}, profile: {}, documents: {} };
        return { ...state, projects: { ...state.projects, [`q${n}`]: made } };
      }),
    );
  }
  const again = opened(storage);
  return [
    done.every(Boolean),
    store.status,
    again.aside.length,
    text(again.state) === text(store.state),
    Object.keys(again.state.projects).length,
  ];
}
