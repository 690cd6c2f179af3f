// A team's folder of many writers in the origin's own file system, read by the page's own member.

import { Directory } from "../overrides/assets/checklists/folder/directory.js";
import { written } from "../overrides/assets/checklists/folder/file.js";
import { found, projectFolder } from "../overrides/assets/checklists/folder/projects.js";
import { put } from "../overrides/assets/checklists/folder/record.js";
import { teamOf } from "../overrides/assets/checklists/folder/team.js";
import { map } from "../overrides/assets/checklists/answers/register.js";
import * as states from "../overrides/assets/checklists/answers/state.js";

const SITE = "s";
const ID = "p1";
const LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
const where = { site: SITE, id: ID };
const mark = (n) => `a22222${LETTERS[Math.floor(n / 32)]}${LETTERS[n % 32]}`;
const stamp = (n) => ({ when: "2026-11-26T10:00:00Z", writer: `w${n}`, by: `Person ${n}` });
const who = (n) => ({ writer: `person-${mark(n)}`, turn: "t", name: `Person ${n}` });
const said = (state, n, item, text) =>
  states.answer(state, ID, `punkt-${item}`,
    { status: "done", note: `${text} `.repeat(12), responsible: `Person ${n}` }, stamp(n));

/** Fills the folder: each writer has answered her part of the items, and has what came before. */
export async function filled(writers, items) {
  const root = await navigator.storage.getDirectory();
  const chosen = await root.getDirectoryHandle("team", { create: true });
  const directory = new Directory(await projectFolder(chosen, where, true));
  let state = states.empty();
  let bytes = 0;
  for (let n = 0; n < writers; n += 1) {
    for (let item = n; item < items; item += writers) state = said(state, n, item, "Et notat.");
    const text = written(state, where, who(n));
    bytes += text.length;
    await directory.write(`${who(n).writer}.json`, text);
  }
  window.full = state;
  put(SITE, { id: ID, writer: `jeg-${mark(999)}`, folder: "team", turns: [], looked: map(), told: "" });
  const pause = () => new Promise((done) => setTimeout(done));
  window.member = teamOf(SITE).member(directory, pause);
  window.directory = directory;
  window.chosen = chosen;
  return bytes;
}

/** Milliseconds until a chosen folder has told which projects are in it. */
export async function asked() {
  const start = performance.now();
  const all = await found(window.chosen, SITE);
  return [performance.now() - start, all[0].people.length];
}

/** Milliseconds of one round. */
export async function round() {
  const start = performance.now();
  const { people } = await window.member.round();
  return [performance.now() - start, people.length];
}

/** One writer has four answers more. */
export async function changed(n, items) {
  let state = window.full;
  for (let item = 0; item < 4; item += 1) state = said(state, n, (item * 71) % items, "Noe nytt.");
  window.full = state;
  await window.directory.write(`${who(n).writer}.json`, written(state, where, who(n)));
}
