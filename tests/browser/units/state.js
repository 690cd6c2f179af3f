// The state of the answers against a plain model of it, merge's laws, and what is kept of old files.

import { answered, outdated } from "../../../overrides/assets/checklists/answers/answered.js";
import { markOf, sourceMark } from "../../../overrides/assets/checklists/answers/hash.js";
import { conflicts } from "../../../overrides/assets/checklists/answers/torn.js";
import { read } from "../../../overrides/assets/checklists/answers/accept.js";
import { backup, opened } from "../../../overrides/assets/checklists/answers/backup.js";
import { merge } from "../../../overrides/assets/checklists/answers/merge.js";
import { conflict, value } from "../../../overrides/assets/checklists/answers/register.js";
import { VERSION, answer, empty, project } from "../../../overrides/assets/checklists/answers/state.js";
import { text } from "../../../overrides/assets/checklists/answers/written.js";
import { list } from "../../../overrides/assets/checklists/documents/kept.js";
import { ITEMS, NAMES, VALUES, act, generator, pick, plain, stampOf } from "./random.js";

const BROWSERS = 3;

/** What a field's values should be: the writes that no later write has seen. */
class Model {
  writes = new Map(); // number → { value, key, saw }
  standing = Array.from({ length: BROWSERS }, () => new Map()); // a browser: field → writes
  known = Array.from({ length: BROWSERS }, () => new Set()); // a browser: the writes it has seen

  values(n, key) {
    return [...(this.standing[n].get(key) ?? [])].map((write) => this.writes.get(write).value);
  }

  write(n, key, said) {
    const now = new Set(this.values(n, key));
    // Writing what stands already is no write.
    if (now.size === 1 && now.has(said)) return;
    if (now.size === 0 && said === "") return;
    const number = this.writes.size + 1;
    this.writes.set(number, { value: said, key, saw: new Set(this.known[n]) });
    this.known[n].add(number);
    this.standing[n].set(key, new Set([number]));
  }

  merge(n, m) {
    for (const write of this.known[m]) this.known[n].add(write);
    const fields = new Map();
    for (const write of this.known[n]) {
      const { key } = this.writes.get(write);
      const hidden = [...this.known[n]].some((later) => {
        const { key: other, saw } = this.writes.get(later);
        return other === key && saw.has(write);
      });
      if (!hidden) fields.set(key, (fields.get(key) ?? new Set()).add(write));
    }
    this.standing[n] = fields;
  }
}

function step(random, real, model, tick) {
  const n = Math.floor(random() * BROWSERS);
  const what = random();
  if (what < 0.6) {
    const name = pick(random, NAMES);
    const item = pick(random, ITEMS);
    const said = pick(random, VALUES[name]);
    real[n] = answer(real[n], "p", item, { [name]: said }, stampOf(n, tick));
    model.write(n, `${item}.${name}`, said);
  } else if (what < 0.9) {
    const m = Math.floor(random() * BROWSERS);
    real[n] = merge(real[n], read(text(real[m])).state);
    model.merge(n, m);
  } else {
    real[n] = read(text(real[n])).state;
  }
}

function* differences(real, model) {
  for (let n = 0; n < BROWSERS; n += 1) {
    for (const item of ITEMS) {
      for (const name of NAMES) {
        const expected = model.values(n, `${item}.${name}`).sort();
        const entries = real[n].projects.p?.items[item]?.[name] ?? [];
        const found = entries.map((entry) => entry[0]).sort();
        if (JSON.stringify(expected) !== JSON.stringify(found)) {
          yield [n, item, name, expected, found];
        }
      }
    }
  }
}

/** The first failures of so many histories: browsers that answer, save, open, and merge files. */
export function histories(most) {
  const failures = [];
  for (let seed = 1; seed <= most && failures.length < 3; seed += 1) {
    const random = generator(seed);
    const real = Array.from({ length: BROWSERS }, empty);
    const model = new Model();
    for (let tick = 0; tick < 24; tick += 1) step(random, real, model, tick);
    failures.push(...[...differences(real, model)].map((one) => [seed, ...one]));
  }
  return failures;
}

