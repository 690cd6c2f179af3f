// A team's folder on three machines over a cloud that does what clouds do: whole histories, and
// whether everyone ends with everything, nothing is lost and nothing is invented.

import { mergeProject } from "../../../overrides/assets/checklists/answers/merge.js";
import { emptyProject } from "../../../overrides/assets/checklists/answers/state.js";
import * as states from "../../../overrides/assets/checklists/answers/state.js";
import { ahead, joined } from "../../../overrides/assets/checklists/folder/joined.js";
import { Member } from "../../../overrides/assets/checklists/folder/member.js";
import { fileOf } from "../../../overrides/assets/checklists/folder/names.js";
import { isDerived } from "../../../overrides/assets/checklists/answers/derived.js";
import { map, latest } from "../../../overrides/assets/checklists/answers/register.js";
import { Cloud } from "./cloud.js";
import { ITEMS, NAMES, VALUES, generator, pick, plain } from "./random.js";

const MACHINES = 3;
const STEPS = 40;
const ID = "p1";
const PEOPLE = ["Kari", "Ola", "Åse Ødegård"];
const YEARS = [0, 1, -1]; // clocks that are wrong
const where = { site: "s", id: ID };

/** Every value that stands in a project: «path dot», with its text. */
const standing = ({ name, gone, items, profile, documents } = emptyProject()) =>
  new Map(
    Object.entries({ name: { name }, gone: { gone }, profile, documents, ...items }).flatMap(
      ([part, fields]) =>
        Object.entries(fields).flatMap(([key, list]) =>
          list.map(([text, , dot]) => [`${part}.${key} ${dot}`, text])),
    ),
  );

/** All that anybody has written, and what of it was written over by somebody who saw it. */
class Ledger {
  written = new Map();
  replaced = new Set();

  note(before, after, part = "") {
    const [was, is] = [standing(before), standing(after)];
    for (const [dot, text] of is) if (!was.has(dot)) this.written.set(dot, text);
    for (const dot of was.keys()) {
      if (!is.has(dot) && dot.startsWith(part)) this.replaced.add(dot);
    }
  }

  /** What is missing in a project, and what nobody has written. */
  faults(project) {
    const is = standing(project);
    const lost = [...this.written.keys()].filter((dot) => !is.has(dot) && !this.replaced.has(dot));
    const invented = [...is].filter(([dot, text]) => this.written.get(dot) !== text);
    return [...lost.map((dot) => `lost ${dot}`), ...invented.map(([dot]) => `invented ${dot}`)];
  }
}

/** One person's browser, without a page. */
class Browser {
  state = states.empty();
  #n;
  #life = 0;
  #tick = 0;
  #mark;
  #ledger;
  #join;

