// Files of lists, filled in and read back by themselves: what is read, doubted, placed, merged.

import {
  copy as copyOf,
  empty,
  emptyProject,
  marked,
  write,
  writerIn,
} from "../../../overrides/assets/checklists/answers/state.js";
import { map } from "../../../overrides/assets/checklists/answers/register.js";
import { wordsOf } from "../../../overrides/assets/checklists/elements/words.js";
import { intoPdf } from "../../../overrides/assets/checklists/files/fill-pdf.js";
import { filled as office } from "../../../overrides/assets/checklists/files/fill.js";
import { isSealOf, knowsAll, sealOf } from "../../../overrides/assets/checklists/files/before.js";
import { into, valuesOf } from "../../../overrides/assets/checklists/files/into.js";
import { opened } from "../../../overrides/assets/checklists/files/opened.js";
import { WRITTEN } from "../../../overrides/assets/checklists/files/filled.js";
import { places } from "../../../overrides/assets/checklists/files/placed.js";
import { read } from "../../../overrides/assets/checklists/files/read.js";
import { lettersOf } from "../../../overrides/assets/checklists/formats/pdf-letters.js";
import { PdfFile } from "../../../overrides/assets/checklists/formats/pdf-file.js";
import { tabled } from "../../../overrides/assets/checklists/formats/pdf-places.js";
import { formOf } from "../../../overrides/assets/checklists/formats/pdf-fields.js";
import { generator, pick } from "./random.js";

const NOW = "2026-11-26T10:00:00.000Z";
const STAMP = { when: "2026-11-25T08:00:00.000Z", writer: "w", by: "m" };
const SIGNS = [
  ...["=1+1", ",", ";", "\t", "\n", "\n\n", '"', "'", "<w:t>", "&amp;", "æøå", "e\u0301", "😀", "👩‍💻"],
  ...["\u202e", "\u00ad", "\u200b", "שלום", "مرحبا", "a", " b", "${n}", "$&", "_x0041_", "_x005F_"],
  ...["Status: Gjort", "\nNotat: x", "☒", "]]>", "x".repeat(500), "\u2011", "\ufeff", "12.12.2026"],
];
const STATUSES = ["", "doing", "done", "irrelevant"];

const around = {
  pdf: () => import("../../../overrides/assets/checklists/files/from-pdf.js"),
  language: "nb",
};
const bytesOf = (base64) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
const base64Of = (bytes) => {
  let made = "";
  for (let at = 0; at < bytes.length; at += 8192) {
    made += String.fromCharCode(...bytes.subarray(at, at + 8192));
  }
  return btoa(made);
};
const catalogOf = (data) => {
  const items = data.items.map((item) => ({ ...item, was: item.was ?? [] }));
  return { ...data, items, byId: new Map(items.map((item) => [item.id, item])) };
};

/** What is read out of a file: answers by item, what is told of it. */
export async function found(base64, name, words, data) {
  const catalog = catalogOf(data);
  const file = new File([bytesOf(base64)], name);
  const answer = await opened(file, catalog, empty(), wordsOf(words), NOW, around);
  if (answer.problem) return { problem: answer.problem };
  const { alone, lost, strange, doubts, about, counts } = answer.made;
  const [project] = Object.values(alone.projects);
  const items = Object.keys(project.items).map((id) => {
    const values = Object.entries(valuesOf(project, id, [])).filter(([, said]) => said);
    return [id, Object.fromEntries(values)];
  });
  return {
    ...{ items: Object.fromEntries(items), strange, about, counts },
    doubts: doubts.map(([code, why]) => [code, why]),
    lost: lost.map(({ code, text }) => [code, text]),
  };
}

/** What a quiet machine does in 25 ms: other programs may work beside. */
function pace() {
  const start = performance.now();
  let made = 1;
  for (let n = 0; n < 1.2e6; n += 1) made = (made * 48271) % 2147483647;
  return made && Math.max(1, (performance.now() - start) / 25);
}

/** How long a file takes on a quiet machine, in milliseconds, and what comes of it. */
export async function timed(base64, name, words, data) {
  const [catalog, content] = [catalogOf(data), bytesOf(base64)];
  let best = Infinity;
  let problem;
  for (let time = 0; time < 3 && best > 300; time += 1) {
    const file = new File([content], name);
    const before = pace();
    const start = performance.now();
    ({ problem } = await opened(file, catalog, empty(), wordsOf(words), NOW, around));
    best = Math.min(best, (performance.now() - start) / ((before + pace()) / 2));
  }
  return [Math.round(best), problem ?? ""];
}

