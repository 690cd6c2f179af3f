// Merge's laws over whole lives of answers: three browsers whose clocks differ by years, which
// answer, rename, copy, delete, undo, erase, open each other's files beside or into another project.

import { knows, latest, map, sorted } from "../../../overrides/assets/checklists/answers/register.js";
import { read } from "../../../overrides/assets/checklists/answers/accept.js";
import { merge } from "../../../overrides/assets/checklists/answers/merge.js";
import * as states from "../../../overrides/assets/checklists/answers/state.js";
import { text } from "../../../overrides/assets/checklists/answers/written.js";
import { joined } from "../../../overrides/assets/checklists/plan/opened.js";
import { ITEMS, NAMES, VALUES, generator, pick, plain } from "./random.js";

const BROWSERS = 3;
const STEPS = 30;
const YEARS = [0, 5, -5];
const TITLES = ["Lønn", "Lønn", "Nytt"];

/** A browser without a page: its answers, its clock and its writer's name. */
class Browser {
  state = states.empty();
  #n;
  #random;
  #tick = 0;
  #lives = 0;

  constructor(n, random) {
    this.#n = n;
    this.#random = random;
  }

  get stamp() {
    this.#tick += 1;
    const when = new Date(Date.UTC(2026 + YEARS[this.#n], 10, 24, 12, 0, this.#tick)).toISOString();
    return { when, writer: `w${this.#n}l${this.#lives}`, by: `M${this.#n}` };
  }

  newId() {
    return `p${this.#n}${this.#lives}${Math.floor(this.#random() * 1e6)}`;
  }

  change(change) {
    const id = states.current(this.state) || this.newId();
    const next = change(this.state, id, this.stamp);
    const first = next.projects[id] && !next.local.current;
    this.state = first ? states.use(next, id) : next;
    return true;
  }

  /** As the store does: another writer from here on. */
  take(theirs, join = merge) {
    this.#lives += 1;
    return this.change((state, now, stamp) => join(state, theirs, stamp));
  }

  erase() {
    this.#lives += 1;
    this.state = states.empty();
  }
}

/** What one browser does; `other` is whose file it opens. */
const ACTS = {
  answer: (one, random) => {
    const name = pick(random, NAMES);
    const [item, said] = [pick(random, ITEMS), pick(random, VALUES[name])];
    one.change((state, id, stamp) => states.answer(state, id, item, { [name]: said }, stamp));
  },
  kept: (one, random) => {
    const [kind, said] = [pick(random, ["profile", "documents"]), pick(random, ["", "x", "y"])];
    one.change((state, id, stamp) => states.keep(state, id, kind, "d1-f-who", said, stamp));
  },
  named: (one, random) =>
    one.change((state, id, stamp) => states.rename(state, id, pick(random, TITLES), stamp)),
  made: (one, random) => {
    const id = one.newId();
    one.change((state, now, stamp) =>
      states.use(states.rename(state, id, pick(random, TITLES), stamp), id));
  },
  copied: (one, random) => {
    const id = one.newId();
    one.change((state, now, stamp) =>
      states.use(states.copy(state, now, id, pick(random, TITLES), stamp), id));
  },
  used: (one, random) =>
    one.change((state) => states.use(state, pick(random, Object.keys(state.projects)) ?? "")),
  gone: (one) => one.change((state, id, stamp) => states.remove(state, id, true, stamp)),
  undone: (one, random) =>
    one.change((state, now, stamp) => {
      const id = pick(random, Object.keys(state.projects));
      return id ? states.remove(state, id, false, stamp) : state;
    }),
  erased: (one, random) => (random() < 0.3 ? one.erase() : undefined),
  merged: (one, random, other) => one.take(read(text(other.state)).state),
  into: (one, random, other) => {
    const [id, project] = pick(random, states.projects(other.state)) ?? [];
    if (id) one.take({ ...other.state, projects: { [id]: project } }, joined);
  },
  beside: (one, random, other) => {
    // As `besides`, with ids that a seed gives again.
    const called = (from) => ({ from, rest: one.newId(), name: pick(random, TITLES) });
    for (const [from, project] of states.projects(other.state).slice(0, 2)) {
      one.change((state, now, stamp) => states.beside(state, project, called(from), stamp));
    }
  },
};
// Answers and merges are what a life is full of.
const OFTEN = ["answer", "answer", "answer", "answer", "kept", "merged", "merged"];
const MERGES = new Set(["merged", "into", "beside", "erased"]);
const NAMED = new Set(["name", "gone"]);

/** [project, path, entries] of each field. */
const fieldsOf = (state) =>
  Object.entries(state.projects).flatMap(([id, { name, gone, items, profile, documents }]) => [
    [id, "name", name],
    [id, "gone", gone],
    ...Object.entries({ profile, documents, ...items }).flatMap(([part, fields]) =>
      Object.entries(fields).map(([key, entries]) => [id, `${part}.${key}`, entries])),
  ]);

/** Dots that somebody has written another value over: nobody misses them. */
class Replaced {
  #dots = new Set();

  write(before, after) {
    const standing = new Set(fieldsOf(after).flatMap((one) => this.#all(one)));
    for (const field of fieldsOf(before)) {
      for (const dot of this.#all(field)) if (!standing.has(dot)) this.#dots.add(this.#bare(dot));
    }
  }

  /** A copy that is sent back has seen what others called the project: here its name stays. */
  overrule(all, after) {
    const standing = new Set(fieldsOf(after).flatMap((one) => this.#all(one)));
    for (const field of all.flatMap(fieldsOf).filter(([, path]) => NAMED.has(path))) {
      const seen = after.projects[field[0]]?.seen ?? {};
      for (const [n, dot] of this.#all(field).entries()) {
        if (!standing.has(dot) && knows(seen, field[2][n][2])) this.#dots.add(this.#bare(dot));
      }
    }
  }

  /** What stands in one of the two, was never written over, and is missing in both as one. */
  lost(parts, whole) {
    const standing = new Set(fieldsOf(whole).flatMap((one) => this.#all(one)));
    return parts
      .flatMap((part) => fieldsOf(part).flatMap((one) => this.#all(one)))
      .filter((dot) => !standing.has(dot) && !this.#dots.has(this.#bare(dot)));
  }

  #all([id, path, entries]) {
    return entries.map((entry) => `${id} ${path} ${entry[2]}`);
  }

  // A copy that was opened beside and sent back has what was written in it under another id.
  #bare(dot) {
    return dot.slice(dot.indexOf(" "));
  }
}

/** Merges that break one law each, beside the right one. */
const MERGERS = {
  right: merge,
  // Mine comes first, whoever's it is.
  mine: (a, b) => ({ ...merge(a, b), projects: map({ ...b.projects, ...a.projects }) }),
  // Of three that tell different things the last two by the clock stay.
  two: (a, b) =>
    fieldwise(merge(a, b), (all) =>
      all.length > 2 ? sorted(all.toSorted((x, y) => (x[1] < y[1] ? 1 : -1)).slice(0, 2)) : all),
  // What both have is there twice.
  doubled: (a, b) =>
    fieldwise(merge(a, b), (all, id, path) => {
      const had = [a, b].filter((one) => fieldsOf(one).some(([i, p]) => i === id && p === path));
      return had.length > 1 ? [...all, ...all] : all;
    }),
  // The last one by the clock wins: somebody's words are gone.
  clock: (a, b) => fieldwise(merge(a, b), (all) => (all.length ? [latest(all)] : all)),
};

function fieldwise(state, change) {
  const projects = map();
  for (const [id, one] of Object.entries(state.projects)) {
    const fields = (part, all) =>
      map(Object.fromEntries(Object.entries(all).map(([key, entries]) =>
        [key, change(entries, id, `${part}.${key}`)])));
    const items = Object.entries(one.items).map(([item, all]) => [item, fields(item, all)]);
    projects[id] = {
      ...one,
      name: change(one.name, id, "name"),
      gone: change(one.gone, id, "gone"),
      items: map(Object.fromEntries(items)),
      profile: fields("profile", one.profile),
      documents: fields("documents", one.documents),
    };
  }
  return { ...state, projects };
}

function broken(join, [a, b, c], replaced) {
  const whole = join(join(a, b), c);
  const laws = {
    commutative: plain(join(a, b)) === plain(join(b, a)),
    associative: plain(whole) === plain(join(a, join(b, c))),
    idempotent: plain(join(a, a)) === plain(a) && plain(join(join(a, b), b)) === plain(join(a, b)),
    kept: !replaced.lost([a, b, c], whole).length,
    readBack: plain(read(text(whole)).state ?? a) === plain(whole),
  };
  return Object.keys(laws).filter((law) => !laws[law]);
}

/** Three browsers after a life of their own. */
export function three(seed) {
  const random = generator(seed);
  const all = Array.from({ length: BROWSERS }, (_, n) => new Browser(n, random));
  const replaced = new Replaced();
  const names = [...Object.keys(ACTS), ...OFTEN];
  // All three begin with one project.
  ACTS.named(all[0], random);
  for (const one of all.slice(1)) ACTS.merged(one, random, all[0]);
  for (let tick = 0; tick < STEPS; tick += 1) {
    const one = pick(random, all);
    const name = pick(random, names);
    const before = one.state;
    ACTS[name](one, random, pick(random, all));
    if (name === "into") replaced.overrule(all.map(({ state }) => state).concat(before), one.state);
    if (!MERGES.has(name)) replaced.write(before, one.state);
  }
  return { states: all.map(({ state }) => state), replaced };
}

/** Each law that a merge breaks in so many lives, with the first seed that shows it; and how many
 * lives there were in which two told different things, and with how many projects in the end. */
export function laws(most, by = "right", first = 1) {
  const found = {};
  let torn = 0;
  let projects = 0;
  for (let seed = first; seed < first + most; seed += 1) {
    const { states: all, replaced } = three(seed);
    for (const law of broken(MERGERS[by], all, replaced)) found[law] ??= seed;
    const whole = all.reduce((a, b) => merge(a, b));
    torn += fieldsOf(whole).some(([, , entries]) => entries.length > 1);
    projects += Object.keys(whole.projects).length;
  }
  return { broken: found, torn, projects };
}
