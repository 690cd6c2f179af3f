// The parts of a team's folder by themselves: what is read, files, news, one member.

import * as states from "../../../overrides/assets/checklists/answers/state.js";
import { opened as backup } from "../../../overrides/assets/checklists/answers/backup.js";
import { map } from "../../../overrides/assets/checklists/answers/register.js";
import { opened, written } from "../../../overrides/assets/checklists/folder/file.js";
import { joined } from "../../../overrides/assets/checklists/folder/joined.js";
import { Member } from "../../../overrides/assets/checklists/folder/member.js";
import { newsOf, withOwn } from "../../../overrides/assets/checklists/folder/news.js";
import { about } from "../../../overrides/assets/checklists/folder/projects.js";

const where = { site: "s", id: "p1" };
const at = (writer, by, tick = 0) => ({
  when: new Date(Date.UTC(2026, 10, 24, 12, 0, tick)).toISOString(),
  writer,
  by,
});
const said = (state, item, values, stamp) => states.answer(state, "p1", item, values, stamp);
const who = (name, mark = "a2222222", turn = "t1") => ({ writer: `${name}-${mark}`, turn, name });

/** The problem of a text as a file of the folder's; «» when it is read. */
export function problem(text) {
  const { problem: found = "", project } = opened(text, where);
  const made = found || project();
  return typeof made === "string" ? made : "";
}

/** A file of Kari's, as text; and whether it opens as a backup. */
export function file() {
  const state = said(states.empty(), "a", { status: "done" }, at("k", "Kari"));
  const text = written({ ...state, local: { ...state.local, label: "Kari" } }, where, who("kari"));
  return [text, Object.keys(backup(text).state.projects)];
}

/** Every part of a project, through a file and into an empty browser: what is missing there. */
export function travelled(keys) {
  const by = at("k", "Kari");
  let state = said(states.empty(), "a", { status: "done", note: "x", due: "2027-01-01" }, by);
  state = states.rename(state, "p1", "Lønn", by);
  for (const [part, key] of keys) state = states.keep(state, "p1", part, key, `«${key}»`, by);
  const there = opened(written(state, where, who("kari")), where).project();
  const got = joined(states.empty(), "p1", [there], at("o", "Ola")).projects.p1;
  const { name, items, profile, documents } = state.projects.p1;
  const parts = { name, items, profile, documents };
  return Object.keys(parts).filter((one) => JSON.stringify(got[one]) !== JSON.stringify(parts[one]));
}

/** A folder in memory, and a member in it. */
class Folder {
  files = new Map();
  busy = new Set();
  reads = [];
  writes = [];
  clock = 1e12;

  put(name, text, time = this.clock) {
    this.files.set(name, { text, time });
  }

  room() {
    return {
      list: async () =>
        [...this.files].map(([name, { text, time }]) => ({ name, size: text.length, time })),
      text: async (name) => {
        this.reads.push(name);
        if (this.busy.has(name)) throw new Error("NotReadableError");
        return this.files.get(name).text;
      },
      write: async (name, text) => {
        if (this.busy.has(name)) throw new Error("NoModificationAllowedError");
        this.writes.push(name);
        this.put(name, text);
      },
    };
  }

  join(name, state, mark = "a2222222", turns = ["t1"]) {
    const one = { state, self: who(name, mark, turns[0]), room: true };
    const self = {
      who: () => one.self,
      isOwn: (turn) => turns.includes(turn),
      rename: () => (one.self = who(name, "n2222222", turns[0])),
      writes: () => {},
    };
    const answers = {
      state: () => one.state,
      take: (all) => {
        if (one.room) one.state = joined(one.state, "p1", all, at(`x${name}`, name));
        return one.room;
      },
    };
    const clock = () => this.clock;
    one.member = new Member({ room: this.room(), answers, self, where, clock });
    return one;
  }
}

const mine = (name, item = "a", tick = 0) =>
  said(states.empty(), item, { status: "done" }, at(`x${name}`, name, tick));
const statuses = (one) => Object.keys(one.state.projects.p1?.items ?? {}).sort();
const tell = ({ people, copies, renamed, leftovers, refused, wrote, ...flags }) => ({
  people: people.map(({ name }) => name),
  copies,
  ...(renamed.length && { renamed }),
  ...(leftovers.length && { leftovers }),
  refused: refused.map(({ name, problem: why }) => `${name}: ${why}`),
  wrote,
  ...Object.fromEntries(Object.entries(flags).filter(([, is]) => is)),
});

