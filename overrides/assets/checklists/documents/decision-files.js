// What goes out of an evaluation: the memo, a letter to who was not chosen, and its numbers with
// one value a cell. Pure.

import { isolated } from "../elements/isolated.js";
import * as csv from "../formats/csv.js";
import * as docx from "../formats/docx.js";
import { EXCEL, WORD } from "../formats/types.js";
import * as xlsx from "../formats/xlsx.js";
import { whyLifted } from "./compared.js";
import { chosen, onlyOf, topics } from "./evaluation.js";
import * as figures from "./figures.js";
import { isFilled } from "./form.js";
import { formNotes } from "./form-words.js";
import { lowest } from "./models.js";
import { objections } from "./objections.js";
import { spreadOf } from "./panel.js";
import { priceCells } from "./price-cells.js";
import { asBlocks } from "./question-log.js";
import { points as apart, spoken } from "./panel-view.js";
import { headline, held, namesOf, ownPrice, reasons } from "./verdict.js";
import { costWords, partWords, placeWords } from "./verdict-view.js";

/**
 * @typedef {import("../elements/words.js").Words} Words
 * @typedef {import("../formats/docx.js").Block} Block
 * @typedef {import("../formats/xlsx.js").Value} Value
 * @typedef {import("./evaluation.js").Evaluation} Evaluation
 * @typedef {import("./exported.js").Made} Made
 */

const WIDTH = 17; // cm between the margins of A4
const MOST_APART = 10;
const SIGN = 3; // who sign the memo
const ROOM = "\n\n"; // for a signature

/** @param {string} style @param {string} text @returns {Block} */
const text = (style, text) => ({ style, text });
/** @param {string[]} lines */
const lines = (lines) => lines.map((line) => text("Normal", `• ${line}`));

/** What is read together stands on one page, where a page has room for it. @param {Block[]} all */
const together = (all) => all.map((one, n) => (n < all.length - 1 ? { ...one, next: true } : one));

/** @param {string[][]} rows of a title and its words @returns {Block} */
const pairs = (rows) => ({ widths: [WIDTH - 12, 12], head: [], rows });

/** A supplier a row, best first. @param {Evaluation} made @param {Words} t
 * @returns {import("../formats/docx.js").Table} */
export const ranking = (made, t) => ({
  widths: [2.9, 2.2, 2.4, 1.9, 3.5, 1.8, 2.8], // no head is broken, in a wide font either
  head: [
    ...[t("supplier"), t("judge.quality_row"), t("judge.cost_row")],
    ...made.all.map(({ model }) => t(`judge_model.${model}`)),
  ],
  rows: chosen(made).lines.map(({ id, quality, cost }) => [
    namesOf(made)(id),
    figures.points(quality),
    costWords(cost, t),
    ...made.all.map((one) => placeWords(one, id, t)),
  ]),
});

/** @param {Evaluation} made */
const dayOf = ({ decision }) => decision.day.split("-").reverse().join(".");

/** What was decided, as pairs of words; what speaks against it, if anything does, beside it.
 * @param {Evaluation} made @param {Words} t @returns {[title: string, words: string][]} */
export const decided = (made, t) => [
  [t("judge.decision_winner"), namesOf(made)(made.decision.winner) || t("judge.decision_nobody")],
  ...against(made, t),
  [t("judge.decision_day"), dayOf(made)],
  [t("judge.decision_who"), made.decision.who],
  [t("judge.decision_why"), made.decision.why],
  [t("judge.decision_reservations"), made.decision.reservations],
];

/** @param {Evaluation} made @param {Words} t @returns {[title: string, words: string][]} */
function against(made, t) {
  const all = objections(made, t);
  return all.length ? [[t("judge.decision_against"), all.join(" ")]] : [];
}

/** What holds each supplier back. @param {Evaluation} made @param {Words} t */
export const holding = (made, t) =>
  made.suppliers.flatMap((one) =>
    held(one, t, Boolean(onlyOf(made))).map((line) => `${isolated(one.supplier)}: ${line}`),
  );

