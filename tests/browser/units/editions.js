// The editions of a document: what each changed, and what an answer to an earlier one lacks.

import { byKind, changesOf, editions, rowsOf, sent, since } from "../../../overrides/assets/checklists/documents/editions.js";
import { LIMITS } from "../../../overrides/assets/checklists/answers/fields.js";
import { mark, numbered } from "../../../overrides/assets/checklists/documents/document.js";
import { fixed } from "../../../overrides/assets/checklists/documents/whole.js";
import { read } from "../../../overrides/assets/checklists/documents/kept.js";
import { emptyProject, empty, keep } from "../../../overrides/assets/checklists/answers/state.js";
import { generator, pick } from "./random.js";

const STAMP = { when: "2026-11-26T08:00:00Z", writer: "a", by: "" };

/** A document that changes by chance and leaves the house now and then: seeds where what the
 * editions tell, put together, is not what became of the first. `deaf` plants a fault: a text that
 * was changed is not told. */
export function chained(most, deaf = false) {
  const faults = [];
  for (let seed = 1; seed <= most; seed += 1) {
    const random = generator(seed);
    let state = keep(empty(), "p", "documents", "d1-name", "Krav", STAMP);
    const put = (pairs) => {
      for (const [key, text] of pairs) state = keep(state, "p", "documents", key, text, STAMP);
    };
    const doc = () => read(state.projects.p, "d1", []);
    let first = null;
    for (let step = 0; step < 12; step += 1) {
      const { requirements } = doc();
      const own = pick(random, [...requirements.map(({ id }) => id), `k${step}`]);
      const before = requirements.find(({ id }) => id === own);
      const text = before && random() < 0.3 ? "" : `ord ${step}`;
      const made = { n: 0, priority: "must", group: "g", order: step, ...before, id: own, text };
      put([[`d1-r-${own}`, JSON.stringify(made)]]);
      if (random() < 0.5 || !doc().requirements.length) continue;
      put(fixed(doc()));
      put(sent(state.projects.p, doc(), "2026-11-26"));
      first ??= { rows: rows(doc()), mark: editions(state.projects.p, "d1")[0].mark };
    }
    const all = editions(state.projects.p, "d1");
    if (!first) continue;
    const told = since(all, first.mark).changes.filter(([kind]) => !deaf || kind !== "changed");
    const last = all.at(-1).rows.map((row) => row.slice(0, 3));
    if (JSON.stringify([...applied(first.rows, told)].sort()) !== JSON.stringify([...last].sort())) {
      faults.push(seed);
    }
    if (all.slice(0, -1).some((one) => one.rows.length)) faults.push([seed, "texts kept twice"]);
  }
  return faults.slice(0, 3);
}

const rows = ({ requirements }) => requirements.map(({ n, text, priority }) => [`K${n}`, text, priority]);

/** Rows after changes. */
function applied(before, changes) {
  const now = new Map(before.map((row) => [row[0], row]));
  for (const [kind, number, , after] of changes) {
    if (kind === "removed") now.delete(number);
    else now.set(number, [number, after, now.get(number)?.[2] ?? "must"]);
  }
  return now.values();
}

/** What is told of the first of three editions, and of one that nobody knows. */
export function told() {
  const one = [["K1", "a", "must"], ["K2", "b", "must"], ["K3", "c", "must"]];
  const two = [["K1", "A", "must"], ["K3", "c", "should"], ["K4", "d", "must"]];
  const three = [["K1", "A", "must"], ["K3", "c", "should"]];
  const all = [
    { n: 1, mark: "m1", day: "", changes: [], rows: [] },
    { n: 2, mark: "m2", day: "", changes: changesOf(one, two), rows: [] },
    { n: 3, mark: "m3", day: "", changes: changesOf(two, three), rows: three },
  ];
  return [byKind(since(all, "m1").changes), byKind(since(all, "m2").changes), since(all, "m9")];
}

