// The comparison on the page: the table, the ranking, and what to ask about.

import { isolated } from "../elements/isolated.js";
import { button, node, options } from "../elements/node.js";
import * as compare from "./compare.js";
import { REPLIES } from "./document.js";
import { doubtsOf } from "./doubted.js";
import { priceSums } from "./price-sums.js";
import { parts } from "./verdict-view.js";
import { amount } from "../elements/amounts.js";

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

/** As many tables as the suppliers need to stand side by side.
 * @param {Numbered[]} requirements @param {Compared[]} suppliers @param {Words} t */
export const tables = (requirements, suppliers, t) =>
  parts(suppliers).map((some) => table(requirements, some, t));

/** @param {Numbered[]} requirements @param {Compared[]} suppliers @param {Words} t */
export function table(requirements, suppliers, t) {
  const names = suppliers.map(({ supplier }) => node("th", { scope: "col" }, own(supplier)));
  const head = node("tr", {}, node("th", { scope: "col" }, t("requirement")), ...names);
  const body = compare.ordered(requirements, suppliers).map((made) => {
    const about = `${made.number} · ${t(`priority.${made.priority}`)}`;
    const code = node("span", { class: "checklist__code" }, about);
    return node(
      "tr",
      { class: compare.isUnmet(made, suppliers) ? "guide-compare__unmet" : false },
      node("th", { scope: "row" }, code, node("br"), own(made.text), unfold(made.number, t)),
      ...suppliers.map((one) => cell(made.number, one, t)),
    );
  });
  const title = node("caption", { class: "checklist__sr" }, t("table"));
  return node("table", {}, title, node("thead", {}, head), node("tbody", {}, ...body));
}

/** What opens a requirement's answers where they are folded. @param {string} number
 * @param {Words} t */
const unfold = (number, t) =>
  button("unfold", t("judge.unfold"), {
    class: "guide-compare__unfold",
    "aria-expanded": "false",
    "aria-label": `${t("judge.unfold")} ${number}`,
  });

/**
 * What one supplier said to one requirement, and what we think of it. What counts stands first;
 * what the supplier said stays beside it.
 * @param {string} number @param {Compared} one @param {Words} t
 */
export function cell(number, one, t) {
  const claim = one.answers[number];
  const ours = one.own(number);
  const shown = ours.reply || claim?.reply;
  const replyWord = (/** @type {string | undefined} */ reply) =>
    reply ? t(`reply.${reply}`) : t("no_answer");
  const claimed = t("claimed", { reply: replyWord(claim?.reply) });
  const link = claim?.link ? linked(claim.link, t("proof")) : "";
  const parts = [
    node("strong", { class: `guide-compare__reply--${shown || "none"}` }, replyWord(shown)),
    ours.reply ? node("p", {}, claimed) : "",
    ours.note ? node("p", { class: "guide-compare__print" }, `${t("note")}: `, own(ours.note)) : "",
    claim?.text ? node("p", {}, own(claim.text)) : "",
    link ? node("p", {}, link) : "",
    claim?.price ? node("p", {}, `${t("price")}: `, own(claim.price)) : "",
    claim?.notes ? warned(`${t("reserved")}: `, own(claim.notes)) : "",
    ...doubtsOf(one, number, t).map((words) => warned(own(words))),
  ];
  // Heard as one text, «Oppfylt» ran together with what follows.
  parts.splice(1, 0, node("span", { class: "checklist__sr" }, ". "));
  return node("td", { "data-label": one.supplier }, ...parts, ...view(number, one, t));
}

/** @param {(Node | string)[]} parts */
const warned = (...parts) => node("p", { class: "checklist__where--warn" }, ...parts);

/** A link only to where a browser may go; else the text. @param {string} link
 * @param {string} text */
function linked(link, text) {
  if (!/^https?:\/\/[^\s]+$/.test(link)) return own(link);
  return node("a", { href: link, rel: "noopener noreferrer" }, text);
}

/** The fields of our own view. @param {string} number @param {Compared} one @param {Words} t */
function view(number, one, t) {
  const ours = one.own(number);
  const about = { "data-number": number };
  const name = (/** @type {string} */ word) => ({
    "aria-label": `${word} ${number} ${isolated(one.supplier)}`,
  });
  const select = node(
    "select",
    { "data-own": one.id, ...about, ...name(t("own_view")) },
    ...options([["", t("as_claimed")]]),
    ...options(REPLIES.map((value) => [value, t(`reply.${value}`)])),
  );
  select.value = ours.reply ?? "";
  const long = { maxlength: "1000", placeholder: t("note"), dir: "auto" };
  const note = node("input", { "data-note": one.id, ...about, ...long, ...name(t("note")) });
  note.value = ours.note ?? "";
  return [node("label", {}, node("span", {}, t("own_view")), select), note];
}

/**
 * The suppliers, best first, with what decides it.
 * @param {Numbered[]} requirements @param {Compared[]} suppliers @param {Weights} weights
 * @param {Words} t
 */
export const ranking = (requirements, suppliers, weights, t) =>
  compare.ranked(requirements, suppliers, weights).map((made) => {
    const { supplier, points, unmet, missing } = made;
    const n = amount(points, { maximumFractionDigits: 1 });
    const facts = [
      t("points", { n }),
      unmet.length ? t("unmet", { list: unmet.join(", ") }) : t("all_met"),
      missing.length ? t("no_reply", { n: missing.length }) : "",
      ...priceSums(requirements, made, t),
    ];
    const about = ` ${facts.filter(Boolean).join(" · ")}`;
    return node("li", {}, node("strong", {}, own(supplier)), about);
  });

/**
 * Whether the result holds when a weight changes.
 * @param {Numbered[]} requirements @param {Compared[]} suppliers @param {Weights} weights
 * @param {Words} t
 */
export function firmness(requirements, suppliers, weights, t) {
  const nameOf = (/** @type {string | undefined} */ id) =>
    isolated(suppliers.find((one) => one.id === id)?.supplier ?? "");
  const changes = compare.sensitivity(requirements, suppliers, weights);
  const turned = changes.filter(({ changed }) => changed);
  if (!turned.length) {
    const [first] = compare.ranked(requirements, suppliers, weights);
    return [node("li", {}, t("holds", { name: nameOf(first.id) }))];
  }
  return turned.map(({ priority, factor, winner }) => {
    const way = factor > 1 ? STEP.up : STEP.down;
    const words = { priority: t(`priority.${priority}`), way, name: nameOf(winner) };
    return node("li", {}, t("changes", words));
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
