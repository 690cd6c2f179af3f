// Ways out of the browser and back: files, a link that carries its own content, a calendar.
// Everything is made here; nothing is sent.

import * as states from "./state.js";

export const MOST_BYTES = 5 * 1024 * 1024;

/** Offers a file to save. @param {string} name @param {BlobPart} content @param {string} type */
export function download(name, content, type) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

/** A name for a file made today: «lonn-2026-11-24.json». */
export function fileName(title, extension) {
  const folded = title.toLowerCase().replaceAll("æ", "ae").replaceAll("ø", "o").replaceAll("å", "a");
  return `${folded.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "") || "svar"}-${new Date().toISOString().slice(0, 10)}.${extension}`;
}

/** A file's text, or the key of what is wrong with it. @param {File} file */
export async function textOf(file) {
  if (file.size > MOST_BYTES) return { problem: "big" };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer()) };
  } catch {
    return { problem: "bytes" };
  }
}

/** Opens a backup: a state, or the key of what is wrong with it. @param {File} file */
export async function open(file) {
  const found = await textOf(file);
  if (found.problem) return found;
  const { state, problem } = read(found.text);
  return problem ? { problem } : { state };
}

/** A backup's text: the answers, and which site they belong to. */
export const backup = (state, site) => JSON.stringify({ site, ...JSON.parse(states.text(state)) }, null, 1);

/** As `states.read`, and says when nothing is in it. */
function read(text) {
  const found = states.read(text.replace(/^\ufeff/, ""));
  if (!found.problem && !Object.keys(found.state.projects).length) return { problem: "empty" };
  return found;
}

/** The site that a backup says it is from; «» when it does not say. */
export function siteOf(text) {
  try {
    const { site } = JSON.parse(text);
    return typeof site === "string" ? site : "";
  } catch {
    return "";
  }
}

// --- A link that carries statuses ---------------------------------------------------------------

const SHARED = { done: "d", doing: "g", irrelevant: "i" };
const MOST_SHARED = 100000;

async function through(bytes, stream, most = Infinity) {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const parts = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return new Blob(parts).arrayBuffer();
    size += value.length;
    // A small link can unfold to anything: stop while it is still small.
    if (size > most) throw new RangeError("large");
    parts.push(value);
  }
}

/** The part behind `#` of a link that shows how far a project is: statuses, no notes. */
export async function link(project, when) {
  const made = { v: 1, name: states.value(project.name), when };
  for (const [status, key] of Object.entries(SHARED)) {
    made[key] = Object.keys(project.items).filter((item) => states.value(project.items[item].status) === status);
  }
  const bytes = await through(new TextEncoder().encode(JSON.stringify(made)), new CompressionStream("deflate-raw"));
  const base64 = btoa(String.fromCharCode(...new Uint8Array(bytes)));
  return `delt=${base64.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")}`;
}

/** What a link shows: {name, when, project}; null when it is no such link or is damaged. */
export async function opened(fragment) {
  const found = /^#?delt=([A-Za-z0-9_-]{1,20000})$/.exec(fragment);
  if (!found) return null;
  try {
    const base64 = found[1].replaceAll("-", "+").replaceAll("_", "/");
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const data = await through(bytes, new DecompressionStream("deflate-raw"), MOST_SHARED);
    const made = JSON.parse(new TextDecoder().decode(data));
    if (made?.v !== 1 || typeof made.name !== "string" || Number.isNaN(Date.parse(made.when))) return null;
    const items = Object.create(null);
    for (const [status, key] of Object.entries(SHARED)) {
      for (const item of Array.isArray(made[key]) ? made[key] : []) {
        if (typeof item === "string" && states.isId(item)) items[item] = { status: [[status, made.when, "x:1", ""]] };
      }
    }
    return { name: made.name.slice(0, 120), when: made.when, project: { ...states.project(states.empty()), items } };
  } catch {
    return null;
  }
}

// --- A calendar -----------------------------------------------------------------------------------

const escaped = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");
const day = (iso) => iso.slice(0, 10).replaceAll("-", "");

/** Lines of at most 75 bytes, as RFC 5545 wants them, never cut inside a letter. */
function folded(line) {
  const parts = [""];
  let size = 0;
  for (const letter of line) {
    const bytes = new TextEncoder().encode(letter).length;
    if (size + bytes > 73) {
      parts.push("");
      size = 0;
    }
    parts[parts.length - 1] += letter;
    size += bytes;
  }
  return parts.join("\r\n ");
}

/**
 * An .ics file: one whole day for each due date, and once a year for each list with something done.
 * @param {{id: string, text: string, due: string, note: string}[]} due
 * @param {{id: string, title: string, when: string}[]} yearly `when` is the last day something was done
 * @param {{again: string, site: string, now: string}} words `now` is ISO 8601
 */
export function calendar(due, yearly, words) {
  const events = [
    ...due.map(({ id, text, due: on, note }) => [`due-${id}`, text, note, on, ""]),
    ...yearly.map(({ id, title, when }) => [
      `again-${id}`, words.again.replace("{title}", title), "", nextYear(when), "RRULE:FREQ=YEARLY",
    ]),
  ];
  const stamp = words.now.replace(/[-:]/g, "").replace(/\.\d+/, "");
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", `PRODID:-//${words.site}//checklists//NB`];
  for (const [id, title, note, on, rule] of events) {
    lines.push("BEGIN:VEVENT", `UID:${id}@${words.site}`, `DTSTAMP:${stamp}`, `DTSTART;VALUE=DATE:${day(on)}`);
    lines.push(`SUMMARY:${escaped(title)}`, ...(note ? [`DESCRIPTION:${escaped(note)}`] : []), ...(rule ? [rule] : []));
    lines.push("END:VEVENT");
  }
  return `${[...lines, "END:VCALENDAR"].map(folded).join("\r\n")}\r\n`;
}

/** The same day a year later; 29 February becomes the 28th. */
function nextYear(iso) {
  const made = `${Number(iso.slice(0, 4)) + 1}${iso.slice(4, 10)}`;
  return made.endsWith("02-29") ? made.replace("02-29", "02-28") : made;
}