function broken(a, b, c) {
  const laws = {
    commutative: plain(merge(a, b)) === plain(merge(b, a)),
    associative: plain(merge(merge(a, b), c)) === plain(merge(a, merge(b, c))),
    idempotent: plain(merge(a, a)) === plain(a) && plain(merge(merge(a, b), b)) === plain(merge(a, b)),
  };
  return Object.keys(laws).filter((law) => !laws[law]);
}

/** The laws that merging breaks in so many histories, and how many open conflicts there were. */
export function laws(most) {
  let open = 0;
  for (let seed = 1; seed <= most; seed += 1) {
    const random = generator(seed);
    const all = Array.from({ length: BROWSERS }, empty);
    for (let tick = 0; tick < 30; tick += 1) {
      const n = Math.floor(random() * BROWSERS);
      all[n] =
        random() < 0.75
          ? act(all[n], n, random, tick)
          : merge(all[n], all[Math.floor(random() * BROWSERS)]);
    }
    const [a, b, c] = all;
    const found = broken(a, b, c);
    if (found.length) return { broken: found.map((law) => `${law} ${seed}`), open };
    open += conflicts(merge(a, merge(b, c)).projects.p ?? { items: {} }).length;
  }
  return { broken: [], open };
}

/** Two who write in turn and then at once; one's clock is years behind. */
export function turns() {
  const at = (writer, when) => ({ writer, when, by: writer });
  const said = (state, note, stamp) => answer(state, "p", "a", { note }, stamp);
  let mine = said(empty(), "først", at("m", "2026-01-01T12:00:00Z"));
  // She has seen mine, so hers is the later one.
  let hers = said(merge(empty(), mine), "så", at("k", "2019-01-01T12:00:00Z"));
  const later = merge(mine, hers).projects.p.items.a.note;
  mine = said(merge(mine, hers), "min", at("m", "2026-01-02T12:00:00Z"));
  hers = said(hers, "hennes", at("k", "2019-01-02T12:00:00Z"));
  const both = merge(mine, hers);
  const chosen = said(both, "hennes", at("m", "2026-01-03T12:00:00Z"));
  const end = merge(hers, chosen).projects.p.items.a.note;
  const torn = conflict(both.projects.p.items.a.note).map((entry) => entry[0]).sort();
  return [value(later), conflict(later).length, torn, value(end), conflict(end).length];
}

export const version = () => VERSION;

/** [item, status, when] of each answer in a file. */
export function statuses(file) {
  const found = project(read(file).state);
  return Object.keys(found.items)
    .map((item) => [item, answered(found, item).status, answered(found, item).when])
    .sort();
}

/** A file read and written again. */
/** For each item of a stored file whether it has changed since, on pages that say so of it now. */
export function changedSince(file, pages) {
  const { items } = read(file).state.projects.p1;
  return Object.keys(items).map((id) =>
    pages.map((now) => outdated(answered({ items }, id), now)),
  );
}

export const mark = (said) => sourceMark(said);
/** What writers and files are known by: it must never change. */
export const shortMark = (said) => markOf(said);

export const again = (file) => text(read(file).state);

/** What earlier versions let in and could not read again: parts put aside, projects, notes of a
 * field, the document's requirements by id, and whether a backup of it is read. */
export function letIn(file) {
  const { state, aside } = read(file);
  const { name, items, documents } = state.projects.p1;
  const fields = Object.keys(documents).filter((key) => key.startsWith("d1-r-"));
  return [
    aside.length,
    Object.keys(state.projects).length,
    value(name).length,
    items["kjenn-egen-it"].note.length,
    fields.map((key) => JSON.parse(value(documents[key])).id === key.slice("d1-r-".length)),
    list(state.projects.p1),
    opened(backup(state, "s")).problem ?? "read",
  ];
}
