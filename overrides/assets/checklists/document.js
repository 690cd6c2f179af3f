// A requirements document: what is in it, how it is kept in a project, and its files. Pure.
//
// Every frame field, requirement, supplier and assessment is kept by itself («<document>-<part>»),
// so that two people who work on one document merge like everything else.

import * as states from "./state.js";

export const FRAME = ["who", "scope", "users", "open", "respond", "repair", "availability", "downtime", "dataloss", "length", "options", "criteria", "deadline", "contact"];
export const REPLIES = ["yes", "partly", "no"];
const MOST = { requirements: 2000, text: 10000, name: 200 };
const PREFIX = "K";

/**
 * @typedef {{id: string, n: number, text: string, priority: string, group: string, order: number}} Requirement
 *   `id`: the catalog item's, or «egen-…»; `n`: the fixed number, 0 before the first export
 * @typedef {{id: string, name: string, frame: Record<string, string>, requirements: Requirement[]}} Doc
 * @typedef {{reply: string, text: string, link: string, price: string}} Reply
 */

const key = (id, ...parts) => [id, ...parts].join("-");

/** Text that every format can carry: no control characters, no half letters, line breaks as \n. */
export const cleaned = (text) =>
  // eslint-disable-next-line no-control-regex
  text.replace(/\r\n?/g, "\n").replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g, "").toWellFormed();

// --- In a project -----------------------------------------------------------------------------

/** [id, name] of a project's documents, by name. */
export const list = (project) =>
  Object.keys(project.documents)
    .filter((name) => name.endsWith("-name"))
    .map((name) => [name.slice(0, -5), states.value(project.documents[name])])
    .filter(([id, name]) => name && states.value(project.documents[key(id, "gone")]) !== "yes")
    .sort(([, a], [, b]) => a.localeCompare(b, "nb"));

const json = (text, otherwise) => {
  if (!text) return otherwise;
  try {
    return JSON.parse(text);
  } catch {
    return otherwise;
  }
};

/** A document as it is kept. @returns {Doc} */
export function read(project, id) {
  const get = (...parts) => states.value(project.documents[key(id, ...parts)]);
  const start = `${key(id, "r")}-`;
  const requirements = Object.keys(project.documents)
    .filter((name) => name.startsWith(start))
    .map((name) => json(states.value(project.documents[name]), null))
    .filter((made) => made && typeof made.text === "string" && made.text)
    .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
  return { id, name: get("name"), frame: Object.fromEntries(FRAME.map((name) => [name, get("f", name)])), requirements };
}

/** [key, text] to keep for a requirement; an empty text takes it out. */
export const requirement = (id, made) => [key(id, "r", made.id), JSON.stringify({ ...made, text: cleaned(made.text).slice(0, MOST.text) })];
export const frame = (id, name, text) => [key(id, "f", name), cleaned(text).slice(0, MOST.text)];
export const named = (id, name) => [key(id, "name"), cleaned(name).slice(0, MOST.name)];
export const removed = (id, gone) => [key(id, "gone"), gone ? "yes" : ""];
export const supplier = (id, number, made) => [key(id, "s", number), made ? JSON.stringify(made) : ""];
export const assessment = (id, number, requirementNumber, made) => [key(id, "a", number, requirementNumber.toLowerCase()), JSON.stringify(made)];
export const weights = (id, made) => [key(id, "w"), JSON.stringify(made)];

