// Documents of two people, and answers of suppliers compared: by themselves, without a page.

import { merge } from "../../../overrides/assets/checklists/answers/merge.js";
import { empty, keep } from "../../../overrides/assets/checklists/answers/state.js";
import { firmness, ranking } from "../../../overrides/assets/checklists/documents/compare-table.js";
import { amount, sensitivity } from "../../../overrides/assets/checklists/documents/compare.js";
import { FRAME } from "../../../overrides/assets/checklists/documents/document.js";
import {
  frame,
  named,
  read,
  requirement,
} from "../../../overrides/assets/checklists/documents/kept.js";

export const fields = () => FRAME;
export const price = amount;

/** a meets 3.2 of 6.2, b 3. With should at 2.56 b leads, with could at 1.2 b leads. */
export function turned() {
  const rows = [
    { number: "K1", priority: "should" },
    { number: "K2", priority: "could" },
    { number: "K3", priority: "could" },
    { number: "K4", priority: "could" },
  ];
  const of = (answers) => (number) => answers[number] ?? "no";
  const suppliers = [
    { id: "a", replyOf: of({ K1: "yes" }) },
    { id: "b", replyOf: of({ K2: "yes", K3: "yes", K4: "yes" }) },
  ];
  return sensitivity(rows, suppliers, { must: 5, should: 3.2, could: 1 }).map(
    ({ priority, factor, winners, changed }) => [priority, factor, winners.join(), changed],
  );
}

/** What is said of three of whom two answer alike, and where two are alike by another weight. */
export function even() {
  const rows = [
    { number: "K1", priority: "should" },
    { number: "K2", priority: "should" },
    { number: "K3", priority: "could" },
    { number: "K4", priority: "could" },
  ];
  const of = (...yes) => (number) => (yes.includes(number) ? "yes" : "no");
  const t = (key, { name = "" } = {}) => `${key} ${name}`;
  const said = (weights, ...answers) => {
    const suppliers = ["Alfa", "Beta", "Gamma"].map((supplier, n) => ({
      ...{ id: `${n}`, supplier, replyOf: of(...(answers[n] ?? [])), answers: {} },
    }));
    const told = firmness(rows, suppliers, weights, t).map((one) => one.textContent);
    const shown = ranking(rows, suppliers, weights, t).map((one) => one.value);
    return [shown, told.map((one) => one.replace(/[\u2066-\u2069]/g, ""))];
  };
  const weights = { must: 5, should: 2.5, could: 1 };
  return [said(weights, ["K1"], ["K2"]), said(weights, ["K1"], ["K3", "K4"])];
}

/** What is in a document that two have worked on apart: texts of its requirements, who they are. */
export function merged() {
  const at = (writer) => ({ writer, when: "2026-11-24T08:00:00Z", by: writer });
  const kept = (state, [key, text], who) => keep(state, "p", "documents", key, text, at(who));
  const made = (id, text) =>
    requirement("d1", { id, n: 0, text, priority: "must", group: "g", order: 0 });
  let mine = kept(kept(empty(), named("d1", "Felles"), "a"), made("r1", "ett"), "a");
  let hers = merge(empty(), mine);
  mine = kept(mine, made("r2", "mitt"), "a");
  hers = kept(kept(hers, made("r3", "hennes"), "b"), frame("d1", "who", "oss"), "b");
  const both = read(merge(mine, hers).projects.p, "d1", []);
  return [both.requirements.map(({ text }) => text).sort(), both.frame.who];
}