/** What stands in each field of a PDF. */
export async function fields(base64) {
  const made = (await formOf(bytesOf(base64))).fields;
  return Object.fromEntries(made.map(({ name, text }) => [name, text]));
}

const text = (random, most) =>
  Array.from({ length: Math.floor(random() * 7) }, () => pick(random, SIGNS)).join("").slice(0, most)
    .toWellFormed().trim();

/** A project that has answered items with whatever there is. */
function answeredBy(random, items) {
  const state = write({ ...empty(), projects: map({ p: emptyProject() }) }, "p", STAMP, (old, put) => {
    const all = map();
    for (const { id, priority } of items) {
      const others = ["must", "should", "could"].filter((one) => one !== priority);
      const values = {
        status: pick(random, STATUSES),
        responsible: text(random, 110).replace(/\s*\n\s*/g, " "),
        due: pick(random, ["", "2026-12-31", "2000-01-01", "2099-12-31", "2028-02-29"]),
        note: random() < 0.02 ? "Å".repeat(3999) + "z" : text(random, 4000),
        answer: text(random, 4000),
        reason: text(random, 1000),
        priority: pick(random, ["", ...others]),
      };
      const fields = Object.entries(values).filter(([, said]) => said);
      if (fields.length) all[id] = map(Object.fromEntries(fields.map(([k, said]) => [k, put(said)])));
    }
    return { ...old, items: all };
  });
  return state.projects.p;
}

/** What a file is on its way; changed by a plant. */
let onItsWay = (values) => values;

/** A file of a kind with answers in it. */
const fill = async (kind, bytes, answers, t) =>
  (await (kind === "pdf" ? intoPdf(bytes, answers, t) : office(kind, bytes, answers, t))).bytes;
// A PDF has no field for the priority that is one's own, and none for longer answers.
const LACKS = { xlsx: [], csv: [], docx: [], pdf: ["priority", "answer", "reason"] };

/** A file filled in with what a project says. */
const filledBy = (kind, bytes, project, catalog, t) =>
  fill(kind, bytes, {
    valuesOf: (id) => onItsWay(valuesOf(project, id, catalog.byId.get(id)?.was ?? [])),
    about: { project: "p", name: "Lønn & HR; æ", made: NOW },
    ...{ names: ["Kari"], today: "2026-11-26", said: [] },
  }, t);

/** The same for another program to open. */
export async function filled(kind, base64, words, data, seed) {
  const catalog = catalogOf(data);
  const project = answeredBy(generator(seed), catalog.items);
  const t = wordsOf(words);
  const made = await filledBy(kind, bytesOf(base64), project, catalog, t);
  const values = catalog.items.map(({ id }) => [id, valuesOf(project, id, [])]);
  return [base64Of(made), Object.fromEntries(values)];
}

/** What was lost or changed on the way out and back, of so many projects. */
export async function faults(kind, base64, words, data, ids, most, first = 1) {
  const catalog = catalogOf(data);
  const [t, bytes] = [wordsOf(words), bytesOf(base64)];
  const items = catalog.items.filter(({ id }) => ids.includes(id));
  for (let seed = first; seed < first + most; seed += 1) {
    const project = answeredBy(generator(seed), items);
    const file = new File([await filledBy(kind, bytes, project, catalog, t)], `a.${kind}`);
    const { found: made, problem } = await read(file, t, around);
    if (problem === "blank" && !Object.keys(project.items).length) continue;
    if (problem) return [seed, problem];
    if (made.doubts.length) return [seed, made.doubts];
    const { placed, lost } = places(made.rows, catalog, made.about.version);
    if (lost.length) return [seed, lost];
    const { state } = into(undefined, "q", placed, STAMP, "");
    for (const { id } of items) {
      const right = valuesOf(project, id, []);
      const is = valuesOf(state.projects.q, id, []);
      for (const field of WRITTEN.filter((one) => !LACKS[kind].includes(one))) {
        if (is[field] !== right[field]) return [seed, id, field, is[field], right[field]];
      }
    }
    // Nothing has changed since: the same file brings nothing to the same project.
    const again = into(project, "p", placed, STAMP, "").state.projects.p;
    if (JSON.stringify(again.items) !== JSON.stringify(project.items)) return [seed, "again"];
  }
  return null;
}

/** Whether a note that is changed on its way is found. */
export async function planted(...given) {
  onItsWay = (values) => ({ ...values, note: values.note.replace("a", "b") });
  try {
    return (await faults(...given)) !== null;
  } finally {
    onItsWay = (values) => values;
  }
}

