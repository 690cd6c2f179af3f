// Every file that we write, read again by what reads it: nothing is another, nothing is missing.

import { backup, opened as openedBackup, siteOf } from "../../../overrides/assets/checklists/answers/backup.js";
import { read as readState } from "../../../overrides/assets/checklists/answers/accept.js";
import { empty, emptyProject, keep } from "../../../overrides/assets/checklists/answers/state.js";
import { text } from "../../../overrides/assets/checklists/answers/written.js";
import { blocks, grid } from "../../../overrides/assets/checklists/documents/blocks.js";
import { columns } from "../../../overrides/assets/checklists/documents/edition.js";
import { mark, numbered } from "../../../overrides/assets/checklists/documents/document.js";
import * as edits from "../../../overrides/assets/checklists/documents/edits.js";
import * as files from "../../../overrides/assets/checklists/documents/files.js";
import * as kept from "../../../overrides/assets/checklists/documents/kept.js";
import { readAnswer } from "../../../overrides/assets/checklists/documents/replies.js";
import { wordsOf } from "../../../overrides/assets/checklists/elements/words.js";
import * as csv from "../../../overrides/assets/checklists/formats/csv.js";
import * as docx from "../../../overrides/assets/checklists/formats/docx.js";
import { three } from "./laws.js";
import { generator, pick, plain } from "./random.js";

const SIGNS = [
  ...["=1+1", "＝1", ",", ";", "\t", "\n", "\n\n", '"', "'", "<w:t>", "&amp;", "æ", "e\u0301", "😀"],
  ...["\u202e", "\u00ad", "\u200b", "a", " b", "1", "x".repeat(500), "${n}", "$&", "__proto__", "@x"],
];
const REPLIES = { yes: "Oppfylt", partly: "Delvis", no: "Ikke oppfylt" };

const words = (random) =>
  Array.from({ length: Math.floor(random() * 6) }, () => pick(random, SIGNS)).join("");

/** A document of somebody who writes whatever there is. */
function documentOf(random) {
  const requirements = Array.from({ length: 1 + Math.floor(random() * 6) }, (_, order) => ({
    id: `egen-${order}`,
    n: pick(random, [0, order + 20]),
    text: `Skal ${words(random)}`,
    priority: pick(random, ["must", "should", "could"]),
    group: pick(random, ["Sikkerhet", "Pris & annet", `G${words(random).slice(0, 900)}`]),
    order,
  }));
  const frame = { who: words(random), availability: "99,9", deadline: words(random) };
  const { id, pairs } = edits.begun(`D${words(random).slice(0, 199)}`, requirements, frame);
  const stamp = { when: "2026-11-24T08:00:00Z", writer: "w", by: "m" };
  const state = pairs.reduce(
    (made, [key, said]) => keep(made, "p", "documents", key, said, stamp),
    empty(),
  );
  return kept.read(readState(text(state)).state.projects.p, id, []);
}

/** What a supplier says to each requirement. */
const answersOf = (random, doc) =>
  Object.fromEntries(
    numbered(doc).map(({ number }) => {
      const [reply] = [pick(random, Object.keys(REPLIES))];
      const given = { reply, text: words(random), link: words(random), price: pick(random, ["", "1 200", "10-20"]) };
      return [number, files.reply(given)];
    }),
  );

/** What a file is on its way: as it was written, or with a letter changed, as a plant. */
let onItsWay = (file) => file;

const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

/** What is read out of a table: its edges are trimmed; of Word no places to part a word. */
const inTable = (answers, isWord) =>
  Object.fromEntries(
    Object.entries(answers).map(([number, made]) => {
      const [said, link] = [made.text, made.link].map((one) =>
        (isWord ? one.replaceAll("\u00ad", "") : one).trim());
      return [number, { ...made, text: said, link }];
    }),
  );

/** The supplier's cells of a row, filled in. */
const filled = (row, answers, places) =>
  row.map((cell, n) => {
    const made = answers[row[0]];
    const field = made && places[n];
    if (!field) return cell;
    return field === "reply" ? REPLIES[made.reply] : made[field];
  });

/** Which field stands in which column. */
const placesOf = (head, t) => {
  const ours = columns(t).slice(1);
  return head.map((word) => ["reply", "text", "link", "price"][ours.indexOf(word)]);
};

