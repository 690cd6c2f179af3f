// One evaluation as a whole: who answered what, what it is worth, what it costs, who leads. Pure.

import { counted } from "./compare.js";
import { costs } from "./costs.js";
import { numbered } from "./document.js";
import { editions, rowsOf, since } from "./editions.js";
import * as evaluated from "./evaluated.js";
import { underAll } from "./models.js";
import { byTopic, points, worth } from "./quality.js";
import * as supplied from "./supplied.js";

/**
 * @typedef {import("../answers/state.js").Project} Project
 * @typedef {import("./compared.js").Compared} Compared
 * @typedef {import("./cost.js").Cost} Cost
 * @typedef {import("./document.js").Numbered} Numbered
 * @typedef {import("./evaluated.js").Evaluator} Evaluator
 * @typedef {import("./evaluated.js").Scores} Scores
 * @typedef {import("./evaluated.js").Settings} Settings
 * @typedef {import("./models.js").Judged} Judged
 * @typedef {import("./models.js").Offer} Offer
 * @typedef {import("./panel.js").Given} Given
 * @typedef {{id: string, scores: Map<string, Scores>, counts: boolean} & Evaluator} Judge `counts`:
 *   in this round, and locked
 * @typedef {Compared & {worthOf: (number: string) => number, points: number | null, cost: Cost,
 *   ours: import("./evaluated.js").Own, unmet: string[], lifted: [number: string, why: string][],
 *   missing: number, unscored: number, late: boolean}} Judged1 `unmet`: absolute requirements
 *   neither met nor lifted; `unscored`: answers that count as the supplier gave them, since nobody
 *   has scored them; `late`: what is asked has been changed since it was answered
 * @typedef {{id: string, name: string, frame: Record<string, string>, requirements: Numbered[],
 *   weights: Record<string, number>, settings: Settings, years: number | null,
 *   kinds: import("./cost.js").Kind[], amounts: Record<string, number>, judges: Judge[],
 *   agreed: Map<string, Scores>, suppliers: Judged1[], offers: Offer[], all: Judged[],
 *   decision: Record<string, string>,
 *   givenOf: (supplier: string, number: string) => Given[]}} Evaluation
 * @typedef {Pick<Evaluation, "requirements" | "weights" | "agreed" | "givenOf">} Rest
 */

/** @type {import("./kept.js").Assessment} */
const NOTHING = {};
const NO_WEIGHT = -1;

/** The suppliers of a document, with what we think of each reply and what counts.
 * @param {Project} project @param {string} id @returns {Compared[]} */
export const suppliersOf = (project, id) =>
  supplied.suppliers(project, id).map(([place, made]) => {
    const read = supplied.allAssessed(project, id, place);
    const own = (/** @type {string} */ number) => read.get(number.toLowerCase()) ?? NOTHING;
    const replyOf = remembered((number) => counted(made.answers[number], own(number)));
    return { ...made, id: place, own, replyOf };
  });

/** @param {Project} project @param {string} id @param {number} round @returns {Judge[]} */
const judgesOf = (project, id, round) =>
  evaluated.evaluators(project, id).map(([who, made]) => ({
    ...made,
    id: who,
    scores: evaluated.scores(project, id, who),
    counts: Boolean(made.locked) && made.round === round,
  }));

/**
 * A supplier with what its answers are worth, what it costs and what holds it back.
 * @param {Compared} one @param {Rest} of
 * @param {Record<string, string>} lifts reasons, by «s1 K4» @param {Cost} price
 * @param {import("./evaluated.js").Own} ours @returns {Omit<Judged1, "late">}
 */
function judgedOf(one, { requirements, weights, agreed, givenOf }, lifts, price, ours) {
  const agreedOn = (/** @type {string} */ number) => agreed.get(number)?.[one.id]?.[0];
  const given = (/** @type {string} */ number) => givenOf(one.id, number).map(({ score }) => score);
  const worthOf = remembered((number) =>
    worth(agreedOn(number), given(number), one.replyOf(number)),
  );
  const bare = requirements.filter(
    ({ number }) => agreedOn(number) === undefined && !given(number).length,
  );
  const failed = requirements.filter(
    ({ number, priority }) => priority === "must" && one.replyOf(number) !== "yes",
  );
  const why = (/** @type {Numbered} */ { number }) => lifts[`${one.id} ${number}`] ?? "";
  const lifted = failed.filter(why);
  return {
    ...one,
    ...{ worthOf, ours, cost: price },
    points: points(requirements, weights, worthOf),
    unmet: failed.filter((made) => !why(made)).map(({ number }) => number),
    lifted: lifted.map((made) => /** @type {[string, string]} */ ([made.number, why(made)])),
    missing: requirements.filter(({ number }) => !one.replyOf(number)).length,
    unscored: bare.length,
  };
}

