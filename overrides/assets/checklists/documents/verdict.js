// Who leads and why, in words: what stands first on the page and on every sheet. Pure.

import { isolated } from "../elements/isolated.js";
import { chosen, onlyOf } from "./evaluation.js";
import { isExample } from "./example.js";
import * as figures from "./figures.js";
import { leaders, lowest, shares } from "./models.js";
import { disagreement } from "./panel.js";
import { COUNTED } from "./posts.js";
import * as tipping from "./tipping.js";

/**
 * @typedef {import("../elements/words.js").Words} Words
 * @typedef {import("./evaluation.js").Evaluation} Evaluation
 * @typedef {import("./evaluation.js").Judged1} Judged1
 */

const OURS = ["amount", "years"]; // what is lacking of a price that we have not said

/** @param {Evaluation} made */
export const namesOf = ({ suppliers }) => {
  const names = new Map(suppliers.map(({ id, supplier }) => [id, isolated(supplier)]));
  return (/** @type {string} */ id) => names.get(id) ?? "";
};

/** «Byen IT leder med 8,4 av 10 poeng.» @param {Evaluation} made @param {Words} t */
export function headline(made, t) {
  const only = onlyOf(made);
  if (only) return t("judge.lead_alone", { name: isolated(only.supplier) });
  const found = chosen(made);
  const { model, problem, lines } = found;
  const nameOf = namesOf(made);
  const first = leaders(found);
  const [line] = lines;
  if (!line || problem || line.result === null || !first.length) return t("judge.lead_none");
  const names = figures.list(first.map(nameOf));
  const words = { names, result: figures.result(model, line.result) };
  if (first.length > 1) return t("judge.lead_tie", words);
  return model === "priced" ? t("judge.lead_priced", words) : t("judge.lead_points", words);
}

/** Why the one that leads does, what would change it, and what it all rests on.
 * @param {Evaluation} made @param {Words} t @returns {string[]} */
export function reasons(made, t) {
  const { none, some } = unscored(made, t); // who has no points at all may be the one that leads
  const only = onlyOf(made);
  const found = only ? alone(only, t) : [...why(made, t), ...models(made, t), ...turns(made, t)];
  const all = [none, formless(made, t), late(made, t), ...found, basis(made, t), some];
  return all.filter(Boolean);
}

/** Whose price is of requirements alone, where nobody has filled in the price form: had somebody,
 * it would be a gap. The worked example asked for no form. @param {Evaluation} made
 * @param {Words} t */
function formless({ id, suppliers }, t) {
  if (isExample(id)) return "";
  const some = suppliers.filter(({ cost: { total, own, parts } }) =>
    total !== null && !own && parts.length > 0 && parts.every(({ post }) => !post));
  const names = figures.list(some.map(({ supplier }) => isolated(supplier)));
  return some.length ? t("judge.no_forms", { names }) : "";
}

/** Whose answers are to other requirements than those that are weighed here.
 * @param {Evaluation} made @param {Words} t */
function late({ suppliers }, t) {
  const names = suppliers.filter((one) => one.late).map(({ supplier }) => isolated(supplier));
  return names.length ? t("judge.basis_late", { names: figures.list(names) }) : "";
}

/** Of one answer: what it costs, and that nobody is measured against another.
 * @param {Judged1} one @param {Words} t */
const alone = ({ cost: { total } }, t) => [
  t("judge.alone_text"),
  total === null
    ? t("judge.lead_no_price")
    : t("judge.alone_price", { cost: figures.kroner(total) }),
];

