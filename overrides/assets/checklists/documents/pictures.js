// Pictures of an evaluation, drawn here with their numbers as text: bars, a scatter, lines, a heat
// table. What tells two suppliers apart is a letter and a form, never a colour alone.

import { node } from "../elements/node.js";
import { chosen, topics } from "./evaluation.js";
import * as figures from "./figures.js";
import { FULL, leaders } from "./models.js";
import { MOST_SCORE } from "./quality.js";
import { lines as straight } from "./tipping.js";
import { namesOf } from "./verdict.js";
import { parts } from "./verdict-view.js";

/**
 * @typedef {import("../elements/words.js").Words} Words
 * @typedef {import("./evaluation.js").Evaluation} Evaluation
 */

const SPACE = "http://www.w3.org/2000/svg";
const BAR = { label: 130, width: 170, row: 34, thick: 12 };
const BOX = { left: 34, top: 10, width: 300, height: 190 };
const LEAD = 0.08; // of an axis, beyond what stands on it

/** @param {string} tag @param {Record<string, string | number>} marks
 * @param {(Node | string)[]} children */
function svg(tag, marks, ...children) {
  const made = document.createElementNS(SPACE, tag);
  for (const [name, to] of Object.entries(marks)) made.setAttribute(name, String(to));
  made.append(...children);
  return made;
}

/** @param {number} width @param {number} height @param {string} title @param {Node[]} children */
const picture = (width, height, title, ...children) =>
  svg(
    "svg",
    {
      ...{ class: "guide-chart", viewBox: `0 0 ${width} ${height}`, role: "img" },
      ...{ "aria-label": title, width, height },
    },
    ...children,
  );

/** @param {number} x @param {number} y @param {string} words @param {string} [anchor] */
const label = (x, y, words, anchor = "start") =>
  svg("text", { x, y, "text-anchor": anchor }, words);

/** What a supplier is called in a picture. @param {number} n */
const letter = (n) => String.fromCharCode(65 + n);

/** A form of its own for each, round a point.
 * @param {number} n @param {number} x @param {number} y */
function mark(n, x, y) {
  const about = { class: `guide-chart__mark guide-chart__mark--${n % 2}` };
  if (n % 3 === 0) return svg("circle", { ...about, cx: x, cy: y, r: 6 });
  if (n % 3 === 1) return svg("rect", { ...about, x: x - 6, y: y - 6, width: 12, height: 12 });
  return svg("path", { ...about, d: `M${x} ${y - 7}l7 13h-14z` });
}

/** @param {string} words @param {number} most */
const short = (words, most) => (words.length > most ? `${words.slice(0, most - 1)}…` : words);

/** Bars by topic, one picture a supplier: what is absolute is dashed, the rest is whole.
 * @param {Evaluation} made @param {Words} t */
export const bars = (made, t) =>
  topics(made).map(({ supplier, topics: all }) => {
    const height = all.length * BAR.row + 4;
    const rows = all.flatMap(({ group, points, must }, n) => {
      const y = n * BAR.row + 4;
      return [
        label(0, y + BAR.thick + 5, short(group, 19)),
        ...bar(must, y, "must"),
        ...bar(points, y + BAR.thick + 2, "rest"),
      ];
    });
    const title = t("judge.bars_of", { name: supplier });
    const drawn = picture(BAR.label + BAR.width + 40, height, title, ...rows);
    return node("figure", {}, node("figcaption", {}, node("bdi", {}, supplier)), drawn);
  });

/** @param {number | null} points @param {number} y @param {"must" | "rest"} kind */
function bar(points, y, kind) {
  if (points === null) return [];
  const whole = { x: BAR.label, y, height: BAR.thick };
  return [
    svg("rect", { ...whole, width: BAR.width, class: "guide-chart__whole" }),
    svg("rect", {
      ...{ ...whole, width: (BAR.width * points) / FULL },
      class: `guide-chart__bar guide-chart__bar--${kind}`,
    }),
    label(BAR.label + BAR.width + 5, y + BAR.thick - 2, figures.points(points)),
  ];
}

/** Worth of every answer as a table: the darker, the better; the number says it too.
 * @param {Evaluation} made @param {Words} t */
export const heat = ({ requirements, suppliers }, t) =>
  parts(suppliers).map((some) => {
    const names = some.map(({ supplier }) =>
      node("th", { scope: "col" }, node("bdi", {}, supplier)),
    );
    const rows = requirements.map(({ number, priority }) =>
      node(
        "tr",
        {},
        node("th", { scope: "row" }, `${number} `, priority === "must" ? t("judge.must_mark") : ""),
        ...some.map(({ worthOf }) => {
          const score = worthOf(number) * MOST_SCORE;
          const level = { class: `guide-heat guide-heat--${Math.round(score)}` };
          return node("td", level, figures.points(score));
        }),
      ),
    );
    const head = node("tr", {}, node("th", { scope: "col" }, t("number")), ...names);
    const title = node("caption", { class: "checklist__sr" }, t("judge.heat"));
    return node("table", {}, title, node("thead", {}, head), node("tbody", {}, ...rows));
  });

/** The axes of a picture with a line for each step. @param {[at: number, words: string][]} across
 * @param {[at: number, words: string][]} up places as shares of the box */
const axes = (across, up) => [
  svg("rect", {
    ...{ x: BOX.left, y: BOX.top, width: BOX.width, height: BOX.height },
    class: "guide-chart__box",
  }),
  ...across.map(([at, words]) => label(X(at), BOX.top + BOX.height + 16, words, "middle")),
  ...up.map(([at, words]) => label(BOX.left - 6, Y(at) + 4, words, "end")),
];

