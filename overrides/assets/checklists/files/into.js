// What a file says, taken into a project: new answers, changed ones, and contradictions. Pure.
//
// A row bears a check sum of what stood in it when the file was made. Where the project says the
// same still, what the file says now is a change of it. Where it does not, or the file does not
// say, both are kept beside each other and somebody chooses: nothing is overruled silently. What
// nobody touched in a file whose maker knew no more than the project does is passed over, and told.

import { answered } from "../answers/answered.js";
import { FIELDS } from "../answers/fields.js";
import { conflict, map, sorted, value } from "../answers/register.js";
import { empty, emptyProject, write } from "../answers/state.js";
import { readOf } from "../elements/read.js";
import { bare, isSame, isSealOf, knowsAll, untouched } from "./before.js";
import { WRITTEN } from "./filled.js";
import { answeredIn, asOne, saidIn } from "./one-item.js";

/**
 * @typedef {import("../answers/register.js").Entry} Entry
 * @typedef {import("../answers/state.js").Project} Project
 * @typedef {import("../answers/state.js").Stamp} Stamp
 * @typedef {import("../answers/state.js").State} State
 * @typedef {import("./filled.js").Values} Values
 * @typedef {import("./filled.js").Written} Written
 * @typedef {import("./placed.js").Placed} Placed
 * @typedef {{answers: number, notes: number, torn: number, passed: number, cleared: number,
 *   twice: number}} Counts
 *   items with something in a row; notes that are new; fields where two contradict each other; rows
 *   with something that the project says otherwise now and nobody touched in the file; fields that
 *   are empty in a row that somebody touched, and say something here that the file's maker may not
 *   have seen; items that are empty in one of their rows where another says something
 * @typedef {{state: State, counts: Counts}} Taken
 */

/**
 * What a project's item says in the fields that files have.
 * @param {Project} project @param {string} id @param {string[]} was @returns {Values}
 */
export function valuesOf(project, id, was) {
  const found = answered(project, id, was);
  return Object.fromEntries(WRITTEN.map((field) => [field, found[field]]));
}

/**
 * A state with one project, as it is with what the file says.
 * @param {Project | undefined} project before @param {string} id @param {Placed[]} placed
 * @param {Stamp} stamp @param {string} name of a project that is not there yet
 * @param {string} [heard] what the file's maker had seen, as the file says
 * @returns {Taken}
 */
export function into(project, id, placed, stamp, name, heard = "") {
  const before = project ?? emptyProject();
  const start = { ...empty(), projects: map({ [id]: before }) };
  const { rows, twice } = asOne(placed);
  const counts = { answers: answeredIn(placed), notes: 0, torn: 0, passed: 0, cleared: 0, twice };
  const later = knowsAll(before.seen, heard);
  const state = write(start, id, stamp, (old, put) => {
    const items = map(old.items);
    for (const one of rows) {
      // Of two rows of one item the second meets what the first has brought.
      const key = answered({ ...old, items }, one.id, one.was).from || one.id;
      const fields = taken(one, key, { ...old, items }, { put, counts, later });
      if (fields) items[key] = fields;
    }
    const named = project || !name ? old.name : put(name);
    return { ...old, items, name: named };
  });
  return { state, counts };
}

/**
 * The fields of an item with what its row says; null when that is nothing new.
 * @param {Placed} one @param {string} key where the answer stands @param {Project} now
 * @param {{put: (text: string) => Entry[], counts: Counts, later: boolean}} how `later`: the
 *   project knows all that the file's maker knew
 */
function taken(one, key, now, { put, counts, later }) {
  const { id, was, text, of, row } = one;
  const here = valuesOf(now, id, was);
  const own = saidIn(one);
  const old = untouched(row.seal, own, here, later);
  const fields = map(now.items[key]);
  let changed = false;
  for (const field of WRITTEN) {
    const said = own[field];
    if (said === undefined || isSame(said, here[field]) || old?.has(field)) continue;
    if (rewrapped(said, here[field] ?? "")) continue;
    // What is empty in a file is no answer, unless something stood there when it was made.
    if (said === "" && !old) {
      if (here[field] && row.seal && !isSealOf(row.seal, own)) counts.cleared += 1;
      continue;
    }
    const entries = fields[field] ?? [];
    if (entries.some(([there]) => there === said)) continue;
    if (field === "note" && said && !here.note) counts.notes += 1;
    // Of a contradiction the file's maker has met what was shown, and not the rest of it.
    const stays = old ? entries.filter(([there]) => there !== here[field]) : entries;
    const beside = value(stays) !== "";
    fields[field] = beside ? sorted([...stays, ...put(said)]) : put(said);
    if (beside && conflict(fields[field]).length) counts.torn += 1;
    changed = true;
  }
  if (!changed) {
    if (old?.size) counts.passed += 1;
    return null;
  }
  if (!value(fields.wording)) {
    const { wording, read } = readOf(text.slice(0, FIELDS.wording), of);
    fields.wording = put(wording);
    if (read) fields.read = put(read);
  }
  return fields;
}

/** A note whose line breaks a program has taken away, and nothing else. @param {string} said
 * @param {string} here */
const rewrapped = (said, here) =>
  here.includes("\n") && !said.includes("\n") && bare(said) === bare(here);
