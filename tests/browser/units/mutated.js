// A supplier's file changed at random, and what must still hold of what is read out of it.

import { Archive } from "../../../overrides/assets/checklists/formats/zip-read.js";
import * as zip from "../../../overrides/assets/checklists/formats/zip.js";
import { generator } from "./random.js";

const MAIN = /^word\/document\d?\.xml$/;
/** @type {Record<string, RegExp>} */
const WORDS = {
  yes: /ja|oppfyl|yes|x|ok/i,
  partly: /delvis|partly/i,
  no: /nei|ikke oppfylt|no/i,
};

/** Whole numbers with a seed. */
export function random(seed) {
  const next = generator(seed);
  return () => Math.floor(next() * 2 ** 31);
}

/** @param {Uint8Array} bytes @param {() => number} next */
function raw(bytes, next) {
  const made = [...bytes];
  const times = 1 + (next() % 3);
  for (let n = 0; n < times; n += 1) {
    const at = next() % made.length;
    const ways = [
      () => (made[at] ^= 1 << next() % 8),
      () => (made[at] = next() % 256),
      () => made.splice(at, 1 + (next() % 20)),
      () => made.splice(at, 0, ...made.slice(at, at + (next() % 40))),
      () => made.splice(at, 0, next() % 256),
      () => (next() % 5 ? 0 : made.splice(at)),
    ];
    ways[next() % ways.length]();
    if (!made.length) break;
  }
  return Uint8Array.from(made);
}

/** Ways that change nothing of what a reader of the file sees. */
const HARMLESS = {
  split: (xml, next) =>
    changed(xml, /(<w:t(?: [^>]*)?>[^<]{2,})(?=<\/w:t>)/g, next, (found) => {
      const at = found.indexOf(">") + 2;
      const more = '</w:t></w:r><w:r><w:t xml:space="preserve">';
      return found.slice(0, at) + more + found.slice(at);
    }),
  mark: (xml, next) =>
    changed(xml, /<w:r>/g, next, () => '<w:proofErr w:type="spellStart"/><w:r>'),
  bookmark: (xml, next) =>
    changed(xml, /<w:p>/g, next, () => '<w:p><w:bookmarkStart w:id="9" w:name="x"/>'),
  comment: (xml, next) => changed(xml, /<w:p>/g, next, () => "<!-- <w:tr> --><w:p>"),
  inserted: (xml, next) =>
    changed(xml, /<w:r>(?:(?!<w:r>|<\/w:r>)[^])*<\/w:r>/g, next, (found) =>
      found.includes("fldChar") ? found : `<w:ins w:id="9">${found}</w:ins>`,
    ),
  prefix: (xml) => xml.replace(/(<\/?)w:/g, "$1ns0:").replace(/ w:(?=\w+=)/g, " ns0:")
    .replaceAll("xmlns:w=", "xmlns:ns0="),
  room: (xml, next) => changed(xml, /<w:tc>/g, next, () => "\n  <w:tc>\n"),
  letters: (xml, next) =>
    changed(xml, /(?<=<w:t(?: [^>]*)?>)[A-Za-zæøå]/g, next, (found) => `&#${found.codePointAt(0)};`),
  parts: (xml, next) =>
    changed(xml, /(?<=<w:t(?: [^>]*)?>)[^<&]+/g, next, (found) => `<![CDATA[${found}]]>`),
};

/** Ways that break it, or say something else. */
const HARMFUL = {
  tag: (xml, next) => changed(xml, /<[^>]*>/g, next, () => ""),
  tags: (xml, next) => changed(xml, /<w:(tr|tc|p|r)>(?:(?!<w:\1>)[^])*?<\/w:\1>/g, next, () => ""),
  again: (xml, next) =>
    changed(xml, /<w:(tr|tc|p|r)>(?:(?!<w:\1>)[^])*?<\/w:\1>/g, next, (found) => found + found),
  letter: (xml, next) => {
    const at = next() % xml.length;
    return xml.slice(0, at) + String.fromCharCode(32 + (next() % 90)) + xml.slice(at + 1);
  },
  cut: (xml, next) => xml.slice(0, next() % xml.length),
};

/** @param {string} xml @param {RegExp} pattern @param {() => number} next */
function changed(xml, pattern, next, made) {
  const all = [...xml.matchAll(pattern)];
  if (!all.length) return xml;
  const found = all[next() % all.length];
  return xml.slice(0, found.index) + made(found[0]) + xml.slice(found.index + found[0].length);
}

const plain = (answers) => JSON.stringify(Object.entries(answers));
const same = (right, found) =>
  plain(right.answers) === plain(found.answers) || isTold(right, found)
    ? ""
    : `other answers: ${plain(found.answers)}`;
/** What differs is told of: each answer that is another has a doubt. */
const isTold = (right, found) =>
  Object.entries(found.answers).every(
    ([number, made]) =>
      JSON.stringify(made) === JSON.stringify(right.answers[number]) ||
      found.doubts.some(([of]) => of === number),
  ) && Object.keys(right.answers).every((number) => found.answers[number]);

/** No reply that is told for certain is another than the file's. */
const replies = (right, found) =>
  Object.entries(found.answers)
    .filter(([number, { reply }]) => reply && reply !== (right.answers[number]?.reply || reply))
    .map(([number, { reply }]) => `${number} became ${reply}`)
    .join(", ");

/** Each reply of a .csv stands in a line with its number. @param {Uint8Array} bytes */
const inLines = (bytes) => (_, found) => {
  const lines = new TextDecoder("latin1").decode(bytes).split(/[\r\n]+/);
  return Object.entries(found.answers)
    .filter(([number, { reply }]) => {
      const named = new RegExp(`k ?0*${number.slice(1)}(?!\\d)`, "i");
      return reply && !lines.some((line) => named.test(line) && WORDS[reply].test(line));
    })
    .map(([number]) => `${number} is in no line`)
    .join(", ");
};

/**
 * A file changed, how, and what is wrong with what is read out of it («» when nothing is).
 * @param {string} name @param {Uint8Array} bytes @param {() => number} next
 */
export async function mutated(name, bytes, next) {
  if (name.endsWith(".csv")) {
    const made = raw(bytes, next);
    return { bytes: made, how: "raw", fault: inLines(made) };
  }
  if (!name.endsWith(".docx") || next() % 3 === 0) {
    return { bytes: raw(bytes, next), how: "raw", fault: same };
  }
  const archive = new Archive(bytes);
  const files = [];
  for (const part of archive.names) files.push([part, await archive.text(part, 1e7)]);
  const main = files.find(([part]) => MAIN.test(part));
  const kinds = next() % 2 ? HARMLESS : HARMFUL;
  const how = Object.keys(kinds)[next() % Object.keys(kinds).length];
  main[1] = kinds[how](main[1], next);
  const fault = kinds === HARMLESS ? same : replies;
  return { bytes: zip.write(files), how, fault };
}