/** What a cloud or a person does to a folder of two, and what it comes to. */
const CASES = {
  // A cloud's copy of Ola's file holds what is nowhere else.
  copy: async (folder, kari, ola) => {
    const more = said(ola.state, "c", { note: "x" }, at("xola", "ola", 5));
    folder.put("ola-o2222222 (PC-2).json", written(more, where, ola.self));
  },
  empty: (folder) => folder.put("ola-o2222222.json", ""),
  // Left by a browser that was killed while it wrote.
  leftovers: (folder) => {
    folder.put("kari-a2222222.json.crswap", "x", folder.clock - 3600000);
    folder.put("ola-o2222222.json.tmp", "x", folder.clock - 3600000);
    folder.put("ola-o2222222.json~1.tmp", "x"); // is being written now
  },
  large: (folder) => folder.put("stor-s2222222.json", "x".repeat(17 * 1024 * 1024)),
  torn: (folder) => {
    const { text } = folder.files.get("ola-o2222222.json");
    folder.put("ola-o2222222.json", text.slice(0, text.length / 2), folder.clock - 2 * 86400000);
  },
  // Online only: it is listed, and what is in it cannot be had.
  placeholder: (folder) => {
    folder.put("ola-o2222222.json", "x");
    folder.busy.add("ola-o2222222.json");
  },
  half: (folder) => {
    const { text } = folder.files.get("ola-o2222222.json");
    folder.put("ola-o2222222.json", text.slice(0, text.length / 2));
  },
  rubbish: (folder) => {
    for (const name of [".x.crswap", "a.tmp", "~$b.json", "LES MEG.txt"]) folder.put(name, "x");
  },
  busy: (folder, kari) => {
    kari.state = said(kari.state, "z", { note: "x" }, at("xkari", "kari", 9));
    folder.busy.add("kari-a2222222.json");
  },
  renamed: (folder) => {
    folder.put("gamle Ola.json", folder.files.get("ola-o2222222.json").text);
    folder.files.delete("ola-o2222222.json");
  },
  gone: (folder) => folder.files.clear(),
  older: (folder, kari) => {
    const { text } = folder.files.get("kari-a2222222.json");
    kari.state = said(kari.state, "z", { note: "x" }, at("xkari", "kari", 9));
    folder.put("kari-a2222222.json", text, folder.clock - 86400000);
  },
  // A version of before is put back, over one that has been there.
  restored: async (folder, kari) => {
    const { text } = folder.files.get("kari-a2222222.json");
    kari.state = said(kari.state, "z", { note: "x" }, at("xkari", "kari", 9));
    await kari.member.round();
    folder.clock += 60000;
    await kari.member.round();
    folder.clock += 60000;
    folder.put("kari-a2222222.json", text, folder.clock - 86400000);
  },
  twin: (folder, kari) => {
    const other = said(kari.state, "t", { note: "x" }, at("xtwin", "kari", 9));
    folder.put("kari-a2222222.json", written(other, where, { ...kari.self, turn: "elsewhere" }));
  },
  newer: (folder) =>
    folder.put("ny-n3333333.json", '{"site":"s","version":3,"projects":{"p1":{}}}'),
  newerOwn: (folder) =>
    folder.put("kari-a2222222.json", '{"site":"s","version":3,"projects":{"p1":{}}}'),
  others: (folder) => {
    folder.put("notat.json", '{"a":1}');
    folder.put("andre.json", '{"site":"x","version":2,"projects":{"p1":{}}}');
  },
  deleted: (folder, kari) => {
    kari.state = states.remove(kari.state, "p1", true, at("xkari", "kari", 9));
  },
  deletedThere: (folder, kari, ola) => {
    const gone = states.remove(ola.state, "p1", true, at("xola", "ola", 9));
    folder.put("ola-o2222222.json", written(gone, where, ola.self));
  },
  full: (folder, kari, ola) => {
    kari.room = false;
    const more = said(ola.state, "c", { note: "x" }, at("xola", "ola", 5));
    folder.put("ola-o2222222.json", written(more, where, ola.self));
  },
  clock: (folder) => {
    const old = folder.files.get("ola-o2222222.json");
    folder.put("ola-o2222222.json", old.text, folder.clock + 366 * 86400000);
  },
  // Two hundred people who have left, each with a file of her own.
  people: (folder) => {
    for (let n = 0; n < 200; n += 1) {
      const mark = `b${String(n).padStart(7, "2").replaceAll(/[0189]/g, (d) => "abcd"["0189".indexOf(d)])}`;
      const one = who(`borte-${n}`, mark);
      folder.put(`${one.writer}.json`, written(mine(`q${n}`, "b", n % 60), where, one));
    }
  },
  left: (folder, kari) => {
    for (let n = 0; n < 200; n += 1) {
      const mark = `a${String(n).padStart(7, "2").replaceAll(/[0189]/g, "b")}`;
      folder.put(`borte-${n}-${mark}.json`, folder.files.get("ola-o2222222.json").text);
    }
    kari.state = said(kari.state, "z", { note: "x" }, at("xkari", "kari", 9));
  },
};