  constructor(n, ledger, cloud, by) {
    this.#n = n;
    this.#ledger = ledger;
    this.#mark = `${"abc"[n]}2222222`;
    this.#join = { clock: lastWins, own: ownAnew }[by] ?? joined;
    const room = PLANTS[by]?.(cloud.room(n), this) ?? cloud.room(n);
    const self = { who: () => this.who, isOwn: () => true, rename: () => {}, writes: () => {} };
    const answers = { state: () => this.state, take: (all) => this.#take(all) };
    this.member = new Member({ room, answers, self, where, clock: () => cloud.now });
  }

  get who() {
    const name = PEOPLE[this.#n];
    return { writer: fileOf(name, this.#mark).slice(0, -5), turn: "t", name };
  }

  get project() {
    return this.state.projects[ID];
  }

  get #stamp() {
    this.#tick += 1;
    const when = new Date(Date.UTC(2026 + YEARS[this.#n], 10, 24, 12, 0, this.#tick)).toISOString();
    return { when, writer: `w${this.#n}l${this.#life}`, by: PEOPLE[this.#n] };
  }

  change(change) {
    const before = this.project;
    this.state = change(this.state, this.#stamp);
    this.#ledger.note(before, this.project);
  }

  #take(all) {
    if (ahead(all, this.project?.seen ?? {}, ID, this.#stamp)) this.#life += 1;
    const both = all.reduce((a, b) => mergeProject(a, b), this.project ?? emptyProject());
    this.state = this.#join(this.state, ID, all, this.#n);
    this.#ledger.note(both, this.project, "documents."); // numbers that were given anew
    return true;
  }
}

/** Rooms and merges with a fault each, beside the right one. */
const PLANTS = {
  // A cloud's copy counts as somebody.
  copies: (room) => ({
    ...room,
    text: async (name) => {
      const text = await room.text(name);
      return /[ (]/.test(name) ? text.replace(/"writer":"[^"]*"/, '"writer":"ny-d2222222"') : text;
    },
  }),
  // What was written once is taken for written, whatever became of it.
  drop: (room) => {
    const mine = new Map();
    return {
      list: async () => {
        const all = (await room.list()).filter(({ name }) => !mine.has(name));
        return [...all, ...[...mine].map(([name, { length }]) => ({ name, size: length, time: 1 }))];
      },
      text: async (name) => mine.get(name) ?? room.text(name),
      write: async (name, text) => {
        if (mine.has(name)) return;
        mine.set(name, text);
        await room.write(name, text);
      },
    };
  },
  // Of a file of which half is there, that half is read: what it claims to have seen is not there.
  half: (room) => ({
    ...room,
    text: async (name) => {
      const text = await room.text(name);
      if (text.length % 3) return text;
      const found = JSON.parse(text);
      for (const one of Object.values(found.projects)) one.items = {};
      return JSON.stringify(found);
    },
  }),
};

function lastWins(state, id, all) {
  const made = joined(state, id, all);
  const one = made.projects[id];
  const items = map();
  for (const [item, fields] of Object.entries(one.items)) {
    items[item] = map(Object.fromEntries(
      Object.entries(fields).map(([key, list]) => [key, [latest(list)]])));
  }
  return { ...made, projects: map({ ...made.projects, [id]: { ...one, items } }) };
}

// Each browser gives a number anew in its own name: then one has to hear of the other's.
function ownAnew(state, id, all, n) {
  const made = joined(state, id, all);
  const known = [state.projects[id], ...all].flatMap((one) => Object.keys(one?.seen ?? {}));
  const anew = Object.keys(made.projects[id].seen)
    .filter((writer) => isDerived(`${writer}:1`) && !known.includes(writer));
  const one = anew.reduce((text, writer) => text.replaceAll(writer, `${writer}${n}`),
    JSON.stringify(made.projects[id]));
  return { ...made, projects: map({ ...made.projects, [id]: JSON.parse(one) }) };
}

const row = (random) => ({
  key: `d1-r-egen-${pick(random, ["a", "b", "c"])}`,
  text: (id, n) => JSON.stringify({ id, n, text: `krav ${id}`, priority: "must", group: "g", order: 1 }),
});

const ACTS = {
  answer: (one, random) => {
    const name = pick(random, NAMES);
    const [item, said] = [pick(random, ITEMS), pick(random, VALUES[name])];
    one.change((state, stamp) => states.answer(state, ID, item, { [name]: said }, stamp));
  },
  profile: (one, random) =>
    one.change((state, stamp) =>
      states.keep(state, ID, "profile", "tall-rettetid", pick(random, ["4", "8"]), stamp)),
  named: (one, random) =>
    one.change((state, stamp) => states.rename(state, ID, pick(random, ["Lønn", "Ny"]), stamp)),
  requirement: (one, random) => {
    const { key, text } = row(random);
    const made = text(key.slice(5), pick(random, [0, 1, 2]));
    one.change((state, stamp) => states.keep(state, ID, "documents", key, made, stamp));
  },
};

/** One history. `rows`: requirements with numbers too, which are given anew where two are alike. */
async function history(seed, by, rows) {
  const random = generator(seed);
  const ledger = new Ledger();
  const cloud = new Cloud(random, MACHINES);
  const all = Array.from({ length: MACHINES }, (_, n) => new Browser(n, ledger, cloud, by));
  const acts = Object.keys(ACTS).filter((name) => rows || name !== "requirement");
  const away = Math.floor(random() * 5); // one of them may be without a net for long
  for (let step = 0; step < STEPS; step += 1) {
    const n = Math.floor(random() * MACHINES);
    const what = random();
    if (what < 0.4) ACTS[pick(random, acts)](all[n], random);
    else if (what < 0.75) await (n === away && step < 20 ? null : all[n].member.round());
    else if (what < 0.93) cloud.move();
    else cloud.trouble();
  }
  cloud.calm = true;
  cloud.settle();
  // One round: everyone writes what is missing, then everyone reads, and all is alike.
  for (const one of all) await one.member.round();
  cloud.settle();
  const last = [];
  for (const one of all) last.push(await one.member.round());
  return { all, ledger, last };
}

const wholly = ({ project }) => plain({ projects: { p: project ?? {} } });

const faultsOf = ({ all, ledger, last }) => {
  const found = new Set(new Set(all.map(wholly)).size === 1 ? [] : ["unlike"]);
  for (const { project } of all) {
    for (const fault of ledger.faults(project ?? emptyProject())) found.add(fault.split(" ")[0]);
  }
  const own = new Set(all.map(({ who }) => who.writer));
  const strange = last.some(({ people }) => people.some(({ writer }) => !own.has(writer)));
  if (strange) found.add("people");
  return [...found];
};

/** Each fault of so many histories with the first seed that shows it, and what happened in them. */
export async function histories(most, by = "right", first = 1) {
  const found = {};
  const seen = { copies: 0, refused: 0, torn: 0, written: 0, anew: 0 };
  for (let seed = first; seed < first + most; seed += 1) {
    const made = await history(seed, by, seed % 4 === 0);
    for (const fault of faultsOf(made)) found[fault] ??= seed;
    seen.anew += [...made.ledger.written.keys()].some((place) =>
      place.startsWith("documents.d1-r-") && isDerived(place.split(" ")[1]));
    seen.copies += made.last.some(({ copies }) => copies.length);
    seen.refused += made.last.some(({ refused }) => refused.length);
    seen.written += made.ledger.written.size;
    seen.torn += Object.values(made.all[0].project?.items ?? {}).some((fields) =>
      Object.values(fields).some((list) => list.length > 1));
  }
  return { faults: found, seen };
}