/** @param {number} share of the box */
const X = (share) => BOX.left + share * BOX.width;
/** @param {number} share */
const Y = (share) => BOX.top + (1 - share) * BOX.height;
const SIZE = /** @type {const} */ ([BOX.left + BOX.width + 46, BOX.top + BOX.height + 26]);

/** Price against quality: up is better, left is cheaper. @param {Evaluation} made
 * @param {Words} t */
export function scatter(made, t) {
  const all = made.suppliers.flatMap(({ supplier: name, cost: { total: x }, points }, n) =>
    x === null ? [] : [{ n, name, x, y: points ?? 0 }],
  );
  if (!all.length) return [];
  const most = Math.max(...all.map(({ x }) => x)) * (1 + LEAD) || 1;
  const steps = [0, 0.5, 1].map(
    (at) => /** @type {[number, string]} */ ([at, figures.kroner(at * most)]),
  );
  const up = [0, 0.5, 1].map((at) => /** @type {[number, string]} */ ([at, String(at * FULL)]));
  const dots = all.flatMap(({ n, x, y }) => [
    mark(n, X(x / most), Y(y / FULL)),
    label(X(x / most) + 9, Y(y / FULL) + 4, letter(n)),
  ]);
  const rows = all.map(({ n, name, x, y }) => {
    const words = { points: figures.points(y), cost: figures.kroner(x) };
    return node("li", {}, `${letter(n)}: `, node("bdi", {}, name), `, ${t("judge.at", words)}`);
  });
  const drawn = picture(...SIZE, t("judge.scatter"), ...axes(steps, up), ...dots);
  return [drawn, node("ul", { class: "guide-compare__notes" }, ...rows)];
}

/** What each comes to as quality counts from nothing to everything.
 * @param {Evaluation} made @param {Words} t */
export function sensitivity(made, t) {
  const { settings, offers, suppliers } = made;
  const model = settings.model === "priced" ? "linear" : settings.model;
  const all = straight(model, offers, settings);
  if (all.length < 2) return [];
  const ends = all.flatMap(({ none, all: whole }) => [none, whole]);
  const [least, most] = [Math.min(0, ...ends), Math.max(FULL, ...ends)];
  const at = (/** @type {number} */ points) => Y((points - least) / (most - least));
  const drawn = all.flatMap(({ id, none, all: whole }) => {
    const n = suppliers.findIndex((one) => one.id === id);
    const ends_ = { x1: X(0), y1: at(none), x2: X(1), y2: at(whole) };
    const about = { class: "guide-chart__line", "stroke-dasharray": DASHES[n % DASHES.length] };
    return [svg("line", { ...ends_, ...about }), label(X(1) + 6, at(whole) + 4, letter(n))];
  });
  const share = settings.quality / (settings.quality + settings.price);
  const now = svg("line", {
    ...{ x1: X(share), x2: X(share), y1: BOX.top, y2: BOX.top + BOX.height },
    class: "guide-chart__now",
  });
  const steps = [0, 0.5, 1].map(
    (one) => /** @type {[number, string]} */ ([one, figures.percent(one * 100)]),
  );
  const up = [0, 0.5, 1].map((one) => {
    const words = figures.points(least + one * (most - least));
    return /** @type {[number, string]} */ ([one, words]);
  });
  const title = t("judge.lines_of", { model: t(`judge_model.${model}`) });
  return [
    node("p", {}, title),
    picture(...SIZE, title, ...axes(steps, up), now, ...drawn),
    steppedTable(all, made, t),
  ];
}

const DASHES = ["none", "8 4", "2 3", "12 3 2 3", "5 2"];
const SCROLLS = { class: "guide-scroll", tabindex: "0", role: "region" };
const SHARES = [0, 0.25, 0.5, 0.75, 1];

/** The lines as numbers. @param {ReturnType<typeof straight>} all @param {Evaluation} made
 * @param {Words} t */
function steppedTable(all, made, t) {
  const nameOf = namesOf(made);
  const leading = new Set(leaders(chosen(made)));
  const head = SHARES.map((one) => node("th", { scope: "col" }, figures.percent(one * 100)));
  const rows = all.map(({ id, none, all: whole }) => {
    const n = made.suppliers.findIndex((one) => one.id === id);
    const name = `${letter(n)} ${nameOf(id)}`;
    const title = leading.has(id) ? node("strong", {}, name) : name;
    const cells = SHARES.map((one) =>
      node("td", {}, figures.points(none + one * (whole - none))),
    );
    return node("tr", {}, node("th", { scope: "row" }, title), ...cells);
  });
  const first = node("th", { scope: "col" }, t("judge.quality_share"));
  return node(
    "div",
    { ...SCROLLS, "aria-label": t("judge.sensitivity_lines") },
    node(
      "table",
      {},
      node("caption", { class: "checklist__sr" }, t("judge.sensitivity_lines")),
      node("thead", {}, node("tr", {}, first, ...head)),
      node("tbody", {}, ...rows),
    ),
  );
}

/** All of them, under their headings. @param {Evaluation} made @param {Words} t */
export const pictures = (made, t) => [
  node("h3", {}, t("judge.bars")),
  node("p", {}, t("judge.bars_text")),
  node("div", { class: "guide-chart__all" }, ...bars(made, t)),
  node("h3", {}, t("judge.scatter")),
  ...scatter(made, t),
  node("h3", {}, t("judge.sensitivity_lines")),
  ...sensitivity(made, t),
  node("h3", {}, t("judge.heat")),
  node("div", { class: "guide-scroll" }, ...heat(made, t)),
];