/** As `of`, worked out once for each: a ranking asks for every reply many times.
 * @template T @param {(name: string) => T} of */
function remembered(of) {
  /** @type {Map<string, T>} */
  const known = new Map();
  return (/** @type {string} */ name) => {
    const found = known.get(name) ?? of(name);
    known.set(name, found);
    return found;
  };
}

/** @param {Judge[]} judges @returns {Evaluation["givenOf"]} */
function givenBy(judges) {
  const some = judges.filter(({ counts }) => counts);
  const of = remembered((supplier) =>
    remembered((number) => {
      /** @type {Given[]} */
      const made = [];
      for (const { name, scores } of some) {
        const found = scores.get(number)?.[supplier];
        if (found) made.push({ name, score: found[0], note: found[1] });
      }
      return made;
    }),
  );
  return (supplier, number) => of(supplier)(number);
}

/** One answer is measured against nobody: no place, and no points for its price.
 * @param {Judged[]} all */
const alone = (all) =>
  all.map((one) => {
    if (one.lines.length !== 1) return one;
    const lines = one.lines.map((line) => ({ ...line, points: null, result: null, place: null }));
    return { ...one, problem: "alone", lines };
  });

/** A decision for somebody whose answer is taken out is none, until it is back.
 * @template {Record<string, string>} T @param {{id: string}[]} suppliers @param {T} decision */
const among = (suppliers, decision) =>
  suppliers.some(({ id }) => id === decision.winner) ? decision : { ...decision, winner: "" };

/** @param {Project} project @param {import("./document.js").Doc} doc @returns {Evaluation} */
export function evaluation(project, doc) {
  const { id } = doc;
  const requirements = numbered(doc);
  const weights = supplied.weighed(project, id);
  const settings = evaluated.settings(project, id);
  const judges = judgesOf(project, id, settings.round);
  const agreed = evaluated.agreed(project, id);
  const lifts = evaluated.lifted(project, id);
  const all = suppliersOf(project, id);
  const { years, kinds, amounts, priceOf } = costs(project, doc, requirements, all, settings);
  const rest = { requirements, weights, agreed, givenOf: givenBy(judges) };
  const [sent, asked] = [editions(project, id), rowsOf(requirements)];
  const isLate = (/** @type {Compared} */ { edition = "" }) =>
    Boolean(since(sent, edition, asked)?.changes.length);
  const suppliers = all.map((one) => {
    const ours = evaluated.own(project, id, one.id);
    const found = judgedOf(one, rest, lifts, priceOf(one, ours.total), ours);
    return { ...found, late: isLate(one) };
  });
  const offers = suppliers.map((one) => ({
    id: one.id,
    quality: one.points ?? 0,
    cost: one.cost.total,
    unmet: one.unmet.length,
  }));
  // Where no requirement weighs anything there is no quality to weigh against the price.
  const counts = !requirements.length || suppliers.some(({ points: found }) => found !== null);
  return {
    ...{ id, name: doc.name, frame: doc.frame, ...rest },
    ...{ settings, years, kinds, amounts, judges, suppliers, offers },
    all: alone(underAll(offers, counts ? settings : { ...settings, quality: NO_WEIGHT })),
    decision: among(suppliers, evaluated.decision(project, id)),
  };
}

/** The one answer there is, which nothing is measured against; null where there are more, or none.
 * @param {Pick<Evaluation, "suppliers">} made */
export const onlyOf = ({ suppliers }) => (suppliers.length === 1 ? suppliers[0] : null);

/** The ranking under the model that was chosen. @param {Evaluation} made */
export const chosen = ({ all, settings }) =>
  /** @type {Judged} */ (all.find(({ model }) => model === settings.model));

/** Points by topic of each supplier. @param {Evaluation} made */
export const topics = ({ requirements, weights, suppliers }) =>
  suppliers.map(({ id, supplier, worthOf }) => ({
    id,
    supplier,
    topics: byTopic(requirements, weights, worthOf),
  }));