/** A file made of a project, then the project or the file written on: what merging gives. */
export async function merged(kind, base64, words, data, id) {
  const catalog = catalogOf(data);
  const [t, bytes] = [wordsOf(words), bytesOf(base64)];
  const begun = (status, note) =>
    write({ ...empty(), projects: map({ p: emptyProject() }) }, "p", STAMP, (old, put) => ({
      ...old, items: map({ [id]: map({ status: put(status), note: put(note) }) }),
    })).projects.p;
  const [before, since] = [begun("doing", "før"), begun("doing", "nyere")];
  const file = async (change) => {
    const said = (one) => (one === id ? change(valuesOf(before, id, [])) : {});
    const made = await filledBy(kind, bytes, before, catalog, t);
    // Written on in the file: the check sum is that of what stood there.
    const answers = { valuesOf: said, about: {}, names: [], today: NOW, said: [] };
    const on = await fill(kind, made, answers, t);
    return read(new File([on], `a.${kind}`), t, around);
  };
  const kept = async (project, change, blank = false) => {
    const { found: made } = await file(change);
    const { placed } = places(made.rows, catalog, made.about.version);
    const seal = blank ? "" : (await file((values) => values)).found.rows.find((r) => r.id === id).seal;
    const rows = placed.map((one) => ({ ...one, row: { ...one.row, seal: one.id === id ? seal : "" } }));
    const { state, counts } = into(project, "p", rows, { ...STAMP, writer: "x" }, "");
    const shown = state.projects.p.items[id].note.map(([said]) => said).sort();
    return [shown, counts.torn];
  };
  const more = (note) => (values) => ({ ...values, note });
  return {
    changed: await kept(before, more("etter")),
    older: await kept(since, more("etter")),
    same: await kept(since, more("før")),
    unknown: await kept(before, more("etter"), true),
  };
}

/** A file with what was answered of an item before, for another program to open. */
export async function before(kind, base64, words, data, id, note) {
  const catalog = catalogOf(data);
  const project = noted(id, note);
  return base64Of(await filledBy(kind, bytesOf(base64), project, catalog, wordsOf(words)));
}

/** What a note is when a file comes back to a project that says something else since, and how many
 * contradictions that makes. */
export async function since(base64, name, words, data, id, note) {
  const project = noted(id, note);
  const file = new File([bytesOf(base64)], name);
  const mine = { ...empty(), projects: map({ p: project }) };
  const { made } = await opened(file, catalogOf(data), mine, wordsOf(words), NOW, around);
  const [after] = Object.values(made.state.projects);
  return [after.items[id].note.map(([said]) => said).sort(), made.counts.torn];
}

/** A file with these values of an item. */
export const valued = async (kind, base64, words, data, id, values) => {
  const said = (one) => (one === id ? values : {});
  const answers = { valuesOf: said, about: {}, names: [], today: NOW, said: [] };
  return base64Of(await fill(kind, bytesOf(base64), answers, wordsOf(words)));
};

const noted = (id, note) =>
  write({ ...empty(), projects: map({ p: emptyProject() }) }, "p", STAMP, (old, put) => ({
    ...old, items: map({ [id]: map({ note: put(note) }) }),
  })).projects.p;

/** A file whose requirements say other numbers. */
export async function renumbered(kind, base64, words, said) {
  const answers = { valuesOf: () => ({}), about: {}, names: [], today: NOW, said };
  return base64Of(await fill(kind, bytesOf(base64), answers, wordsOf(words)));
}

/** Of a PDF's own font: how wide each letter is in thousandths, the code that it is written as, and
 * whether the font has it. */
export async function letters(base64, all) {
  const file = new PdfFile(bytesOf(base64));
  file.know(await tabled(file));
  const found = async (place, key) => (await file.dictionary(place)).get(key);
  const form = await found(file.trailer.get("Root"), "AcroForm");
  const fonts = await found(await found(form, "DR"), "Font");
  const font = await lettersOf(file, await found(fonts, "Letters"));
  const code = (one) => [...font.encoded(one)].reduce((sum, byte) => sum * 256 + byte.charCodeAt(0), 0);
  return [...all].map((one) => [font.widthOf(one, 1000), code(one), font.hasAll(one)]);
}

/** What a PDF lacks room for when it is filled in with these answers. */
export async function lacking(base64, words, answered) {
  const answers = { valuesOf: (id) => answered[id] ?? {}, about: {}, names: [], today: NOW, said: [] };
  const { bytes, long, absent } = await intoPdf(bytesOf(base64), answers, wordsOf(words));
  return [base64Of(bytes), long, absent];
}

