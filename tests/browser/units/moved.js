// Answers that move between projects and browsers: none lost, none torn that nobody tore.

import { backup, opened as openedFile } from "../../../overrides/assets/checklists/answers/backup.js";
import { answered, carried } from "../../../overrides/assets/checklists/answers/answered.js";
import { conflicts } from "../../../overrides/assets/checklists/answers/torn.js";
import { value } from "../../../overrides/assets/checklists/answers/register.js";
import { rename, use } from "../../../overrides/assets/checklists/answers/state.js";
import { besides, merged } from "../../../overrides/assets/checklists/plan/opened.js";
import { Kept, opened } from "./storage.js";

const file = (store) => openedFile(backup(store.state, "s")).state;
const done = (store) =>
  Object.keys(store.project.items).filter((id) => answered(store.project, id).status === "done");
const tick = (store, ...ids) => ids.forEach((id) => store.answer(id, { status: "done" }));

/** In one visit: five ticks, a backup, a new project, four ticks, the backup merged into it. */
export function intoAnotherProject() {
  const store = opened(new Kept());
  store.answer("z", { note: "one" });
  tick(store, "a", "b", "c", "d", "e");
  const copy = file(store);
  store.change((state, now, stamp) => use(rename(state, "p2", "To", stamp), "p2"));
  store.answer("z", { note: "two" });
  tick(store, "f", "g", "h", "i");
  merged(store, copy);
  const torn = conflicts(store.project).map(([item, , both]) => [item, both.length]);
  return [done(store).length, torn];
}

/** Opened beside by a colleague, changed, sent back: what the fields are, and what is torn. */
export function besideAndBack() {
  const mine = opened(new Kept());
  mine.answer("a", { note: "first" });
  mine.answer("b", { note: "mine" });
  const hers = opened(new Kept());
  besides(hers, file(mine), () => "Åpnet");
  hers.answer("a", { note: "second" });
  merged(mine, file(hers));
  const { items } = mine.project;
  return [items.a.note.map(([said]) => said), items.b.note.map(([said]) => said),
    conflicts(mine.project).length];
}

/** What a tick on «new» takes along from «old», and what it takes once «new» has answers. */
export function tookOver() {
  const store = opened(new Kept());
  store.answer("old", { note: "kept", responsible: "Kari", due: "2027-01-15" });
  const first = carried(store.project, "new", ["old"]);
  store.answer("new", { ...first, status: "done" });
  const { note, status } = answered(store.project, "new", ["old"]);
  return [first, note, status, carried(store.project, "new", ["old"])];
}

/** A file that has emptied «new» is taken in where «old» has a note: what «new» shows, and how many
 * items there are. */
export function emptiedElsewhere() {
  const store = opened(new Kept());
  store.answer("old", { note: "kept" });
  const hers = opened(new Kept());
  hers.answer("new", { note: "x" });
  hers.answer("new", { note: "" });
  merged(store, file(hers));
  return [answered(store.project, "new", ["old"]).note, Object.keys(store.project.items).length];
}

/** A project that she has called something else, sent back by a third who opened hers beside: what
 * it is called here, and in both copies as one. */
export function calledElsewhere() {
  const mine = opened(new Kept());
  mine.change((state, id, stamp) => rename(state, id, "Mine", stamp));
  const hers = opened(new Kept());
  hers.take(file(mine));
  hers.change((state, id, stamp) => rename(state, id, "Hers", stamp));
  const third = opened(new Kept());
  besides(third, file(hers), () => "Third");
  merged(mine, file(third));
  const here = value(mine.project.name);
  mine.take(file(hers));
  return [here, value(mine.project.name)];
}