/** [number, supplier] of the answers that were opened for a document. */
export function suppliers(project, id) {
  const start = `${key(id, "s")}-`;
  return Object.keys(project.documents)
    .filter((name) => name.startsWith(start))
    .map((name) => [name.slice(start.length), json(states.value(project.documents[name]), null)])
    .filter(([, made]) => made)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

export const assessed = (project, id, number, requirementNumber) =>
  json(states.value(project.documents[key(id, "a", number, requirementNumber.toLowerCase())]), {});
export const weighed = (project, id) => ({ must: 5, should: 3, could: 1, ...json(states.value(project.documents[key(id, "w")]), {}) });

/** The requirements that a new document begins with: those that the reader has ticked; when none
 * is, those that must be there. What is not relevant stays out; priority is the reader's. */
export function picked(catalog, project) {
  const all = catalog.items.filter((item) => item.requirement).map((item) => ({ item, found: states.answered(project, item.id, item.was) }));
  const ticked = all.some(({ found }) => found.status === "done");
  const rows = all
    .filter(({ item, found }) => found.status !== "irrelevant" && (ticked ? found.status === "done" : (found.priority || item.priority) === "must"))
    .map(({ item, found }) => fromItem(catalog, item, found, 0));
  // Under their headings from the start, so that numbers run on through the document.
  return grouped(rows).flatMap(([, some]) => some).map((made, order) => ({ ...made, order }));
}

/** A catalog item as a requirement of a document. @returns {Requirement} */
export function fromItem(catalog, item, found, order) {
  const topic = catalog.facets.topic?.find(({ id }) => id === item.topic?.[0]);
  const group = topic?.title ?? catalog.lists.find(({ id }) => id === item.list).title;
  return { id: item.id, n: 0, text: item.requirement, priority: found.priority || item.priority, group, order };
}

/** Every requirement with the number it has: fixed ones keep theirs, new ones come after. */
export function numbered(doc) {
  let next = Math.max(0, ...doc.requirements.map(({ n }) => n));
  return doc.requirements.map((made) => {
    if (made.n) return { ...made, number: `${PREFIX}${made.n}` };
    next += 1;
    return { ...made, n: next, number: `${PREFIX}${next}` };
  });
}

/** Requirements under their headings, in the order in which each heading first occurs. */
export const grouped = (requirements) => [...Map.groupBy(requirements, ({ group }) => group)];

/** A short mark of what is asked: two documents with the same mark ask the same. */
export function mark(requirements) {
  // FNV-1a over the numbers and texts: a mark to tell editions apart, no protection.
  let hash = 0x811c9dc5;
  for (const { number, text, priority } of requirements) {
    for (const letter of `${number}\u0000${text}\u0000${priority}\u0001`) {
      hash = Math.imul(hash ^ letter.codePointAt(0), 0x01000193) >>> 0;
    }
  }
  return hash.toString(36);
}

// --- Files ------------------------------------------------------------------------------------

/** The document as a file that the supplier's page opens. */
export function toFile(doc) {
  const requirements = numbered(doc).map(({ id, number, group, priority, text }) => ({ id, number, group, priority, text }));
  return { format: "kravdokument", version: 1, id: doc.id, edition: mark(requirements), name: doc.name, frame: doc.frame, requirements };
}

const isMap = (thing) => typeof thing === "object" && thing !== null && !Array.isArray(thing);
const isText = (thing, most) => typeof thing === "string" && thing.length <= most;

/** A document file, checked; or the key of what is wrong with it. */
export function fromFile(text) {
  let found;
  try {
    found = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    return { problem: "json" };
  }
  if (!isMap(found) || found.format !== "kravdokument") return { problem: isMap(found) && found.format === "svar" ? "is_answer" : "not_document" };
  if (found.version > 1) return { problem: "newer" };
  const good =
    /^[a-z0-9]{1,16}$/.test(found.id) && isText(found.name, MOST.name) && isText(found.edition, 20) && isMap(found.frame) &&
    Array.isArray(found.requirements) && found.requirements.length > 0;
  if (!good) return { problem: "not_document" };
  if (found.requirements.length > MOST.requirements) return { problem: "large" };
  const numbers = new Set();
  for (const made of found.requirements) {
    const fine = isMap(made) && /^K[1-9]\d{0,3}$/.test(made.number) && states.PRIORITIES.includes(made.priority) && isText(made.text, MOST.text) && isText(made.group, 1000) && isText(made.id, 80);
    if (!fine) return { problem: "not_document" };
    if (numbers.has(made.number)) return { problem: "twice" };
    numbers.add(made.number);
  }
  const frame = Object.fromEntries(FRAME.map((name) => [name, isText(found.frame[name], MOST.text) ? cleaned(found.frame[name]) : ""]));
  const requirements = found.requirements.map(({ id, number, group, priority, text: words }) => ({ id, number, group: cleaned(group), priority, text: cleaned(words) }));
  return { document: { id: found.id, edition: found.edition, name: cleaned(found.name), frame, requirements } };
}

/** A supplier's answer as a file. @param {Record<string, Reply>} answers by requirement number */
export const answerFile = (document, name, answers) => ({
  format: "svar", version: 1, document: document.id, edition: document.edition, title: document.name, supplier: name, answers,
});

/** An answer file, checked; or the key of what is wrong with it. */
export function fromAnswerFile(text) {
  let found;
  try {
    found = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    return { problem: "json" };
  }
  if (!isMap(found) || found.format !== "svar") return { problem: isMap(found) && found.format === "kravdokument" ? "is_document" : "not_answer" };
  if (found.version > 1) return { problem: "newer" };
  if (!isText(found.document, 16) || !isText(found.edition, 20) || !isText(found.supplier, MOST.name) || !isMap(found.answers)) return { problem: "not_answer" };
  if (Object.keys(found.answers).length > MOST.requirements) return { problem: "large" };
  const answers = Object.create(null);
  for (const [number, made] of Object.entries(found.answers)) {
    if (!/^K[1-9]\d{0,3}$/.test(number) || !isMap(made)) return { problem: "not_answer" };
    answers[number] = reply(made);
  }
  return { answer: { supplier: cleaned(found.supplier), document: found.document, edition: found.edition, answers } };
}

/** A reply with only what a reply has. @returns {Reply} */
export function reply(made) {
  const text = (name, most) => cleaned(isText(made[name], 1e6) ? made[name] : "").slice(0, most);
  return { reply: REPLIES.includes(made.reply) ? made.reply : "", text: text("text", MOST.text), link: text("link", 2000), price: text("price", 100) };
}

/** What a supplier has written in a reply column, as one of the three; «» when it is none. */
export function understood(text) {
  const word = text.trim().toLowerCase().replace(/[.!]$/, "");
  if (["ja", "oppfylt", "oppfylles", "yes", "x", "ok"].includes(word)) return "yes";
  if (["delvis", "delvis oppfylt", "partly"].includes(word)) return "partly";
  if (["nei", "ikke oppfylt", "no"].includes(word)) return "no";
  return "";
}

/** Rows of a table with a head (from .docx or .csv) as answers; what could not be read is told.
 * @param {string[][]} rows @param {string[]} heads the words of our columns: number, reply, text, link, price */
export function fromRows(rows, heads) {
  const at = rows.findIndex((row) => row.some((cell) => cell.trim() === heads[0]));
  if (at < 0) return null;
  const column = heads.map((head) => rows[at].findIndex((cell) => cell.trim().startsWith(head)));
  const answers = Object.create(null);
  const unread = [];
  for (const row of rows.slice(at + 1)) {
    const number = row[column[0]]?.trim() ?? "";
    if (!/^K[1-9]\d{0,3}$/.test(number)) continue;
    const cell = (n) => (column[n] < 0 ? "" : (row[column[n]] ?? ""));
    const found = understood(cell(1));
    if (!found) unread.push([number, cell(1).trim().slice(0, 60)]);
    answers[number] = reply({ reply: found, text: cell(2).trim(), link: cell(3).trim(), price: cell(4).trim() });
  }
  return Object.keys(answers).length ? { answers, unread } : null;
}

/** What an availability in per cent allows in a year: whole hours and minutes; null when it is none. */
export function allowed(text) {
  const number = Number(text.replace(",", ".").replace("%", "").trim());
  if (!text.trim() || !(number > 0 && number < 100)) return null;
  const minutes = Math.round((365 * 24 * 60 * (100 - number)) / 100);
  return [Math.floor(minutes / 60), minutes % 60];
}
