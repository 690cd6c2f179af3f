// What is kept of a document and of suppliers' answers: read and written by one rule.

import { read as readState } from "../../../overrides/assets/checklists/answers/accept.js";
import { empty, keep } from "../../../overrides/assets/checklists/answers/state.js";
import { text } from "../../../overrides/assets/checklists/answers/written.js";
import { grid, markdown } from "../../../overrides/assets/checklists/documents/compared.js";
import { numbered } from "../../../overrides/assets/checklists/documents/document.js";
import { exported } from "../../../overrides/assets/checklists/documents/exported.js";
import { editions, sent } from "../../../overrides/assets/checklists/documents/editions.js";
import * as evaluated from "../../../overrides/assets/checklists/documents/evaluated.js";
import * as kept from "../../../overrides/assets/checklists/documents/kept.js";
import { asked, log } from "../../../overrides/assets/checklists/documents/question-log.js";
import * as supplied from "../../../overrides/assets/checklists/documents/supplied.js";
import { openedList } from "../../../overrides/assets/checklists/documents/opened-list.js";
import { CompareRows } from "../../../overrides/assets/checklists/documents/compare-rows.js";
import * as pages from "../../../overrides/assets/checklists/documents/compare-table.js";
import { wordsOf } from "../../../overrides/assets/checklists/elements/words.js";
import { generator, pick } from "./random.js";

const STAMP = { when: "2026-11-24T08:00:00Z", writer: "w", by: "m" };

export const whys = () => supplied.WHYS;

/** A stored text: how much could not be read, the suppliers of its document, and whether writing
 * them and the whole again gives what was stored. */
export function stored(file) {
  const { state, aside } = readState(file);
  const [project] = Object.values(state.projects);
  const all = supplied.suppliers(project, "d1");
  const again = all.map(([id, made]) => supplied.supplier("d1", id, made));
  const same = again.every(([key, said]) => project.documents[key][0][0] === said);
  return [aside.length, all.map(([, made]) => made), same, text(state) === file.trim()];
}

/** What a stored text holds of what leads to a decision: editions, questions, an evaluation. And the
 * parts that are written in another way than they were stored. */
export function decided(file) {
  const [project] = Object.values(readState(file).state.projects);
  const id = "d1";
  const people = evaluated.evaluators(project, id);
  const given = people.map(([who]) => [...evaluated.scores(project, id, who)]);
  const agreed = [...evaluated.agreed(project, id)];
  const questions = log(project, id);
  const lifted = evaluated.lifted(project, id);
  const own = evaluated.own(project, id, "s1");
  const decision = evaluated.decision(project, id);
  const again = [
    ...people.map(([who, one]) => evaluated.evaluator(id, who, one)),
    ...people.flatMap(([who], n) => given[n].map(([k, one]) => evaluated.score(id, who, k, one))),
    ...agreed.map(([number, one]) => evaluated.agreement(id, number, one)),
    ...questions.map((one) => asked(id, one)),
    ...Object.entries(lifted).map(([at, why]) => evaluated.lift(id, ...at.split(" "), why)),
    ...Object.entries(decision).map(([name, words]) => evaluated.decided(id, name, words)),
    ...supplied.suppliers(project, id).map(([one, made]) => supplied.supplier(id, one, made)),
    evaluated.priced(id, "s1", String(own.total ?? ""), own.note),
  ];
  const next = sent(project, kept.read(project, id, []), "2026-11-27");
  const others = again.filter(([key, said]) => said !== (project.documents[key]?.[0][0] ?? ""));
  return {
    ...{ editions: editions(project, id), questions, people, given, agreed, lifted, own, decision },
    settings: evaluated.settings(project, id),
    amounts: evaluated.amounts(project, id, ["user", "hour"]),
    forms: supplied.suppliers(project, id).map(([, { form }]) => form ?? {}),
    next: next.map(([key]) => key),
    changes: JSON.parse(next.at(-1)?.[1] ?? "{}").changes ?? [],
    others: others.map(([key]) => key),
  };
}

/** What is read of a supplier that anybody has written: twice gives the same as once. */
export function read(made) {
  const once = supplied.supplierOf(made);
  return [once, JSON.stringify(supplied.supplierOf(once)) === JSON.stringify(once)];
}

const THINGS = [null, 0, 1, -1, NaN, 1e300, "", "x", "K1", "yes", true, [], {}, ["K1", "twice"], "æ\ud800",
  { K1: null }, { K1: { reply: "yes" } }, { __proto__: 1 }, [["K1", "x"]], [[["K1"]]], "must", "x".repeat(3e4)];
const FIELDS = {
  "d1-r-a": ["id", "n", "text", "priority", "group", "order"],
  "d1-s-s1": ["supplier", "answers", "unread", "doubts", "document", "edition"],
  "d1-a-s1-k1": ["reply", "note"],
  "d1-w": ["must", "should", "could"],
};

/** Whatever stands in the parts, the page and the files are made of it; the first that is not. With
 * `raw` suppliers are read as any JSON, as a plant. */
export function hostile(most, words, raw = false) {
  const t = wordsOf(words);
  for (let seed = 1; seed <= most; seed += 1) {
    const random = generator(seed);
    let state = keep(empty(), "p", "documents", "d1-name", "D", STAMP);
    for (const [key, names] of Object.entries(FIELDS)) {
      const made = random() < 0.2
        ? pick(random, THINGS)
        : Object.fromEntries(names.map((name) => [name, pick(random, THINGS)]));
      const said = random() < 0.1 ? "{" : JSON.stringify(made);
      state = keep(state, "p", "documents", key, said, STAMP);
    }
    try {
      shown(readState(text(state)).state.projects.p, t, raw);
    } catch (error) {
      return [seed, String(error?.stack ?? error)];
    }
  }
  return null;
}

/** All that is made of a project's document. */
function shown(project, t, raw) {
  const doc = kept.read(project, "d1", []);
  const origin = { title: "G", version: "1", brand: "000000" };
  for (const format of ["word", "csv", "markdown", "json"]) {
    exported(format, doc, t, origin, "nb");
  }
  const all = raw
    ? [["s1", JSON.parse(project.documents["d1-s-s1"][0][0])]]
    : supplied.suppliers(project, "d1");
  const suppliers = all.map(([id, made]) => ({
    ...made,
    id,
    own: (number) => supplied.assessed(project, "d1", id, number),
    replyOf: (number) => made.answers[number]?.reply ?? "",
  }));
  const weights = supplied.weighed(project, "d1");
  if (Object.values(weights).some((weight) => !(weight >= 0))) throw new Error("no weight");
  markdown(grid(numbered(doc), suppliers, weights, t));
  const rows = numbered(doc);
  openedList(suppliers, { id: "d1", edition: "x", numbers: rows.map((one) => one.number) }, t);
  const holder = document.createElement("div");
  for (const [, piece] of new CompareRows(holder, holder, t).pieces(rows, suppliers)) piece();
  pages.ranking(rows, suppliers, weights, t);
  pages.firmness(rows, suppliers, weights, t);
  pages.questions(rows, suppliers, weights, t);
}
