// What the files of a team's folder tell together: who writes here, which are copies, and what
// could not be read. Pure.

import { isLeftover, unreadable, writerOf } from "./names.js";

/**
 * @typedef {import("./member.js").Known} Known
 * @typedef {import("./names.js").Listed} Listed
 * @typedef {{name: string, problem: string}} Refused a file that was not taken in
 * @typedef {{writer: string, name: string, time: number}} Person who has a file here
 * @typedef {{people: Person[], copies: string[], renamed: string[], refused: Refused[],
 *   leftovers: string[]}} Told `renamed`: those of the copies whose own file is not there;
 *   `leftovers`: writes that were never ended
 */

const NOBODY = { writer: "", turn: "", name: "" };
const A_DAY = 86_400_000; // ms after which half a file is no longer taken for one on its way
const A_WHILE = 600_000; // ms that a write may take

/** @param {Listed[]} all of the folder @param {Map<string, Known>} known what was read
 * @param {number} now @returns {Told} */
export function told(all, known, now) {
  const listing = all.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const read = listing.flatMap(({ name, time }) => {
    const one = known.get(name);
    return one ? [{ name, time, problem: one.problem, who: one.who ?? NOBODY }] : [];
  });
  const good = read.filter(({ problem }) => !problem);
  const copies = good.filter(({ name, who }) => who.writer && who.writer !== writerOf(name));
  const names = new Set(listing.filter(({ size }) => size > 0).map(({ name }) => name));
  const aged = (/** @type {{time: number, problem: string}} */ { time, problem }) =>
    problem === "half" && now - time > A_DAY ? "torn" : problem;
  return {
    people: peopleOf(good),
    copies: copies.map(({ name }) => name),
    renamed: copies.filter(({ who }) => !names.has(`${who.writer}.json`)).map(({ name }) => name),
    refused: [
      ...unreadable(listing),
      ...read.flatMap((one) => (one.problem ? [{ name: one.name, problem: aged(one) }] : [])),
    ],
    leftovers: listing
      .filter(({ name, time }) => isLeftover(name) && now - time > A_WHILE)
      .map(({ name }) => name),
  };
}

/** Each writer once, whoever wrote last first: what stands in her own file says what she is called.
 * @param {{name: string, time: number, who: {writer: string, name: string}}[]} files */
function peopleOf(files) {
  /** @type {Map<string, Person>} */
  const people = new Map();
  for (const { name, time, who } of files) {
    if (!who.writer) continue;
    const before = people.get(who.writer);
    const own = who.writer === writerOf(name);
    people.set(who.writer, {
      writer: who.writer,
      name: before && !own ? before.name : who.name,
      time: Math.max(before?.time ?? 0, time),
    });
  }
  return [...people.values()].sort((a, b) => b.time - a.time);
}