/** The decision memo. @param {Evaluation} made @param {Words} t @returns {Block[]} */
export const memo = (made, t) => [
  text("Title", t("judge.memo_title", { name: made.name })),
  text("Heading1", t("judge.decision")),
  pairs(decided(made, t)),
  text("Heading1", t("judge.verdict")),
  text("Normal", headline(made, t)),
  ...lines(reasons(made, t)),
  ...(made.suppliers.length > 1 ? [text("Heading1", t("judge.models")), ranking(made, t)] : []),
  ...lines(holding(made, t)),
  text("Heading1", t("judge.costs")),
  ...made.suppliers.flatMap((one) =>
    together([
      text("Normal", `${isolated(one.supplier)}: ${costWords(one.cost.total, t)}`),
      ...lines(one.cost.parts.map((part) => partWords(part, made, t))),
      ...lines([...formNotes(one, made, t), ownPrice(one, t)].filter(Boolean)),
    ]),
  ),
  ...disagreed(made, t),
  text("Heading1", t("judge.signatures")),
  pairs(Array.from({ length: SIGN }, () => [t("judge.sign_line"), ROOM])),
];

/** @param {Evaluation} made @param {Words} t @returns {Block[]} */
function disagreed(made, t) {
  const all = apart(made).slice(0, MOST_APART);
  if (!all.length) return [];
  const agreed = (/** @type {import("./panel.js").Point} */ { number, supplier }) => {
    const found = made.agreed.get(number)?.[supplier];
    return found ? ` ${t("judge.agreed")}: ${found[0]}. ${found[1]}` : "";
  };
  const said = all.map((point) => `${spoken(point, made, t)}${agreed(point)}`);
  return [text("Heading1", t("judge.agenda")), ...lines(said)];
}

/**
 * A letter to a supplier that was not chosen: why, without anybody's prices.
 * @param {Evaluation} made @param {string} id the supplier's @param {Words} t @returns {Block[]}
 */
export function letter(made, id, t) {
  const nameOf = namesOf(made);
  const { winner, why } = made.decision;
  const both = [id, winner].map((one) => topics(made).find((other) => other.id === one));
  const [mine, theirs] = both.map((one) => one?.topics ?? []);
  const shown = (/** @type {number | null | undefined} */ n) =>
    typeof n === "number" ? figures.points(n) : "–";
  const of = (/** @type {string} */ one) => made.suppliers.find((other) => other.id === one);
  const words = { name: nameOf(id), winner: nameOf(winner), document: made.name };
  const rows = mine.flatMap(({ group, points, must }, n) => {
    const absolute = `${group} ${t("judge.must_mark")}`;
    return [
      ...(must === null ? [] : [[absolute, shown(must), shown(theirs[n]?.must)]]),
      ...(points === null ? [] : [[group, shown(points), shown(theirs[n]?.points)]]),
    ];
  });
  const all = [t("judge.quality_row"), shown(of(id)?.points), shown(of(winner)?.points)];
  const unmet = of(id)?.unmet ?? [];
  const from = [made.frame.company, dayOf(made)].filter(Boolean).join(", ");
  return [
    text("Title", t("judge.letter_title", words)),
    ...(from ? [text("Normal", from)] : []),
    text("Normal", t("judge.letter_text", words)),
    ...(why ? [text("Normal", t("judge.letter_why", { ...words, why }))] : []),
    ...(unmet.length ? [text("Normal", t("judge.letter_unmet", { list: unmet.join(", ") }))] : []),
    text("Heading1", t("judge.letter_points")),
    {
      widths: [WIDTH - 8, 4, 4],
      head: [t("group"), t("judge.letter_yours"), nameOf(winner)],
      rows: [all, ...rows],
    },
    text("Normal", t("judge.letter_end", words)),
    text("Normal", made.decision.who),
  ];
}