/** A file with some of the items alone, each with a note. */
export async function only(kind, base64, words, ids) {
  const answers = {
    valuesOf: (id) => (ids.includes(id) ? { note: `Om ${id}` } : {}),
    ...{ about: {}, names: [], today: NOW, said: [] },
    fit: { only: (id) => ids.includes(id), line: "Bare noen av punktene." },
  };
  return base64Of(await fill(kind, bytesOf(base64), answers, wordsOf(words)));
}

/** A priority of one's own that a sheet has as the guide has it again: what stands then, where the
 * sheet bears the check sum of what stood in it, and where it bears none. */
export function setBack(data, id) {
  const { id: name, was, text, priority } = catalogOf(data).byId.get(id);
  const { projects } = write(empty(), "p", STAMP, (old, put) => ({
    ...old, items: map({ [id]: map({ priority: put("could") }) }),
  }));
  const before = valuesOf(projects.p, id, []);
  return [sealOf(before), ""].map((seal) => {
    const row = { id, code: "", text: "", values: { ...before, priority }, seal };
    const placed = [{ id: name, was: was ?? [], text, priority, row }];
    const { state } = into(projects.p, "p", placed, { ...STAMP, writer: "x" }, "");
    return valuesOf(state.projects.p, id, []).priority;
  });
}

/** A project in which so many rows say the same, given out as a workbook; what was read of it. */
async function given(base64, words, data, ids) {
  const [catalog, t] = [catalogOf(data), wordsOf(words)];
  const begun = write({ ...empty(), projects: map({ p: emptyProject() }) }, "p", STAMP, (old, put) => ({
    ...old,
    items: map(Object.fromEntries(
      ids.map((id) => [id, map({ note: put("en\nto"), status: put("doing"), due: put("2027-01-01") })]),
    )),
  }));
  const project = marked(begun, "p", STAMP).projects.p;
  const writer = writerIn("p", STAMP);
  const out = await fill("xlsx", bytesOf(base64), {
    valuesOf: (id) => valuesOf(project, id, []),
    about: { project: "p", seen: `${writer}:${project.seen[writer]}` },
    ...{ names: [], today: NOW, said: [] },
  }, t);
  const { found: { rows, about } } = await read(new File([out], "a.xlsx"), t, around);
  const copy = (changes) => places(rows.map((row) => ({
    ...row, values: { ...row.values, ...changes[row.id] },
  })), catalog, catalog.version).placed;
  return { project, copy, seen: about.seen };
}

/** A note that a file has otherwise than it went out, and what stands in the project since: the notes
 * that come of it, what is counted. @param {string} base64 a blank Word list */
export async function unbroken(base64, words, data, id, [out, back, since]) {
  const [catalog, t] = [catalogOf(data), wordsOf(words)];
  const begun = marked({ ...empty(), projects: map({ p: noted(id, out) }) }, "p", STAMP);
  const made = await filledBy("docx", bytesOf(base64), begun.projects.p, catalog, t);
  const { found: { rows } } = await read(new File([made], "a.docx"), t, around);
  const changed = rows.map((row) =>
    row.id === id ? { ...row, values: { ...row.values, note: back } } : row);
  const { placed } = places(changed, catalog, catalog.version);
  const now = since === out ? begun : write(begun, "p", later("c"), (old, put) => ({
    ...old, items: map({ [id]: map({ note: put(since) }) }),
  }));
  const writer = writerIn("p", STAMP);
  const heard = `${writer}:${begun.projects.p.seen[writer]}`;
  const { state, counts } = into(now.projects.p, "p", placed, later("b"), "", heard);
  return [...notesOf(state.projects.p, [id]), counts.torn];
}

/** Whether a check sum of this version, and one of the versions before it, is that of these values. */
export const sealed = (values, before) => [sealOf(values), before].map((one) => isSealOf(one, values));

const later = (writer) => ({ ...STAMP, when: NOW, writer });
const notesOf = (project, ids) =>
  ids.map((id) => project.items[id].note.map(([said]) => said).sort());

/** One workbook, and two copies of it: in each somebody writes a note, both in one row and each in a
 * row of his own; in one a note has lost its line breaks. What the second one changes once the
 * first is in: notes of the rows, what is said; and the same where the project lacks what the
 * file's maker had seen, or the file says nothing of it. */
