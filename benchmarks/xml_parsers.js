// Our XML reader beside the browser's own: the same trees, the time each takes, and what a damaged
// file makes of the page's policy.

import { parse } from "/overrides/assets/checklists/formats/xml-read.js";

/** Names and texts of a tree of ours, in order. */
const ours = (made) =>
  typeof made === "string" ? [made] : [made.name, ...made.children.flatMap(ours)];

/** The same of a tree of the browser's; `prefix` of a space as we call it. */
function theirs(node) {
  if (node.nodeType === Node.TEXT_NODE || node.nodeType === Node.CDATA_SECTION_NODE) {
    return [node.data];
  }
  return [node.localName, ...[...node.childNodes].filter((one) =>
    [1, 3, 4].includes(one.nodeType)).flatMap(theirs)];
}

const read = (text) => new DOMParser().parseFromString(text, "application/xml");
const local = (words) => words.map((one) => one.replace(/^\w+:(?=\w+$)/, "")).join("\u0001");

/** Milliseconds, the least of `runs`. */
function least(runs, act) {
  let best = Infinity;
  for (let n = 0; n < runs; n += 1) {
    const start = performance.now();
    act();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

/** [equal, our ms, the browser's ms] of one text. */
export function beside(text, runs) {
  const equal = local(ours(parse(text)).filter(Boolean)) ===
    local(theirs(read(text).documentElement).filter(Boolean));
  return [equal, least(runs, () => parse(text)), least(runs, () => read(text))];
}
