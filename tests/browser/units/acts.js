// Everything that a reader can do that stores answers, with hostile values at every limit.

import { backup, opened as openedFile } from "../../../overrides/assets/checklists/answers/backup.js";
import { FIELDS, LIMITS } from "../../../overrides/assets/checklists/answers/fields.js";
import * as states from "../../../overrides/assets/checklists/answers/state.js";
import { sent } from "../../../overrides/assets/checklists/documents/editions.js";
import * as edits from "../../../overrides/assets/checklists/documents/edits.js";
import * as whole from "../../../overrides/assets/checklists/documents/whole.js";
import * as evaluated from "../../../overrides/assets/checklists/documents/evaluated.js";
import * as moves from "../../../overrides/assets/checklists/documents/moves.js";
import * as kept from "../../../overrides/assets/checklists/documents/kept.js";
import { asked } from "../../../overrides/assets/checklists/documents/question-log.js";
import * as supplied from "../../../overrides/assets/checklists/documents/supplied.js";
import { Keeper } from "../../../overrides/assets/checklists/elements/keep.js";
import { besides, merged } from "../../../overrides/assets/checklists/plan/opened.js";
import { pick } from "./random.js";
import { KEY, Kept, opened } from "./storage.js";

export const IDS = [
  ...["a", "b", "c-1", "EGEN-1", "egen-ø", "a b", "__proto__", 'a"]b', "x-name", "constructor"],
  ...["", "-", "Krav 1", "k".repeat(64), "k".repeat(65), "k".repeat(101), "toString"],
];
const long = (most) => [most - 1, most, most + 1].map((n) => "x".repeat(n));
const TEXTS = ["", "x", "y", "\u202e\u0000\ud800", '"\\', "</script>", "done", "2027-02-30", "must"];
const NAMES = [...Object.keys(FIELDS), "hvem", "__proto__"];
const DAYS = ["2027-02-28", "1999-12-31", "2000-01-01", "2099-12-31", "2100-01-01", "0027-01-01"];
const SUPPLIERS = ["s1", "s2", "s5", "s 6", "__proto__"];
const POSTS = ["setup", "index", "__proto__", "constructor", "P1"];
const PEOPLE = ["ole", "kari", "o-k", "__proto__"];
const NUMBERS = ["K1", "K2", "K9999", "K10000", "k1", "__proto__"];

const textFor = (random, most) => pick(random, random() < 0.7 ? TEXTS : long(most));

/** A file of somebody else's, of the same projects or of others. */
function file(random, mine) {
  const theirs = opened(new Kept({ [KEY]: random() < 0.5 ? backup(mine, "s") : ANOTHER }));
  theirs.answer("a", { note: "theirs" });
  for (let n = 0; n < 3; n += 1) {
    theirs.answer(pick(random, ["a", "b", "c-1"]), { note: pick(random, TEXTS) });
  }
  if (random() < 0.3) theirs.change((state, id, stamp) => states.remove(state, id, true, stamp));
  const found = openedFile(backup(theirs.state, "s"));
  if (!found.state) throw new Error(`own backup is not read: ${found.problem}`);
  return found.state;
}

const ANOTHER = JSON.stringify({
  version: 2,
  projects: {
    p1: {
      seen: { w: 2 },
      name: [["P1", "2026-11-24T08:00:00Z", "w:1", "m"]],
      items: { a: { note: [["først", "2026-11-24T08:00:00Z", "w:2", "m"]] } },
    },
  },
});

/** The pairs of a new document. */
function begun(random) {
  const group = pick(random, ["", "Sikkerhet", "x".repeat(1000)]);
  const made = { id: pick(random, ["a", "c-1", "egen-1"]), n: 0, priority: "must", group };
  const text = pick(random, ["Skal ha", ...long(10000)]);
  return edits.begun(pick(random, ["Felles", ...TEXTS, ...long(200)]), [
    { ...made, text, order: 0 },
  ]).pairs;
}

/** What a file may hold where a supplier's answer is read from. */
function supplier(random) {
  const reply = { reply: pick(random, ["yes", "no", ""]), text: textFor(random, 10000) };
  const numbers = [pick(random, NUMBERS), pick(random, NUMBERS)];
  return {
    supplier: textFor(random, 200),
    answers: Object.fromEntries(numbers.map((number) => [number, { ...reply, link: "", price: "" }])),
    form: { [pick(random, POSTS)]: { price: textFor(random, 200), sum: textFor(random, 200) } },
    unread: [[pick(random, NUMBERS), textFor(random, 60)]],
    doubts: [[pick(random, [...NUMBERS, "P2"]), "twice", textFor(random, 60), "price"]],
  };
}

