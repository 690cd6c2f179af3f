// What is kept when requirements and topics change places. Pure.
//
// A document is read topic by topic, in the order in which each first occurs (`grouped`); so that
// is the order in which things move; over the edge of a topic one moves into the next.

import { grouped } from "./document.js";
import * as kept from "./kept.js";

/**
 * @typedef {import("./document.js").Doc} Doc
 * @typedef {import("./document.js").Requirement} Requirement
 * @typedef {import("./kept.js").Pair} Pair
 */

/** The requirements in the order in which they are read. @param {Doc} doc
 * @returns {Requirement[]} */
export const arranged = ({ requirements }) => grouped(requirements).flatMap(([, some]) => some);

/**
 * What is kept of rows in a new order: those whose place or topic is another than before.
 * @param {Doc} doc @param {Requirement[]} rows @returns {Pair[]}
 */
function placed(doc, rows) {
  const before = new Map(doc.requirements.map((one) => [one.id, one]));
  return rows.flatMap((made, order) => {
    const was = before.get(made.id);
    if (was?.order === order && was.group === made.group) return [];
    return [kept.requirement(doc.id, { ...made, order })];
  });
}

/**
 * A requirement a step up (-1) or down (1), over the edge of its topic into the next one; nothing
 * when it is first or last of all.
 * @param {Doc} doc @param {string} id @param {number} by @returns {Pair[]}
 */
export function moved(doc, id, by) {
  const rows = arranged(doc);
  const at = rows.findIndex((one) => one.id === id);
  const next = rows[at + by];
  if (at < 0 || !next) return [];
  if (next.group !== rows[at].group) rows[at] = { ...rows[at], group: next.group };
  else [rows[at], rows[at + by]] = [next, rows[at]];
  return placed(doc, rows);
}

/**
 * A requirement into another topic, last there; a topic that is not there yet comes last.
 * @param {Doc} doc @param {string} id @param {string} group @returns {Pair[]}
 */
export function regrouped(doc, id, group) {
  const made = doc.requirements.find((one) => one.id === id);
  if (!made || made.group === group) return [];
  const rest = arranged(doc).filter((one) => one.id !== id);
  const last = rest.findLastIndex((one) => one.group === group);
  rest.splice(last < 0 ? rest.length : last + 1, 0, { ...made, group });
  return placed(doc, rest);
}

/**
 * A topic with all that is in it a step up (-1) or down (1); nothing when it is first or last.
 * @param {Doc} doc @param {string} group @param {number} by @returns {Pair[]}
 */
export function topicMoved(doc, group, by) {
  const topics = grouped(doc.requirements);
  const at = topics.findIndex(([name]) => name === group);
  if (at < 0 || !topics[at + by]) return [];
  [topics[at], topics[at + by]] = [topics[at + by], topics[at]];
  return placed(doc, topics.flatMap(([, some]) => some));
}

/**
 * A topic by another name; one that is there already takes in what is moved.
 * @param {Doc} doc @param {string} group @param {string} name @returns {Pair[]}
 */
export function topicNamed(doc, group, name) {
  if (!name || name === group) return [];
  const rows = arranged(doc).map((one) => (one.group === group ? { ...one, group: name } : one));
  return placed(doc, grouped(rows).flatMap(([, some]) => some));
}
