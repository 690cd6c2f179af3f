// A comparison as texts: what each supplier said to each requirement, and the points. Pure.

import { fileName } from "../elements/files.js";
import * as csv from "../formats/csv.js";
import { table } from "../formats/markdown.js";
import * as compare from "./compare.js";

/**
 * @typedef {import("../elements/words.js").Words} Words
 * @typedef {import("./document.js").Numbered} Numbered
 * @typedef {import("./kept.js").Supplier} Supplier
 * @typedef {import("./kept.js").Assessment} Assessment
 * @typedef {Supplier & {id: string, own: (number: string) => Assessment,
 *   replyOf: (number: string) => string, lifted?: [number: string, why: string][]}} Compared
 *   `own`: what we think ourselves; `lifted`: absolute requirements that we disregard
 */

const FILE = "sammenligning";

/**
 * The comparison as rows of texts.
 * @param {Numbered[]} requirements @param {Compared[]} suppliers
 * @param {Record<string, number>} weights @param {Words} t
 */
export function grid(requirements, suppliers, weights, t) {
  const rank = compare.ranked(requirements, suppliers, weights);
  const points = suppliers.map(({ id }) => {
    const found = rank.find((one) => one.id === id);
    return (found?.points ?? 0).toFixed(1).replace(".", ",");
  });
  const names = suppliers.map(({ supplier }) => supplier);
  return [
    [t("number"), t("priority"), t("requirement"), ...names],
    ...compare.ordered(requirements, suppliers).map(({ number, priority, text }) => [
      ...[number, t(`priority.${priority}`), text],
      ...suppliers.map((one) => said(one, number, t)),
    ]),
    ["", "", t("points_title"), ...points],
  ];
}

/** Why we disregard that an absolute requirement is not met; «» where we do not.
 * @param {Pick<Compared, "lifted">} supplier @param {string} number */
export const whyLifted = ({ lifted = [] }, number) =>
  lifted.find(([one]) => one === number)?.[1] ?? "";

/** @param {Compared} one @param {string} number @param {Words} t */
function said(one, number, t) {
  const claim = one.answers[number];
  const own = one.own(number);
  const why = whyLifted(one, number);
  const parts = [
    claim?.reply ? t(`reply.${claim.reply}`) : t("no_answer"),
    own.reply ? `${t("own_view")}: ${t(`reply.${own.reply}`)}` : "",
    own.note,
    claim?.text,
    claim?.price,
    claim?.notes ? `${t("reserved")}: ${claim.notes}` : "",
    why && `${t("judge.lifted_head")}: ${why}`,
  ];
  return parts.filter(Boolean).join("; ");
}

/**
 * A comparison as a file: its name, what is in it, and its type.
 * @param {"csv" | "md"} kind @param {import("./evaluation.js").Evaluation} made @param {Words} t
 * @returns {[string, string, string]}
 */
export function asFile(kind, { requirements, suppliers, weights }, t) {
  const rows = grid(requirements, suppliers, weights, t);
  const [content, type] =
    kind === "csv" ? [csv.write(rows), "text/csv"] : [markdown(rows), "text/markdown"];
  return [fileName(FILE, kind), content, type];
}

/** The rows as Markdown. @param {string[][]} rows */
export const markdown = ([head, ...rows]) => `${table(head, rows).join("\n")}\n`;