/** @param {Evaluation} made @param {Words} t */
function why(made, t) {
  const found = chosen(made);
  if (found.problem) return [t(`judge_no_model.${found.problem}`)];
  const [line] = found.lines;
  if (!line || line.result === null) return [t("judge.lead_no_price")];
  const place = (/** @type {(line: {quality: number, cost: number | null}) => number} */ of) =>
    1 + found.lines.filter((other) => of(other) > of(line)).length;
  const quality = place((one) => one.quality);
  const price = place((one) => -(one.cost ?? Infinity));
  const words = { points: figures.points(line.quality), place: quality, n: found.lines.length };
  const [ofQuality, ofPrice] = shares(made.settings).map(figures.tenths);
  const alone = made.settings.model === "priced"; // quality has a price, and no share is weighed
  const said = [
    alone
      ? t("judge.why_quality_alone", words)
      : t("judge.why_quality", { ...words, share: ofQuality }),
  ];
  if (line.cost !== null) {
    const priced = found.lines.filter(({ cost }) => cost !== null).length;
    const about = { cost: figures.kroner(line.cost), place: price, n: priced };
    said.push(
      alone
        ? t("judge.why_price_alone", about)
        : t("judge.why_price", { ...about, share: ofPrice }),
    );
  }
  if (found.lines.some(({ place }) => place === null)) said.push(t("judge.why_gap"));
  return [...said, measured(made, t)];
}

/** What prices are measured against, where somebody is cheaper and does not count as the lowest:
 * without it nobody can work the points out. @param {Evaluation} made @param {Words} t */
function measured({ offers, settings }, t) {
  const best = lowest(offers);
  const cheaper = offers.some(({ cost }) => cost !== null && best !== null && cost < best);
  if (!cheaper || best === null || settings.model === "priced") return "";
  return t("judge.why_lowest", { cost: figures.kroner(best) });
}

/** Who leads under the other models. @param {Evaluation} made @param {Words} t */
function models(made, t) {
  const nameOf = namesOf(made);
  const own = leaders(chosen(made)).join();
  const good = made.all.filter(({ problem, lines }) => !problem && lines[0]?.result !== null);
  const same = good.filter((one) => leaders(one).join() === own);
  const others = good.filter((one) => leaders(one).join() !== own);
  if (!own || good.length < 2) return [];
  const about = { n: same.length, all: good.length };
  const isTied = leaders(chosen(made)).length > 1;
  return [
    isTied ? t("judge.tied_models", about) : t("judge.same_models", about),
    ...others.map((one) => {
      const names = figures.list(leaders(one).map(nameOf));
      return t("judge.other_model", { model: t(`judge_model.${one.model}`), names });
    }),
  ];
}

/** The numbers at which the winner changes. @param {Evaluation} made @param {Words} t
 * @returns {string[]} */
export function turns(made, t) {
  const { offers, settings } = made;
  const { model, problem } = chosen(made);
  if (problem) return [];
  const nameOf = namesOf(made);
  const { below, above } = tipping.byWeight(model, offers, settings);
  const share = (/** @type {tipping.Turn} */ one) => ({
    share: figures.percent(one.share),
    name: nameOf(one.id),
  });
  const value = tipping.byValue(offers, settings);
  const worth = (/** @type {{value: number, id: string}} */ one) => ({
    value: figures.kroner(one.value),
    name: nameOf(one.id),
  });
  const priced = model === "priced";
  return [
    below ? t("judge.turn_below", share(below)) : "",
    above ? t("judge.turn_above", share(above)) : "",
    priced && value.below ? t("judge.turn_value_below", worth(value.below)) : "",
    priced && value.above ? t("judge.turn_value_above", worth(value.above)) : "",
    ...prices(made, t),
  ].filter(Boolean);
}

/** @param {Evaluation} made @param {Words} t */
function prices(made, t) {
  const { offers, settings } = made;
  const nameOf = namesOf(made);
  const words = (/** @type {tipping.PriceTurn} */ { id, by, cost }) => ({
    name: nameOf(id),
    by: figures.percent(by),
    cost: figures.kroner(cost),
  });
  const up = tipping.dearer(settings.model, offers, settings);
  const [down] = tipping.cheaper(settings.model, offers, settings);
  return [
    up ? t("judge.turn_dearer", words(up)) : "",
    down ? t("judge.turn_cheaper", words(down)) : "",
  ];
}

