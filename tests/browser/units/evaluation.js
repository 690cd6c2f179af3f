// Models, tipping points, quality, evaluators and cost: by themselves, without a page.

import { objections } from "../../../overrides/assets/checklists/documents/objections.js";
import { empty, keep } from "../../../overrides/assets/checklists/answers/state.js";
import { usersOf } from "../../../overrides/assets/checklists/documents/posts.js";
import { asked, cost, yearsOf } from "../../../overrides/assets/checklists/documents/cost.js";
import * as evaluated from "../../../overrides/assets/checklists/documents/evaluated.js";
import * as models from "../../../overrides/assets/checklists/documents/models.js";
import { agenda, disagreement, spreadOf } from "../../../overrides/assets/checklists/documents/panel.js";
import * as quality from "../../../overrides/assets/checklists/documents/quality.js";
import * as tipping from "../../../overrides/assets/checklists/documents/tipping.js";

const TERMS = { quality: 40, price: 60, bend: 50, value: null };
const offer = ([id, points, price, unmet = 0]) => ({ id, quality: points, cost: price, unmet });

export const price = models.pricePoints;
export { cost, spreadOf, disagreement, usersOf, yearsOf };

/** Each offer's place, the price's points and the result, by its id; with `problem` where there is
 * one. Offers are [id, quality, price, unmet]. */
export function ranked(model, offers, terms = {}) {
  const { problem, lines } = models.judged(model, offers.map(offer), { ...TERMS, ...terms });
  const made = lines.map(({ id, place, points, result }) => [id, place, points, result]);
  return problem || made;
}

export const leaders = (offers, terms = {}) =>
  models.underAll(offers.map(offer), { ...TERMS, ...terms }).map(models.leaders);

export const same = (offers, terms = {}) =>
  models.sameAsLinear(offers.map(offer), { ...TERMS, ...terms });

export const turns = (name, model, offers, terms = {}) => {
  const all = offers.map(offer);
  const said = { ...TERMS, ...terms };
  return name === "byValue" ? tipping.byValue(all, said) : tipping[name](model, all, said);
};

/** Points of replies and scores: rows are [number, priority, group, agreed, scores, reply]. */
export function topics(rows, weights) {
  const asked = rows.map(([number, priority, group]) => ({ number, priority, group }));
  const found = new Map(rows.map(([number, , , agreed, scores, reply]) => [
    number,
    quality.worth(agreed ?? undefined, scores, reply),
  ]));
  const worthOf = (number) => found.get(number);
  return [quality.points(asked, weights, worthOf), quality.byTopic(asked, weights, worthOf)];
}

export const agreed = (requirements, given, weights) =>
  agenda(requirements, ["a", "b"], (who, number) => given[`${who} ${number}`] ?? [], weights).map(
    ({ number, supplier, spread }) => [number, supplier, spread.spread],
  );

export const units = (kinds) => asked(kinds);

const STAMP = { when: "2026-11-26T08:00:00Z", writer: "w", by: "m" };
const project = (pairs) =>
  pairs.reduce((made, [key, text]) => keep(made, "p", "documents", key, text, STAMP),
    keep(empty(), "p", "documents", "d1-name", "D", STAMP)).projects.p;

export const setting = (name, words) => evaluated.setting("d1", name, words);
export const scores = evaluated.scoresOf;

/** The settings of a document in which some are written, and others stand as a file has them. */
export function settings(said, raw = {}) {
  const pairs = Object.entries(said).map(([name, words]) => setting(name, words));
  const other = Object.entries(raw).map(([name, words]) => [`d1-v-${name}`, words]);
  return evaluated.settings(project([...pairs, ...other]), "d1");
}

const THINGS = [null, 0, -1, 5, 1e300, "", "x", true, [], {}, [4, "x"], { s1: [4, "x"] }, { s1: null },
  { name: "N" }, { name: "N", locked: "x", round: "2" }, { total: -1 }, { total: 5, note: 7 },
  { __proto__: 1 }, "x".repeat(3e4)];

/** What cannot be read the same twice, or throws; null when all can. */
export function hostile() {
  for (const thing of THINGS) {
    const said = JSON.stringify(thing);
    const made = project([["d1-p-a", said], ["d1-e-a-k1", said], ["d1-e-a-nonsense", said],
      ["d1-c-k1", said], ["d1-l-s1-k1", said], ["d1-l-x", "{"], ["d1-t-s1", said]]);
    const people = evaluated.evaluators(made, "d1");
    const given = evaluated.scores(made, "d1", "a");
    const cost = evaluated.own(made, "d1", "s1");
    evaluated.agreed(made, "d1");
    const lifts = evaluated.lifted(made, "d1");
    const again = project([
      ...people.map(([id, one]) => evaluated.evaluator("d1", id, one)),
      ...[...given].map(([number, one]) => evaluated.score("d1", "a", number, one)),
      ...Object.entries(lifts).map(([at, why]) => evaluated.lift("d1", ...at.split(" "), why)),
      ["d1-t-s1", JSON.stringify(cost)],
    ]);
    const all = (from) => JSON.stringify([
      evaluated.evaluators(from, "d1"), [...evaluated.scores(from, "d1", "a")],
      evaluated.own(from, "d1", "s1"), evaluated.lifted(from, "d1"),
    ]);
    if (all(made) !== all(again)) return [said.slice(0, 80), all(made), all(again)];
  }
  return null;
}

/** Whether a choice is told to rest on other weights than the suppliers were told. */
export const promised = (criteria, settings) => objections({
  suppliers: ["a", "b"].map((id) => ({ id, supplier: id, unmet: [], cost: { total: 1 }, late: false })),
  ...{ decision: { winner: "a" }, frame: { criteria }, settings: { model: "linear", ...settings } },
  all: [{ model: "linear", problem: "none", lines: [] }, { model: "priced", problem: "none", lines: [] }],
}, (key, words) => [key, words?.quality, words?.price].join(" "));