/** Kari and Ola in one folder; something happens; what Kari's next round comes to, whether anything
 * that either had written is missing, and whether one round more is quiet. */
export async function happened(name) {
  const folder = new Folder();
  const kari = folder.join("kari", mine("kari", "a"));
  const ola = folder.join("ola", mine("ola", "b"), "o2222222");
  await kari.member.round();
  await ola.member.round();
  await kari.member.round();
  folder.clock += 60000;
  await CASES[name](folder, kari, ola);
  const made = tell(await kari.member.round());
  folder.clock += 60000;
  const items = statuses(kari);
  const writes = folder.writes.length;
  await kari.member.round();
  const quiet = folder.writes.length === writes;
  const files = [...folder.files.keys()].filter((one) => one.startsWith("kari"));
  return { ...made, items, quiet, files };
}

/** Two tabs with one writer: what each reads and writes when nothing more happens. */
export async function tabs() {
  const folder = new Folder();
  const turns = ["t1", "t2"];
  const one = folder.join("kari", mine("kari", "a"), "a2222222", turns);
  const two = folder.join("kari", mine("kari", "a"), "a2222222", ["t2", "t1"]);
  two.state = said(two.state, "b", { note: "x" }, at("xtab", "kari", 3));
  for (const tab of [one, two, one, two, one, two]) {
    folder.clock += 60000;
    await tab.member.round();
  }
  return [statuses(one), statuses(two), folder.writes.length, [...folder.files.keys()]];
}

/** How many files are read when nothing, and when one has changed. */
export async function reads() {
  const folder = new Folder();
  const all = ["a", "b", "c"].map((n) => folder.join(`p${n}`, mine(`p${n}`, n), `${n}2222222`));
  const round = async () => {
    folder.clock += 60000;
    folder.reads = [];
    await all[0].member.round();
    return folder.reads.length;
  };
  for (const { member } of all) await member.round();
  await round();
  const none = await round();
  all[1].state = said(all[1].state, "d", { note: "x" }, at("xpb", "pb", 8));
  await all[1].member.round();
  const one = await round();
  return [none, one, statuses(all[0])];
}

/** What is told of a project before somebody joins it: the newest files are damaged, and one without
 * the project's name. */
export function asked() {
  const kari = states.rename(mine("kari", "a"), "p1", "Lønn", at("xkari", "kari", 9));
  const texts = [
    written(kari, where, who("kari")),
    written(mine("ola", "b"), where, who("ola", "o2222222")),
    "{",
    '{"site":"s","version":2,"projects":{"p1":{"items":{"A b":{}}}}}',
  ];
  const files = texts.map((text, time) => ({ name: "", size: 1, time, text: async () => text }));
  return about(files, where);
}

/** What is new since somebody looked. */
export function news() {
  let state = mine("kari", "a");
  const looked = map(state.projects.p1.seen);
  const ola = at("xola", "Ola", 5);
  state = said(state, "a", { status: "doing", note: "x", wording: "y" }, ola);
  state = said(state, "b", { status: "done" }, ola);
  state = states.keep(state, "p1", "profile", "tall-rettetid", "4", ola);
  state = said(state, "c", { status: "done" }, at("xkari", "kari", 6));
  const { seen } = state.projects.p1;
  const own = withOwn(looked, seen, [states.writerIn("p1", at("xkari", "kari"))]);
  return [newsOf(state.projects.p1, own), newsOf(state.projects.p1, seen)];
}

/** Two requirements with one number, taken in by Kari: her news, and Ola's when he has them. */
export function newsOfNumbers() {
  const put = (state, id, stamp) =>
    [[`d1-r-${id}`, JSON.stringify({ id, n: 1, text: id, order: 1 })], ["d1-n", "1"]].reduce(
      (made, [key, text]) => states.keep(made, "p1", "documents", key, text, stamp), state);
  const here = put(mine("kari", "a"), "ka", at("k", "kari", 9));
  const there = put(mine("ola", "b"), "ol", at("o", "ola", 5));
  const both = joined(here, "p1", [there.projects.p1]).projects.p1;
  return [
    newsOf(both, here.projects.p1.seen, "kari"),
    newsOf(both, there.projects.p1.seen, "ola"),
    newsOf(both, here.projects.p1.seen).length,
  ];
}