/** The pairs that each button of the two pages of documents gives. */
const PAIRS = {
  added: (doc, random) => edits.added(doc, textFor(random, 10000), "Egne"),
  edited: (doc, random) => {
    const change = pick(random, [{ text: textFor(random, 10000) }, { priority: "could" }]);
    return edits.edited(doc, doc.requirements[0]?.id ?? "", change);
  },
  moved: (doc, random) => moves.moved(doc, doc.requirements[0]?.id ?? "", pick(random, [-1, 1])),
  fixed: (doc) => whole.fixed(doc),
  framed: (doc, random) => [kept.frame(doc.id, "who", textFor(random, 10000))],
  taken: (doc) => [kept.removed(doc.id, true)],
  back: (doc) => [kept.removed(doc.id, false)],
  supplier: (doc, random) => {
    const made = random() < 0.8 ? supplier(random) : null;
    return [supplied.supplier(doc.id, pick(random, SUPPLIERS), made)];
  },
  weighed: (doc, random) => [supplied.weights(doc.id, { must: pick(random, [0, 5, 100, NaN]) })],
  assessed: (doc, random) => [
    supplied.assessment(doc.id, pick(random, SUPPLIERS), pick(random, NUMBERS), {
      note: textFor(random, 1000),
    }),
  ],
  sent: (doc, random, project) => sent(project, doc, pick(random, DAYS)),
  asked: (doc, random) => [
    asked(doc.id, {
      ...{ id: pick(random, ["q1", "q2"]), day: pick(random, DAYS), number: pick(random, NUMBERS) },
      ...{ question: textFor(random, 4000), answer: textFor(random, 4000), who: textFor(random, 200) },
    }),
  ],
  judged: (doc, random) => {
    const scores = { s1: [pick(random, [0, 4, 5, -1, 1.5]), textFor(random, 1000)], "s 6": [1, ""] };
    const [who, number] = [pick(random, PEOPLE), pick(random, NUMBERS)];
    const locked = pick(random, ["", "2026-11-26T08:00:00Z", "i går"]);
    return [
      evaluated.evaluator(doc.id, who, { name: textFor(random, 120), locked, round: 1 }),
      evaluated.score(doc.id, who, number, scores),
      evaluated.agreement(doc.id, number, scores),
    ];
  },
  decided: (doc, random) =>
    [
      evaluated.setting(doc.id, pick(random, ["model", "quality", "round", "x"]), textFor(random, 9)),
      evaluated.amount(doc.id, pick(random, ["bruker", "user", "æøå"]), pick(random, ["5", "-1", "x"])),
      evaluated.lift(doc.id, "s1", "K1", textFor(random, 1000)),
      evaluated.priced(doc.id, "s1", pick(random, ["5", "", "1e9"]), textFor(random, 1000)),
      evaluated.decided(doc.id, pick(random, ["why", "day"]), textFor(random, 4000)),
    ].filter((pair) => pair !== null),
};

const deleted = (state) => Object.keys(state.projects).filter((id) => state.projects[id].gone.length);

/** What each act does; false when it says that it was not done. */
export const ACTS = {
  answer: (store, random) => {
    const name = pick(random, NAMES);
    const text = name === "due" ? pick(random, DAYS) : textFor(random, FIELDS[name] ?? 9);
    return store.answer(pick(random, IDS), { [name]: text });
  },
  forgotten: (store) =>
    store.answer("a", Object.fromEntries(Object.keys(FIELDS).map((name) => [name, ""]))),
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
  gone: (store) => store.change((state, now, stamp) => states.remove(state, now, true, stamp)),
  undone: (store, random) =>
    store.change((state, now, stamp) => {
      const id = pick(random, deleted(state));
      return id ? states.use(states.remove(state, id, false, stamp), id) : state;
    }),
  used: (store, random) => store.change((state) => states.use(state, pick(random, IDS))),
  kept: (store, random) =>
    store.change((state, now, stamp) => {
      const kind = pick(random, ["profile", "documents"]);
      const key = `${pick(random, ["", "d1-r-", "d1-f-"])}${pick(random, IDS)}`;
      return states.keep(state, now, kind, key, textFor(random, LIMITS.profile), stamp);
    }),
  document: (store, random) => {
    const [[id] = []] = kept.list(store.project);
    const change = pick(random, Object.values(PAIRS));
    const pairs = id ? change(kept.read(store.project, id, []), random, store.project) : begun(random);
    new Keeper(store).keep(pairs);
  },
  label: (store, random) =>
    store.change((state) => ({
      ...state,
      local: { ...state.local, label: textFor(random, LIMITS.by).slice(0, LIMITS.by) },
    })),
  backedUp: (store) => store.backedUp(),
  merged: (store, random) => merged(store, file(random, store.state)),
  beside: (store, random) => besides(store, file(random, store.state), () => "Åpnet"),
  taken: (store, random) => store.take(file(random, store.state)),
  anotherTab: (store, random, storage) => {
    opened(storage).answer(pick(random, ["a", "b"]), { note: textFor(random, FIELDS.note) });
    return store.answer("c-1", { note: pick(random, TEXTS) });
  },
  erased: (store, random) => (random() < 0.3 ? store.erase() : undefined),
  retried: (store) => store.retry(),
  dropped: (store) => store.dropAside(),
};
