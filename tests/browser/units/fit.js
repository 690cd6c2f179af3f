// Which items fit a reader, and what comes next, on the pure core: the firms, and chance.

import { ahead, within } from "../../../overrides/assets/checklists/answers/ahead.js";
import { fitting, levelOf } from "../../../overrides/assets/checklists/answers/fit.js";
import { answer, empty, keep, project } from "../../../overrides/assets/checklists/answers/state.js";
import { picked } from "../../../overrides/assets/checklists/documents/document.js";
import { generator, pick } from "./random.js";

const STAMP = { when: "2026-11-26T08:00:00Z", writer: "a", by: "" };

/** A project in which these questions are answered. @param {Record<string, string>} answers */
const answering = (answers) =>
  Object.entries(answers).reduce(
    (state, [id, text]) => keep(state, "p", "profile", id, text, STAMP),
    empty(),
  );

/** The ids of the requirements that a firm's new document begins with. */
export const begun = (catalog, answers) =>
  picked(catalog, project(answering(answers))).map(({ id }) => id);

/** The ids that a firm is shown. */
export function shown(catalog, answers) {
  const found = project(answering(answers));
  return catalog.items.filter(fitting(catalog.levels, found)).map(({ id }) => id);
}

/** What is wrong after `times` random profiles with answers here and there: an answered item that
 * is hidden, or one that «alle» does not show. `broken` plants a fault in the rule. */
export function never(catalog, times, broken = false) {
  const random = generator(20261126);
  const wrong = [];
  for (let n = 0; n < times; n += 1) {
    const answers = {};
    for (const { id, options } of catalog.profile) {
      if (random() < 0.8) answers[id] = pick(random, [...options.map((o) => o.id), "gammelt-svar"]);
    }
    if (random() < 0.3) answers.level = pick(random, ["1", "2", "3", "4", "mye"]);
    let state = answering(answers);
    const some = Array.from({ length: 5 }, () => pick(random, catalog.items).id);
    for (const id of some) {
      const field = pick(random, ["status", "note", "due", "responsible", "answer", "priority"]);
      const text = { status: "done", due: "2026-12-01", priority: "could" }[field] ?? "noe";
      state = answer(state, "p", id, { [field]: text }, STAMP);
    }
    const fits = fitting(catalog.levels, broken ? project(answering(answers)) : project(state));
    const hidden = some.filter((id) => !fits(catalog.items.find((one) => one.id === id)));
    if (hidden.length) wrong.push([answers, hidden]);
    const whole = project(answering({ level: "3" }));
    const all = catalog.items.filter(fitting(catalog.levels, whole));
    if (all.length !== catalog.items.length) wrong.push("alle");
    if (![1, 2, 3].includes(levelOf(catalog.levels, project(state)))) wrong.push("level");
  }
  return wrong;
}

/** The ids that come first for a firm, after these are done, and those for so many minutes. */
export function next(catalog, answers, done, minutes) {
  let state = answering(answers);
  for (const id of done) state = answer(state, "p", id, { status: "done" }, STAMP);
  const found = project(state);
  const items = catalog.items.filter(fitting(catalog.levels, found));
  const phases = catalog.facets.phase.map(({ id }) => id);
  const all = ahead(items, found, phases);
  return { all: all.map(({ id }) => id), within: within(all, minutes).map(({ id }) => id) };
}

/** Goes through the whole guide in the order that it gives; the items that came before what they
 * wait for. `free` plants a fault: nothing waits. */
export function early(catalog, free = false) {
  const items = catalog.items.map((item) => (free ? { ...item, after: [] } : item));
  const phases = catalog.facets.phase.map(({ id }) => id);
  const after = new Map(catalog.items.map((item) => [item.id, item.after ?? []]));
  const [done, wrong] = [new Set(), []];
  let state = empty();
  for (;;) {
    const [first] = ahead(items, project(state), phases);
    if (!first) return wrong;
    if (after.get(first.id).some((id) => !done.has(id))) wrong.push(first.id);
    done.add(first.id);
    state = answer(state, "p", first.id, { status: "done" }, STAMP);
  }
}

/** The ids of what comes first, one after the other, until nothing does. */
export function chain(catalog, answers) {
  const done = [];
  for (;;) {
    const [first] = next(catalog, answers, done, 20).all;
    if (first === undefined || done.length > catalog.items.length) return done;
    done.push(first);
  }
}
