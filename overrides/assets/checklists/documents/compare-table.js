// The comparison on the page: the ranking, what it rests on, and what to ask about.

import { inARow } from "../elements/amounts.js";
import { isolated } from "../elements/isolated.js";
import { node } from "../elements/node.js";
import * as compare from "./compare.js";
import { tenths } from "./figures.js";
import { priceSums } from "./price-sums.js";
import { unmetOf } from "./verdict.js";

/**
 * @typedef {import("../elements/words.js").Words} Words
 * @typedef {import("./compared.js").Compared} Compared
 * @typedef {import("./document.js").Numbered} Numbered
 * @typedef {Record<string, number>} Weights
 */

const MOST_QUESTIONS = 10;
const MOST_WORDS = 90;
const STEP = { up: "+20 %", down: "−20 %" };

/** Enough of a requirement to know it by. @param {string} text */
const short = (text) => (text.length > MOST_WORDS ? `${text.slice(0, MOST_WORDS - 1)}…` : text);

/** What a person wrote, whichever way its letters go. @param {string[]} parts */
const own = (...parts) => node("bdi", {}, ...parts);

/**
 * The suppliers, best first, with what decides it.
 * @param {Numbered[]} requirements @param {Compared[]} suppliers @param {Weights} weights
 * @param {Words} t
 */
export function ranking(requirements, suppliers, weights, t) {
  const all = compare.ranked(requirements, suppliers, weights);
  const places = compare.places(all);
  return all.map((made, place) => {
    const { supplier, points, unmet, missing } = made;
    const n = tenths(points);
    const facts = [
      t("points", { n }),
      unmet.length ? t("unmet", { list: unmetOf(made, t) }) : t("all_met"),
      missing.length ? t("no_reply", { n: missing.length }) : "",
      ...priceSums(requirements, made, t),
    ];
    const about = ` ${facts.filter(Boolean).join(" · ")}`;
    return node("li", { value: String(places[place]) }, node("strong", {}, own(supplier)), about);
  });
}

/**
 * Whether the result holds when a weight changes.
 * @param {Numbered[]} requirements @param {Compared[]} suppliers @param {Weights} weights
 * @param {Words} t
 */
export function firmness(requirements, suppliers, weights, t) {
  const nameOf = (/** @type {string} */ id) =>
    isolated(suppliers.find((one) => one.id === id)?.supplier ?? "");
  const changes = compare.sensitivity(requirements, suppliers, weights);
  const turned = changes.filter(({ changed }) => changed);
  if (!turned.length) {
    const first = compare.first(compare.ranked(requirements, suppliers, weights));
    const words = { name: inARow(first.map(nameOf)) };
    return [node("li", {}, first.length > 1 ? t("holds_even", words) : t("holds", words))];
  }
  return turned.map(({ priority, factor, winners }) => {
    const way = factor > 1 ? STEP.up : STEP.down;
    const name = inARow(winners.map(nameOf));
    const words = { priority: t(`priority.${priority}`), way, name };
    return node("li", {}, winners.length > 1 ? t("changes_even", words) : t("changes", words));
  });
}

/**
 * What to ask the suppliers: where they are furthest apart.
 * @param {Numbered[]} requirements @param {Compared[]} suppliers @param {Weights} weights
 * @param {Words} t
 */
export const questions = (requirements, suppliers, weights, t) =>
  compare
    .apart(requirements, suppliers, weights)
    .slice(0, MOST_QUESTIONS)
    .flatMap(({ number, text }) =>
      suppliers
        .filter(({ replyOf }) => replyOf(number) !== "yes")
        .map(({ supplier, replyOf }) => {
          const words = { name: isolated(supplier), number, text: isolated(short(text)) };
          return node("li", {}, t(`ask.${replyOf(number) || "none"}`, words));
        }),
    );
