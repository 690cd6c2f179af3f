// Pictures of how far something is: must, should and could apart, never one number of them all.
// The numbers stand beside them as text, so the pictures say nothing aloud.

import { PRIORITIES } from "../answers/fields.js";
import { fill } from "../elements/fill.js";

/**
 * @typedef {Record<string, {done: number, total: number}>} Made as `progress` gives it
 * @typedef {"done" | "begun" | "open" | "none"} How far a phase is; «none»: nothing is for her
 */

const SVG = "http://www.w3.org/2000/svg";
const [WIDE, HIGH, GAP] = [300, 8, 6]; // of a bar, in its own units
const [SIDE, LINE] = [120, 12]; // of the ring: what it is drawn in, and how thick
const [STEP, DOT] = [40, 10]; // of the way: from phase to phase, and how large each is

/**
 * An element of a picture, with attributes only: the policy of the site forbids inline styles.
 * @param {string} tag @param {Record<string, string | number>} attributes @param {Node[]} children
 */
function drawn(tag, attributes, ...children) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  made.append(...children);
  return made;
}

/** @param {string} name @param {number} width @param {number} height @param {Node[]} children */
const picture = (name, width, height, ...children) =>
  drawn(
    "svg",
    { class: `guide-picture guide-picture--${name}`, viewBox: `0 0 ${width} ${height}`,
      "aria-hidden": "true", focusable: "false" },
    ...children,
  );

/** The priorities that there is anything of. @param {Made} made */
const there = (made) => PRIORITIES.filter((name) => made[name]?.total);

/**
 * «Absolutt: 3 av 12 · Viktig: 1 av 5».
 * @param {Made} made @param {string} words with {priority}, {done} and {total}
 * @param {Record<string, string>} names of the priorities
 */
export const numbers = (made, words, names) =>
  there(made).map((name) => fill(words, { priority: names[name], ...made[name] })).join(" · ");

/** A bar in parts, each as long as its share of the points, filled as far as it is done.
 * @param {Made} made */
export function bar(made) {
  const parts = there(made);
  const room = WIDE - GAP * (parts.length - 1);
  const all = parts.reduce((sum, name) => sum + made[name].total, 0);
  let x = 0;
  const drawing = parts.flatMap((name) => {
    const { done, total } = made[name];
    const width = (room * total) / all;
    const at = { x, y: 1, height: HIGH };
    x += width + GAP;
    const whole = drawn("rect", { ...at, width, class: "guide-picture__whole" });
    const kind = `guide-picture__part guide-picture__part--${name}`;
    return [whole, drawn("rect", { ...at, width: (width * done) / total, class: kind })];
  });
  return picture("bar", WIDE, HIGH + 2, ...drawing);
}

/** A ring for each priority within the other, must outermost. @param {Made} made */
export function ring(made) {
  const middle = SIDE / 2;
  const rings = there(made).flatMap((name, n) => {
    const r = middle - LINE / 2 - 1 - n * (LINE + 3);
    const round = 2 * Math.PI * r;
    const { done, total } = made[name];
    const at = { cx: middle, cy: middle, r, fill: "none", "stroke-width": LINE };
    const part = drawn("circle", {
      ...at, class: `guide-picture__arc guide-picture__arc--${name}`,
      "stroke-dasharray": `${(round * done) / total} ${round}`,
      transform: `rotate(-90 ${middle} ${middle})`,
    });
    const whole = drawn("circle", { ...at, class: "guide-picture__circle" });
    return done ? [whole, part] : [whole];
  });
  return picture("ring", SIDE, SIDE, ...rings);
}

/** The phases on a line, with a ring round the one where the reader is.
 * @param {How[]} phases @param {number} here its place, -1 for none */
export function way(phases, here) {
  const y = DOT * 2;
  const x = (/** @type {number} */ n) => STEP / 2 + n * STEP;
  const line = drawn("line", {
    x1: x(0), y1: y, x2: x(phases.length - 1), y2: y, class: "guide-picture__line",
  });
  const dots = phases.map((how, n) =>
    drawn("circle", {
      cx: x(n), cy: y, r: DOT, class: `guide-picture__dot guide-picture__dot--${how}`,
    }),
  );
  const round = drawn("circle", {
    cx: x(here), cy: y, r: DOT + 5, fill: "none", class: "guide-picture__here",
  });
  const shown = here < 0 ? dots : [...dots, round];
  return picture("way", STEP * phases.length, y * 2, line, ...shown);
}
