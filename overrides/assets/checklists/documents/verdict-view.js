// What an evaluation comes to, on the page: who leads, the models side by side, what it costs.

import { few } from "../elements/few.js";
import { isolated } from "../elements/isolated.js";
import { node } from "../elements/node.js";
import { asked } from "./cost.js";
import { MOST } from "./evaluated.js";
import { chosen, onlyOf } from "./evaluation.js";
import { formNotes, postWords } from "./form-words.js";
import { COUNTED } from "./posts.js";
import * as figures from "./figures.js";
import { sameAsLinear, shares } from "./models.js";
import { gapWords, headline, reasons, unmetOf } from "./verdict.js";
import { amount as written, money } from "../elements/amounts.js";

/**
 * @typedef {import("../elements/words.js").Words} Words
 * @typedef {import("./evaluation.js").Evaluation} Evaluation
 * @typedef {import("./evaluation.js").Judged1} Judged1
 */

const WHOLE = 100; // per cent
const MOST_NUMBERS = 12; // that are named where prices are summed
export const SIDE = 6; // suppliers side by side; more stand in a table of their own, paper too

/** @param {string[]} lines */
const listed = (lines) => node("ul", {}, ...lines.map((line) => node("li", {}, line)));

/** Those of all that stand side by side: seven are four and three, and nobody stands alone.
 * @template T @param {T[]} all @returns {T[][]} */
export function parts(all) {
  const sides = Math.ceil(all.length / SIDE);
  const each = Math.ceil(all.length / sides);
  return Array.from({ length: sides }, (_, n) => all.slice(n * each, (n + 1) * each));
}

/** Who leads and why. @param {Evaluation} made @param {Words} t */
export const verdict = (made, t) => [
  node("p", { class: "guide-verdict__lead" }, headline(made, t)),
  ...failed(made, t),
  listed(reasons(made, t)),
];

/** Who does not meet what is absolute. @param {Evaluation} made @param {Words} t */
function failed(made, t) {
  const { suppliers } = made;
  const some = suppliers.filter(({ unmet }) => unmet.length);
  if (!some.length) return [];
  const only = onlyOf(made);
  if (only) {
    const words = { name: isolated(only.supplier), list: unmetOf(only, t) };
    return [node("p", { class: "checklist__where--warn" }, t("judge.against_unmet", words))];
  }
  const list = some
    .map((one) => `${isolated(one.supplier)} (${unmetOf(one, t)})`)
    .join("; ");
  const all = some.length === suppliers.length;
  const words = all ? t("judge.failed_none", { list }) : t("judge.failed_list", { list });
  return [node("p", { class: "checklist__where--warn" }, words)];
}

/** A row of a table that has suppliers as columns. @param {Judged1[]} some
 * @param {Node | string} title @param {(one: Judged1) => string} of */
const row = (some, title, of) =>
  node(
    "tr",
    {},
    node("th", { scope: "row" }, title),
    ...some.map((one) => node("td", {}, of(one))),
  );

/** The models as rows, the suppliers as columns. @param {Evaluation} made @param {Words} t */
export function models(made, t) {
  const order = chosen(made).lines.map(({ id }) => id);
  const sorted = made.suppliers.toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
  return parts(sorted).map((some) => {
    const names = some.map(({ supplier }) => node("th", { scope: "col" }, isolated(supplier)));
    const head = node("tr", {}, node("th", { scope: "col" }, t("judge.model_head")), ...names);
    const body = [
      row(some, t("judge.quality_row"), ({ points }) =>
        points === null ? "–" : figures.points(points),
      ),
      row(some, t("judge.cost_row"), ({ cost }) => costWords(cost.total, t)),
      ...made.all.map((one) => {
        const mine = one.model === made.settings.model;
        const name = t(`judge_model.${one.model}`);
        const title = mine ? node("strong", {}, t("judge.model_mine", { model: name })) : name;
        return row(some, title, ({ id }) => placeWords(one, id, t));
      }),
    ];
    const title = node("caption", { class: "checklist__sr" }, t("judge.models"));
    return node("table", {}, title, node("thead", {}, head), node("tbody", {}, ...body));
  });
}

/** @param {number | null} total @param {Words} t */
export const costWords = (total, t) =>
  total === null ? t("judge.cost_unknown") : figures.kroner(total);

/** «1. (8,4)». @param {import("./models.js").Judged} one @param {string} id @param {Words} t */
export function placeWords({ model, problem, lines }, id, t) {
  const line = lines.find((found) => found.id === id);
  if (problem) return "–";
  if (!line || line.result === null || line.place === null) return t("judge.no_place");
  return t("judge.place", { place: line.place, result: figures.result(model, line.result) });
}

/** How the suppliers were told that one would choose, why a model says nothing, and what full
 * quality would be worth. @param {Evaluation} made @param {Words} t */
