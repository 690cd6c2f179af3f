// Numbers that requirements share, on the pure core, and in documents.

import { merge } from "../../../overrides/assets/checklists/answers/merge.js";
import { broken, numberIn } from "../../../overrides/assets/checklists/answers/bounds.js";
import {
  filled,
  keyOf,
  namesIn,
  numbersOf,
  shown,
} from "../../../overrides/assets/checklists/answers/parameters.js";
import { read } from "../../../overrides/assets/checklists/answers/accept.js";
import { empty, keep } from "../../../overrides/assets/checklists/answers/state.js";
import { text } from "../../../overrides/assets/checklists/answers/written.js";
import { grid } from "../../../overrides/assets/checklists/documents/blocks.js";
import { mark, numbered, picked } from "../../../overrides/assets/checklists/documents/document.js";
import * as edits from "../../../overrides/assets/checklists/documents/edits.js";
import * as whole from "../../../overrides/assets/checklists/documents/whole.js";
import { fromFile, toFile } from "../../../overrides/assets/checklists/documents/files.js";
import * as kept from "../../../overrides/assets/checklists/documents/kept.js";
import { wordsOf } from "../../../overrides/assets/checklists/elements/words.js";
import { generator, pick } from "./random.js";

const STAMP = { when: "2026-11-26T08:00:00Z", writer: "a", by: "" };
const put = (state, part, pairs) =>
  pairs.reduce((made, [key, said]) => keep(made, "p", part, key, said, STAMP), state);
const answering = (answers) => put(empty(), "profile", Object.entries(answers));
/** @param {any} catalog */
const withIds = (catalog) => ({ ...catalog,
  byId: new Map(catalog.items.map((item) => [item.id, { was: [], ...item }])),
  items: catalog.items.map((item) => ({ was: [], ...item })) });

export const said = (texts) => texts.map(numberIn);

/** Every number at every level, as it is shown. */
export const every = ({ parameters }) =>
  parameters.flatMap(({ values, ...unit }) => values.split(" ").map((value) => shown(value, unit)));

/** id → as shown, for who has answered so. */
export function held(catalog, answers) {
  const numbers = numbersOf(catalog, answering(answers).projects.p ?? { profile: {} });
  return Object.fromEntries(numbers.map((one) => [one.id, one.shown]));
}

/** A form in which the names look like anything, filled once. */
export const fill = (form, words) =>
  filled(form, "før", Object.entries(words).map(([id, word]) => ({ id, shown: word })));

/** The rules that the numbers of a reader break: [first, then]. */
export const clashes = (rules, sizes) =>
  broken(rules, (id) => sizes[id]).map(({ first, then }) => [first, then]);

/**
 * A document before and after a number is changed, and after words of one's own: what the first
 * requirement with the number says, the mark of the edition, whether the file says the same, and
 * which requirements still follow. `still` plants a document that forgets what its texts were.
 */
export function followed(source, id, number, still = false) {
  const catalog = withIds(source);
  const docOf = (state) => kept.read(state.projects.p, "d1", numbersOf(catalog, state.projects.p));
  const first = put(empty(), "profile", [["storrelse", "ti-til-femti"]]);
  const rows = picked(catalog, first.projects.p).map((made) =>
    still ? { ...made, form: undefined } : made);
  let state = put(first, "documents", [kept.named("d1", "Krav"),
    ...rows.map((made) => kept.requirement("d1", made))]);
  state = put(state, "documents", whole.fixed(docOf(state)));
  const one = rows.find(({ form = "" }) => namesIn(form).includes(id)) ?? rows[0];
  const look = () => {
    const doc = docOf(read(text(state)).state);
    const { text: words } = doc.requirements.find((row) => row.id === one.id);
    return [words, mark(numbered(doc))];
  };
  const before = look();
  state = put(state, "profile", [[keyOf(id), number]]);
  const after = look();
  const opened = fromFile(JSON.stringify(toFile(docOf(state)))).document;
  const file = opened.requirements.find((row) => row.id === one.id).text;
  const again = put(state, "documents", whole.asFile(opened, docOf(state)));
  const kept_ = docOf(again).requirements.find((row) => row.id === one.id).form === one.form;
  state = put(state, "documents", edits.edited(docOf(state), one.id, { text: "Egne ord, {rettetid}." }));
  state = put(state, "profile", [[keyOf(id), "1"]]);
  return { before, after, file, kept: kept_, own: look()[0] };
}

/** What the table for a spreadsheet says of the numbers of a document, below its requirements. */
export function below(source, words) {
  const catalog = withIds(source);
  const { projects: { p: project } } = answering({ storrelse: "ti-til-femti" });
  const rows = picked(catalog, project);
  const state = put(empty(), "documents", rows.map((made) => kept.requirement("d1", made)));
  const doc = kept.read(state.projects.p, "d1", numbersOf(catalog, state.projects.p));
  const used = [...new Set(rows.flatMap(({ form = "" }) => namesIn(form)))].sort();
  const all = grid(doc, wordsOf(words));
  return [used, doc.numbers.map(({ id }) => id).sort(), all.slice(-doc.numbers.length)];
}

/** What is kept in a file of the time when numbers came: theirs, the texts, and merged with another
 * who has set one of them: both are there until somebody chooses. */
export function stored(file, source) {
  const { state, aside } = read(file);
  const known = source;
  const { p1 } = state.projects;
  const numbers = numbersOf(known, p1).filter(({ own }) => own);
  const doc = kept.read(p1, "d1", numbersOf(known, p1));
  const hers = keep(state, "p1", "profile", keyOf("rettetid"), "8", { ...STAMP, writer: "b" });
  const mine = keep(state, "p1", "profile", keyOf("rettetid"), "2", { ...STAMP, writer: "c" });
  const both = merge(mine, hers).projects.p1.profile[keyOf("rettetid")].map(([value]) => value);
  return { aside: aside.length, numbers: numbers.map(({ id, value }) => [id, value]),
    texts: doc.requirements.map((row) => row.text), both: both.sort(),
    same: text(read(text(state)).state) === text(state) };
}

const LETTERS = ["0", "1", "4", "9", ",", ".", " ", "-", "e", "٤", "½", "", "4 timer"];

/** Whatever is written as a number is none, or is kept and shown as the same one. */
export function random(times, broken_ = false) {
  const next = generator(20261126);
  const wrong = [];
  for (let n = 0; n < times; n += 1) {
    const words = Array.from({ length: 1 + Math.floor(next() * 6) }, () => pick(next, LETTERS)).join("");
    const made = broken_ ? String(parseFloat(words.replace(",", "."))) : numberIn(words);
    if (made === "") continue;
    const plain = Number(words.trim().replace(",", "."));
    const again = shown(made, { one: "x", many: "x" }).split(" ")[0];
    if (!(Number(made) === plain) || numberIn(again) !== made) wrong.push([words, made]);
  }
  return wrong;
}
