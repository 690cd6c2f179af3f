// Random histories of answers: the same seed gives the same history, so that a failure repeats.

import { answer } from "../../../overrides/assets/checklists/answers/state.js";

export const ITEMS = ["a", "b", "c-1"];
export const VALUES = {
  status: ["", "doing", "done", "irrelevant"],
  note: ["", "x", "y"],
  due: ["", "2027-01-01"],
};
export const NAMES = Object.keys(VALUES);

/** A small generator with a seed (mulberry32): numbers from 0 to 1, without 1. */
export const generator = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};

export const pick = (random, list) => list[Math.floor(random() * list.length)];

/** Clocks that differ by hours, and a writer each. */
export const stampOf = (n, tick) => ({
  when: new Date(Date.UTC(2026, 10, 24, 12 + (n ? -7 : 5), 0, tick)).toISOString(),
  writer: `w${n}`,
  by: `M${n}`,
});

/** One answer of the n-th browser. */
export const act = (state, n, random, tick) => {
  const name = pick(random, NAMES);
  const item = pick(random, ITEMS);
  return answer(state, "p", item, { [name]: pick(random, VALUES[name]) }, stampOf(n, tick));
};

const inOrder = (value) =>
  Object.fromEntries(Object.keys(value).sort().map((key) => [key, value[key]]));

/** Shared content in a form that can be compared: keys in order. */
export const plain = (state) =>
  JSON.stringify(state.projects, (key, value) =>
    value && typeof value === "object" && !Array.isArray(value) ? inOrder(value) : value,
  );