/** What is kept of editions by another hand: nothing of it breaks the reading. */
export function hostile() {
  const entry = (made) => [[JSON.stringify(made), STAMP.when, "a:1", ""]];
  const documents = {
    "d1-name": [["Krav", STAMP.when, "a:1", ""]],
    "d1-u-1": entry({ mark: "ok", day: "i går", changes: [["added", 7], ["stolen", "K1"], 5], rows: 5 }),
    "d1-u-0": entry({ mark: "no" }),
    "d1-u-100": entry({ mark: "no" }),
    "d1-u-x": entry({ mark: "no" }),
    "d1-u-2": entry({ mark: "<b>" }),
    "d1-u-3": [["ikke json", STAMP.when, "a:1", ""]],
  };
  return editions({ ...emptyProject(), documents }, "d1");
}

/** What becomes of editions when requirements only change places, and when a text is changed far
 * into it: how many there are, what a reply to the first is told to lack, how much is kept. */
export function placed() {
  let state = keep(empty(), "p", "documents", "d1-name", "Krav", STAMP);
  const put = (pairs) => {
    for (const [key, text] of pairs) state = keep(state, "p", "documents", key, text, STAMP);
  };
  const long = "x".repeat(9000);
  const row = (id, n, order, text = `${long} ${id}`) =>
    [`d1-r-${id}`, JSON.stringify({ id, n, text, priority: "must", group: "g", order })];
  const now = () => read(state.projects.p, "d1", []);
  const leave = () => put(sent(state.projects.p, now(), "2026-11-26"));
  const seen = (answered) => {
    const all = editions(state.projects.p, "d1");
    const found = since(all, answered, rowsOf(numbered(now())));
    return [all.length, found && [found.n, byKind(found.changes).changed]];
  };
  put([row("a", 1, 0), row("b", 2, 1)]);
  leave();
  const first = mark(numbered(now()));
  put([row("a", 1, 5)]);
  const moved = mark(numbered(now()));
  leave();
  const steps = [first !== moved, seen(first), seen(moved)];
  put([row("b", 2, 1, `${long} B`)]); // the same as far as it is told
  leave();
  const size = Math.max(...Object.values(state.projects.p.documents).map((part) => part[0][0].length));
  return [...steps, seen(first), seen(moved), size < 10000];
}

/** The largest parts of two editions of 2,000 requirements as long as they may be, all of which are
 * changed in the second, beside their limit. */
export function largest() {
  const doc = (sign) => ({
    ...{ id: "d1", name: "D", frame: {}, numbers: [] },
    requirements: Array.from({ length: 2000 }, (_, n) => ({
      ...{ id: `k${n}`, n: n + 1, priority: "must", group: "g", order: n },
      text: `${sign}${"\u0001\\é".repeat(3333)}`,
    })),
  });
  const [[key, first]] = sent(emptyProject(), doc('"'), "2026-11-26");
  const kept = { ...emptyProject(), documents: { [key]: [[first, STAMP.when, "a:1", ""]] } };
  const second = sent(kept, doc("x"), "2026-11-27").at(-1)[1];
  return [first.length, second.length, LIMITS.document];
}

/** What editions tell when only what the customer says is changed: numbers of editions, their kinds
 * of changes, and what a reply to the requirements is told to lack. */
export function reframed() {
  let state = keep(empty(), "p", "documents", "d1-name", "Krav", STAMP);
  const put = (pairs) => {
    for (const [key, text] of pairs) state = keep(state, "p", "documents", key, text, STAMP);
  };
  const leave = () => put(sent(state.projects.p, read(state.projects.p, "d1", []), "2026-11-26"));
  const made = { id: "a", n: 1, text: "t", priority: "must", group: "g", order: 0 };
  put([["d1-r-a", JSON.stringify(made)], ["d1-f-deadline", "1. mai"], ["d1-f-who", "Vi"]]);
  leave();
  const first = mark(numbered(read(state.projects.p, "d1", [])));
  leave();
  put([["d1-f-deadline", "8. mai"], ["d1-f-who", ""]]);
  leave();
  const all = editions(state.projects.p, "d1");
  return [all.map(({ n, changes }) => [n, changes.map(([kind, name]) => [kind, name])]),
    since(all, first).changes, all.map(({ frame }) => Object.keys(frame ?? {}))];
}
