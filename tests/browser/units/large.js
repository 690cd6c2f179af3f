// Large documents: what is kept together is kept as one by one, and what has not changed is neither
// read nor looked at again.

import { refusal } from "../../../overrides/assets/checklists/answers/accept.js";
import { empty, keep, keepAll } from "../../../overrides/assets/checklists/answers/state.js";
import { text } from "../../../overrides/assets/checklists/answers/written.js";
import { CompareRows } from "../../../overrides/assets/checklists/documents/compare-rows.js";
import { readUnder } from "../../../overrides/assets/checklists/documents/kept.js";
import { generator, pick, stampOf } from "./random.js";

const WORDS = ["", "a", "Æ «b»\n", '{"x":1}'];

/** Rounds in which pairs kept together are another state than the same kept one by one. */
export function together(rounds) {
  const random = generator(20261126);
  const odd = [];
  let [one, all] = [empty(), empty()];
  for (let n = 0; n < rounds; n += 1) {
    const keys = Array.from({ length: 5 }, () => `d1-r-k${Math.floor(random() * 9)}`);
    const pairs = [...new Set(keys)].map((key) => [key, pick(random, WORDS)]);
    const stamp = stampOf(0, n);
    const kept = (made, [key, words]) => keep(made, "p", "documents", key, words, stamp);
    one = pairs.reduce(kept, one);
    all = keepAll(all, "p", "documents", pairs, stamp);
    if (text(one) !== text(all)) odd.push(n);
  }
  // And what is written out of texts made before is what JSON says.
  const { documents } = JSON.parse(text(all)).projects.p;
  return [odd, JSON.stringify(documents) === JSON.stringify(all.projects.p.documents)];
}

const PARTS = 300;
const many = () => {
  const pairs = Array.from({ length: PARTS }, (_, n) => [`d1-e-p1-k${n}`, JSON.stringify(n)]);
  return keepAll(empty(), "p", "documents", pairs, stampOf(0, 1));
};

/** How many parts are read the first time, again, after one has changed, and what is there then. */
export function reads() {
  let count = 0;
  const under = readUnder((made) => {
    count += 1;
    return made;
  });
  const counted = (state) => {
    count = 0;
    const found = under(state.projects.p, "d1", "e", "p1");
    return [count, found.length, found.find(([rest]) => rest === "k7")?.[1]];
  };
  const before = many();
  const after = keep(before, "p", "documents", "d1-e-p1-k7", '"another"', stampOf(0, 2));
  const other = keep(after, "p", "documents", "d1-e-p12-k7", '"of somebody else"', stampOf(0, 3));
  return [counted(before), counted(before), counted(after), counted(other)];
}

/** Why a state may not follow another: a good change, and one that is too long among many. */
export function refusals() {
  const before = many();
  const after = (words) => keep(before, "p", "documents", "d1-e-p1-k7", words, stampOf(0, 2));
  return [after("1"), after("x".repeat(2000001))].map((next) => refusal(before, next));
}

/** Tables of so many requirements: how many, whether each is in its place, and how many cells were
 * made anew; first, then in another order, then a few of them only. */
export function tables(count) {
  const holder = document.createElement("div");
  const own = {};
  const supplier = (id) => ({ id, supplier: id, answers: {}, own: () => own, replyOf: () => "yes" });
  const made = new CompareRows(holder, holder, (key) => key);
  const rows = Array.from({ length: count }, (_, n) => `K${n + 1}`).map((number) => {
    return { number, text: `Krav ${number}`, priority: "should", group: "" };
  });
  const drawn = (wanted) => {
    for (const [, piece] of made.pieces(wanted, ["s1", "s2"].map(supplier))) piece();
    const shown = [...holder.querySelectorAll("tbody .checklist__code")];
    const there = shown.map(({ textContent }) => textContent.split(" ")[0]).join();
    const cells = [...holder.querySelectorAll("td")];
    const fresh = cells.filter(({ id }) => !id).length;
    for (const cell of cells) cell.id = "seen";
    const right = there === wanted.map(({ number }) => number).join();
    return [holder.querySelectorAll("table").length, right, fresh];
  };
  return [drawn(rows), drawn(rows.toReversed()), drawn(rows.slice(3, 9))];
}