export function notes({ all, offers, settings, frame }, t) {
  const same = sameAsLinear(offers, settings);
  const promised = frame.criteria ?? "";
  return [
    promised && t("judge.criteria_sent", { text: isolated(promised) }),
    summed(settings, t),
    ...all.flatMap(({ model, problem }) =>
      problem ? [`${t(`judge_model.${model}`)}: ${t(`judge_no_model.${problem}`)}`] : [],
    ),
    same ? t("judge.same_as_linear", { value: figures.kroner(same) }) : "",
  ].filter(Boolean);
}

/** What weights count as that are together another thing than a hundred; «» for those that are.
 * @param {import("./models.js").Terms & {model: string}} settings @param {Words} t */
function summed(settings, t) {
  const all = settings.quality + settings.price;
  if (settings.model === "priced" || !all || Math.round(10 * all) === 10 * WHOLE) return "";
  const [quality, price] = shares(settings).map(figures.percent);
  return t("judge.not_hundred", { all: figures.tenths(all), quality, price });
}

/** What each costs, how that came about, and what is not known of it.
 * @param {Evaluation} made @param {Words} t */
export const costs = (made, t) => made.suppliers.map((one) => costOf(one, made, t));

/** @param {Judged1} one @param {Evaluation} made @param {Words} t */
function costOf(one, made, t) {
  const { cost, ours } = one;
  const field = node("input", {
    ...{ "data-total": one.id, inputmode: "decimal", maxlength: "20", placeholder: " " },
    "aria-label": `${t("judge.own_total")} ${isolated(one.supplier)}`,
  });
  field.value = ours.total === null ? "" : written(ours.total);
  const note = node("input", {
    ...{ "data-total-note": one.id, maxlength: String(MOST.note), dir: "auto", placeholder: " " },
    "aria-label": `${t("note")} ${isolated(one.supplier)}`,
  });
  note.value = ours.note;
  const lines = [
    ...cost.parts.map((part) => partWords(part, made, t)),
    ...cost.gaps.map((gap) => gapWords(gap, t)),
    ...formNotes(one, made, t),
    cost.own ? t("judge.cost_own") : "",
  ].filter(Boolean);
  return node(
    "li",
    {},
    node("strong", {}, isolated(one.supplier)),
    `: ${costWords(cost.total, t)}`,
    lines.length ? listed(lines) : "",
    node("label", {}, node("span", {}, t("judge.own_total")), field),
    node("label", {}, node("span", {}, t("note")), note),
  );
}

/** «K4: 14 500 kr per måned × 12 × 3 år = 522 000 kr». @param {import("./cost.js").Part} part
 * @param {Evaluation} made @param {Words} t */
export function partWords(part, made, t) {
  if (part.post) return postWords(part, part.post, t);
  const { of, sum, numbers, times, amount, total } = part;
  const name = of.period || made.settings.unsaid;
  const period = of.period ? t(`period.${name}`) : t(`judge_unsaid_as.${name}`);
  const unit = of.unit ? ` × ${written(amount)} ${isolated(of.unit)}` : "";
  const often = times === 1 ? "" : ` × ${written(times)}`;
  return t("judge.cost_part", {
    list: few(numbers, MOST_NUMBERS),
    sum: `${money(sum, 2)} ${period}`,
    how: `${unit}${often}`,
    total: figures.kroner(total),
  });
}

/** What has to be said for prices to be summed: how many of each unit.
 * @param {Evaluation} made @param {Words} t */
export const units = ({ kinds, amounts }, t) =>
  asked(kinds).map((unit) => {
    const known = unit === "day" || COUNTED.includes(unit);
    const words = known
      ? t(`judge_amount_of.${unit}`)
      : t("judge.amount_unit", { unit: isolated(unit) });
    const field = node("input", { "data-unit": unit, inputmode: "decimal", maxlength: "12" });
    field.value = unit in amounts ? written(amounts[unit]) : "";
    return node("label", {}, node("span", {}, words), field);
  });

/** Absolute requirements that somebody does not meet, and a way to look away from one with a
 * reason. @param {Evaluation} made @param {Words} t */
export const lifts = ({ suppliers }, t) =>
  suppliers.flatMap((one) => {
    const all = [
      ...one.unmet.map((number) => /** @type {[string, string]} */ ([number, ""])),
      ...one.lifted,
    ];
    return all.map(([number, why]) => {
      const words = t("judge.lift", { name: isolated(one.supplier), number });
      const field = node("input", {
        ...{ "data-lift": one.id, "data-number": number, dir: "auto" },
        maxlength: String(MOST.note),
        placeholder: " ", // paper leaves out what is empty
      });
      field.value = why;
      return node("li", {}, node("label", {}, node("span", {}, words), field));
    });
  });