const KINDS = {
  backup: (random, seed) => {
    const [state] = three(seed).states;
    const file = onItsWay(backup(state, "s"));
    const found = openedBackup(file);
    const none = !Object.keys(state.projects).length && found.problem === "empty";
    return none || (plain(found.state) === plain(state) && siteOf(file) === "s") || found.problem;
  },
  document: (random) => {
    const doc = documentOf(random);
    const { document, problem } = files.fromFile(onItsWay(JSON.stringify(files.toFile(doc))));
    const asked = numbered(doc).map(({ id, number, group, priority, text: said }) =>
      ({ id, number, group, priority, text: said }));
    const { id, name, frame } = doc;
    const right = { id, edition: mark(asked), name, frame, requirements: asked };
    return same(document, right) || problem || { document, right };
  },
  answer: (random) => {
    const doc = documentOf(random);
    const answers = answersOf(random, doc);
    const file = files.answerFile(files.toFile(doc), "Leverandør", answers);
    const { answer, problem } = files.fromAnswerFile(onItsWay(JSON.stringify(file)));
    return same({ ...answer?.answers }, answers) || problem || answer;
  },
  csv: async (random, seed, t) => {
    const doc = documentOf(random);
    const answers = answersOf(random, doc);
    const [head, ...rows] = grid(doc, t);
    const places = placesOf(head, t);
    const made = csv.write([head, ...rows.map((row) => filled(row, answers, places))]);
    return table(onItsWay(made), doc, answers, t);
  },
  word: async (random, seed, t) => {
    const doc = documentOf(random);
    const answers = answersOf(random, doc);
    const answered = (block) => {
      if (block.locked) return { ...block, locked: block.locked.map(answered) };
      const rowOf = (row) => wordRow(row, answers, block.head, t);
      return block.head?.length ? { ...block, rows: block.rows.map(rowOf) } : block;
    };
    const all = blocks(doc, t, { title: "G", version: "1", brand: "000000" }).map(answered);
    return table(docx.write(all, { title: doc.name, language: "nb", footer: "f", colour: "000000" }), doc, answers, t);
  },
};

const wordRow = (row, answers, head, t) =>
  filled(row, answers, placesOf(head, t)).map((said) => onItsWay(said));

async function table(content, doc, answers, t) {
  const { answer, problem } = await readAnswer(new File([content], "svar"), t);
  if (problem) return problem;
  const right = inTable(answers, typeof content !== "string");
  const ordered = (made) => Object.entries(made).sort(([a], [b]) => (a < b ? -1 : 1));
  if (!same(ordered(answer.answers), ordered(right))) return { found: { ...answer.answers }, right };
  const edition = mark(numbered(doc));
  const whose = answer.document === doc.id && answer.edition === edition;
  return whose || { whose: [answer.document, answer.edition], is: [doc.id, edition] };
}

/** The first file of each kind that was read as another than it was written, of so many. */
export async function faults(most, given, first = 1) {
  const t = wordsOf(given);
  const found = {};
  for (const [kind, make] of Object.entries(KINDS)) {
    for (let seed = first; seed < first + most && !found[kind]; seed += 1) {
      const fine = await make(generator(seed), seed, t);
      if (fine !== true) found[kind] = [seed, fine];
    }
  }
  return found;
}

/** The kinds of files where a letter that is changed on the way is found. */
export async function planted(most, given) {
  onItsWay = (file) => file.replace(/(?<=["x])x/g, "z");
  try {
    return Object.keys(await faults(most, given)).sort();
  } finally {
    onItsWay = (file) => file;
  }
}

/** A document file with an id of anybody's, opened, kept, stored and read again: the ids, whether
 * what is written of it then says the same, and how much could not be read. */
export function strangeIds(file) {
  const { document } = files.fromFile(file);
  const pairs = [
    kept.named(document.id, document.name),
    ...document.requirements.map(({ number, ...one }, order) =>
      kept.requirement(document.id, { ...one, n: Number(number.slice(1)), order })),
  ];
  const stamp = { when: "2026-11-24T08:00:00Z", writer: "w", by: "m" };
  const state = pairs.reduce(
    (made, [key, said]) => keep(made, "p", "documents", key, said, stamp),
    { ...empty(), projects: { p: emptyProject() } },
  );
  const again = readState(text(state));
  const doc = kept.read(again.state.projects.p, document.id, []);
  const { document: back } = files.fromFile(JSON.stringify(files.toFile(doc)));
  const asked = (made) => made.requirements.map((one) => Object.values(one).join("|"));
  return [document.requirements.map(({ id }) => id), same(asked(back), asked(document)), again.aside.length];
}