export async function copies(base64, words, data, ids) {
  const [both, one, two, flat] = ids;
  const { project, copy, seen } = await given(base64, words, data, ids);
  const note = (text) => ({ note: text });
  const first = copy({ [both]: note("fra A"), [one]: note("fra A") });
  const second = copy({ [both]: note("fra B"), [two]: note("fra B"), [flat]: note("en to") });
  const after = into(project, "p", first, later("a"), "", seen).state.projects.p;
  return [seen, "fremmed:3", ""].map((heard) => {
    const { state, counts } = into(after, "p", second, later("b"), "", heard);
    return { notes: notesOf(state.projects.p, ids), torn: counts.torn, passed: counts.passed };
  });
}

/** What comes of a row in which the file changes one field and the project another; of one in which
 * both changed the note and the file emptied a field; of one whose note contradicts itself, and the
 * file changes what was shown: notes, days, what is counted. */
export async function crossed(base64, words, data, ids) {
  const [apart, emptied, torn] = ids;
  const { project, copy, seen } = await given(base64, words, data, ids);
  const mine = copy({ [apart]: { note: "her" }, [emptied]: { note: "her" } });
  const changed = into(project, "p", mine, later("a"), "", seen).state;
  const two = write(changed, "p", later("c"), (old, put) => ({ ...old, items: map({
    ...old.items, [torn]: map({ ...old.items[torn], note: [...old.items[torn].note,
      ...put("eldre").map((entry) => [entry[0], "2020-01-01T00:00:00.000Z", ...entry.slice(2)])] }),
  }) })).projects.p;
  const theirs = copy({
    [apart]: { due: "2027-02-02" }, [emptied]: { note: "der", due: "" }, [torn]: { note: "ny" },
  });
  const { state, counts } = into(two, "p", theirs, later("b"), "", seen);
  const days = ids.map((id) => valuesOf(state.projects.p, id, []).due);
  return { ...counts, notes: notesOf(state.projects.p, ids), days };
}

/** What comes of an item that stands twice in a file: a row that was moved, the answers in the old
 * place emptied; one of two rows written in, first and last; two that say each their own; one that
 * was copied and left. Of each the notes and days, and what is counted. */
export async function severalRows(base64, words, data, ids) {
  const { project, copy, seen } = await given(base64, words, data, ids);
  const [id] = ids;
  const of = (values) => copy({ [id]: values }).find((one) => one.id === id);
  const empty_ = { status: "", due: "", note: "" };
  const same = of({});
  const cases = [
    [of(empty_), same], [same, of(empty_)], [of({ note: "ny" }), same], [same, of({ note: "ny" })],
    [of({ note: "a" }), of({ note: "b" })], [same, same],
  ];
  return [seen, ""].map((heard) => cases.map((placed) => {
    const { state, counts } = into(project, "p", placed, later("b"), "", heard);
    const { answers, torn, passed, cleared, twice } = counts;
    return [
      ...notesOf(state.projects.p, [id]), valuesOf(state.projects.p, id, []).due,
      [answers, torn, passed, cleared, twice].join(" "),
    ];
  }));
}

/** What is read of notes that a CSV has kept a spreadsheet from running, when it was saved as a
 * workbook; and of the same signs where somebody wrote them. */
export function defused(data, ids, notes) {
  const catalog = catalogOf(data);
  const seals = notes.map((note) => sealOf({ note }));
  const rows = ids.map((id, n) => ({
    ...{ id, marks: [], links: [], code: "", text: "", seal: seals[n] }, values: { note: `'${notes[n]}` },
  }));
  const unsealed = rows.map((row) => ({ ...row, seal: "" }));
  return [rows, unsealed].map((all) =>
    places(all, catalog, catalog.version).placed.map(({ row }) => row.values.note));
}

/** Whether what one project gives out is known to it, to its copy, and to one from before. */
export function known(dots) {
  const start = write(empty(), "p", STAMP, (old, put) => ({ ...old, name: put("a") }));
  const out = marked(start, "p", STAMP);
  const writer = writerIn("p", STAMP);
  const dot = `${writer}:${out.projects.p.seen[writer]}`;
  const copied = copyOf(out, "p", "q", "b", STAMP);
  const seen = [out.projects.p, copied.projects.q, start.projects.p].map((one) => one.seen);
  return [seen.map((one) => knowsAll(one, dot)), dots.map((one) => knowsAll(seen[0], one)),
    out.local.changes === start.local.changes];
}

/** How many rows of a workbook are cut on paper, with this in some of them. */
export const cut = async (base64, words, values, only) => (await office("xlsx", bytesOf(base64), {
  valuesOf: (id) => values[id] ?? {},
  ...{ about: { project: "p" }, names: [], today: NOW, said: [] },
  ...(only ? { fit: { only: (id) => only.includes(id), line: "" } } : {}),
}, wordsOf(words))).long;