/** Every answer with its scores, one value a cell. @param {Evaluation} made @param {Words} t */
export function cells(made, t) {
  const judges = made.judges.filter(({ counts }) => counts);
  const head = [
    ...[t("number"), t("group"), t("priority"), t("requirement"), t("supplier"), t("reply")],
    ...[t("own_view"), t("note"), t("description"), t("price"), t("judge.worth")],
    ...[t("judge.least"), t("judge.most"), t("judge.mean"), t("judge.agreed")],
    ...[t("judge.agreed_why"), t("judge.lifted_head"), ...judges.map(({ name }) => name)],
  ];
  const rows = made.requirements.flatMap(({ number, group, priority, text: words }) =>
    made.suppliers.map((one) => {
      const claim = one.answers[number];
      const own = one.own(number);
      const spread = spreadOf(made.givenOf(one.id, number).map(({ score }) => score));
      const [agreed, why] = made.agreed.get(number)?.[one.id] ?? [null, ""];
      const reply = (/** @type {string | undefined} */ said) => (said ? t(`reply.${said}`) : "");
      return [
        ...[number, group, t(`priority.${priority}`), words, one.supplier, reply(claim?.reply)],
        ...[reply(own.reply), own.note ?? "", claim?.text ?? "", claim?.price ?? ""],
        ...[one.worthOf(number), spread?.least ?? null, spread?.most ?? null],
        ...[spread?.mean ?? null, agreed, why],
        whyLifted(one, number),
        ...judges.map(({ scores }) => scores.get(number)?.[one.id]?.[0] ?? null),
      ];
    }),
  );
  return { name: t("judge.sheet_cells"), head, rows: /** @type {Value[][]} */ (rows) };
}

/** The ranking under every model, one value a cell. @param {Evaluation} made @param {Words} t */
export function places(made, t) {
  const nameOf = namesOf(made);
  const head = [
    ...[t("judge.model_head"), t("judge.place_head"), t("supplier"), t("judge.quality_row")],
    ...[t("judge.cost_row"), t("judge.price_points"), t("judge.result"), t("judge.unmet_head")],
    ...[t("judge.lifted_head"), t("judge.lowest_head")],
  ];
  const best = lowest(made.offers);
  const lifted = new Map(
    made.suppliers.map((one) => [one.id, one.lifted.map((both) => both.join(": ")).join("; ")]),
  );
  const rows = made.all.flatMap(({ model, lines: all }) =>
    all.map(({ id, place, quality, cost, points, result, unmet }) => [
      ...[t(`judge_model.${model}`), place, nameOf(id), quality, cost, points, result, unmet],
      ...[lifted.get(id) ?? "", model === "priced" ? null : best],
    ]),
  );
  return { name: t("judge.sheet_places"), head, rows: /** @type {Value[][]} */ (rows) };
}

/** @param {Value} value */
const said = (value) =>
  typeof value === "number" ? String(value).replace(".", ",") : `${value ?? ""}`;

/**
 * A file of an evaluation.
 * @param {string} kind @param {Evaluation} made @param {Words} t
 * @param {{language: string, brand: string, logo?: Uint8Array, by?: string, supplier: string,
 *   log: import("./question-log.js").Asked[]}} how
 * @returns {Made}
 */
export function made(kind, made, t, { language, brand, logo, by, supplier, log }) {
  if (kind === "workbook") {
    const forms = made.suppliers.some(({ form }) => isFilled(form));
    const sheets = [cells(made, t), places(made, t), ...(forms ? [priceCells(made, t)] : [])];
    const content = /** @type {BlobPart} */ (xlsx.write(sheets, { logo, by }));
    return { extension: "xlsx", type: EXCEL, content };
  }
  if (kind === "cells" || kind === "places") {
    const { head, rows } = kind === "cells" ? cells(made, t) : places(made, t);
    const content = csv.write([head, ...rows.map((row) => row.map(said))]);
    return { extension: "csv", type: "text/csv", content };
  }
  /** @type {Record<string, () => Block[]>} */
  const written = {
    memo: () => memo(made, t),
    letter: () => letter(made, supplier, t),
    log: () => asBlocks(made.name, log, t),
  };
  const blocks = written[kind]();
  const about = { title: made.name, language, footer: made.name, colour: brand };
  const content = docx.write(blocks, { ...about, logo, by });
  return { extension: "docx", type: WORD, content: /** @type {BlobPart} */ (content) };
}