/** What the points rest on. @param {Evaluation} made @param {Words} t */
function basis(made, t) {
  const judges = made.judges.filter(({ counts }) => counts);
  const each = made.requirements.length;
  const isBare = made.suppliers.every(({ unscored }) => unscored === each);
  if (!judges.length || isBare) return t("judge.basis_replies");
  const all = made.requirements.flatMap(({ number }) =>
    made.suppliers.map(({ id }) => made.givenOf(id, number).map(({ score }) => score)),
  );
  const found = disagreement(all);
  const n = judges.length;
  if (!found) return t("judge.basis_judges", { n });
  return t("judge.basis_apart", { n, far: found.far, of: found.of });
}

/**
 * Where nobody has set points, the supplier's own word counts, beside what others were given:
 * `none` of those who have no points at all, `some` of the rest. Where nobody has any it is told
 * already. @param {Evaluation} made @param {Words} t @returns {{none: string, some: string}}
 */
function unscored({ requirements, suppliers }, t) {
  const each = requirements.length;
  const none = suppliers.filter((one) => one.unscored === each);
  if (none.length === suppliers.length) return { none: "", some: "" };
  const some = suppliers.filter((one) => one.unscored && one.unscored < each);
  const n = some.reduce((sum, one) => sum + one.unscored, 0);
  const names = figures.list(none.map(({ supplier }) => isolated(supplier)));
  return {
    none: names && t("judge.basis_none", { names }),
    some: n ? t("judge.basis_some", { n, of: some.length * each }) : "",
  };
}

/** The absolute requirements that are not met, and of which there is no answer at all: that is
 * something to ask about. @param {Pick<Judged1, "unmet" | "answers">} one @param {Words} t */
export const unmetOf = ({ unmet, answers }, t) =>
  unmet
    .map((number) => (answers[number]?.reply ? number : t("judge.unanswered", { number })))
    .join(", ");

/** What holds a supplier back. @param {Judged1} one @param {Words} t
 * @param {boolean} [isAlone] nobody comes before it @returns {string[]} */
export function held(one, t, isAlone = false) {
  const list = unmetOf(one, t);
  const unmet = isAlone ? t("judge.held_alone", { list }) : t("judge.held_unmet", { list });
  return [
    list && unmet,
    ...one.lifted.map(([number, words]) =>
      t("judge.held_lifted", { number, words: isolated(words) }),
    ),
    ...one.cost.gaps.map((gap) => gapWords(gap, t)),
    ownPrice(one, t),
  ].filter(Boolean);
}

/** That a price is ours and not the sum of what was answered, and why; «» where it is the sum.
 * @param {Judged1} one @param {Words} t */
export const ownPrice = ({ cost, ours }, t) =>
  cost.own ? [t("judge.cost_own"), isolated(ours.note)].filter(Boolean).join(" ") : "";

/** @param {import("./cost.js").Gap} gap @param {Words} t */
export function gapWords({ why, what }, t) {
  const known = what === "day" || COUNTED.includes(what);
  if (why === "amount" && known) return t(`judge_gap_amount.${what}`);
  return t(`judge_gap.${why}`, { what: isolated(what) });
}

/** What only the supplier can say of its prices, as questions to it. Where nobody has sent a price,
 * none is asked for: it may come by itself. @param {Judged1[]} suppliers @param {Words} t */
export function priceQuestions(suppliers, t) {
  const priced = suppliers.some(({ cost }) => cost.gaps.every(({ why }) => why !== "none"));
  return suppliers.flatMap(({ supplier, cost }) =>
    cost.gaps
      .filter(({ why }) => !OURS.includes(why) && (priced || why !== "none"))
      .map(({ why, what }) =>
        t(`judge_ask.${why}`, { name: isolated(supplier), what: isolated(what) }),
      ),
  );
}
