// Suppliers' files by themselves: what is read out of each, and of files that are made here.

import { readAnswer } from "../../../overrides/assets/checklists/documents/replies.js";
import { understood } from "../../../overrides/assets/checklists/documents/rows.js";
import { priced, summed } from "../../../overrides/assets/checklists/documents/price.js";
import { isolated } from "../../../overrides/assets/checklists/elements/isolated.js";
import { wordsOf } from "../../../overrides/assets/checklists/elements/words.js";
import * as csv from "../../../overrides/assets/checklists/formats/csv.js";
import * as csvRead from "../../../overrides/assets/checklists/formats/csv-read.js";
import * as zip from "../../../overrides/assets/checklists/formats/zip.js";
import { mutated, random } from "./mutated.js";

const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";

const bytesOf = (base64) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));

/** @param {BlobPart} content @param {string} words as JSON */
const opened = (content, words) => readAnswer(new File([content], "svar"), wordsOf(words));

/** What is read out of a file; short, as right.json has it. */
export async function read(base64, words) {
  const { answer, problem } = await opened(bytesOf(base64), words);
  if (problem) return { problem };
  const { supplier = "", unread, doubts, answers } = answer;
  return { supplier, unread, doubts, answers: { ...answers } };
}

/** The same of a .csv that is given as text. */
export const readText = (text, words) =>
  read(btoa(String.fromCharCode(...new TextEncoder().encode(text))), words);

/** A Word file of a body, with what leads to its main part. */
function word(body, { space = WORD, office = OFFICE, parts = [] } = {}) {
  const spaces = `xmlns:w="${space}" xmlns:r="${office}"
    xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"`;
  const led = `<Relationship Id="a" Type="${office}/officeDocument" Target="word/document.xml"/>`;
  return zip.write([
    ["_rels/.rels", `<Relationships xmlns="${PACKAGE}">${led}</Relationships>`],
    ["word/document.xml", `<w:document ${spaces}><w:body>${body}</w:body></w:document>`],
    ...parts,
  ]);
}

const p = (inner) => `<w:p>${inner}</w:p>`;
const r = (inner, looks = "") => `<w:r><w:rPr>${looks}</w:rPr>${inner}</w:r>`;
const t = (text) => r(`<w:t>${text}</w:t>`);
const tc = (inner, about = "") => `<w:tc><w:tcPr>${about}</w:tcPr>${inner}</w:tc>`;
const tr = (...cells) => `<w:tr>${cells.map((one) => tc(p(one))).join("")}</w:tr>`;
const tbl = (...rows) => `<w:tbl>${rows.join("")}</w:tbl>`;
const HEAD = tr(t("Krav nr."), t("Svar"), t("Beskrivelse"), t("Dokumentasjon"), t("Pris"));
/** A table of one row whose description, reply or price is given as XML. */
const one = ({ reply = t("Oppfylt"), text = t("a"), price = "" }) =>
  tbl(HEAD, tr(t("K1"), reply, text, "", price), tr(t("K2"), t("Nei"), "", "", ""));
const old = (kind) => r(`<w:fldChar w:fldCharType="${kind}"/>`);
const box = (words) => `<w:txbxContent>${p(t(words))}</w:txbxContent>`;
const placeholder = "<w:sdtPr><w:showingPlcHdr/></w:sdtPr>";
const merged = "<w:vMerge/>";

const FILES = {
  strict: word(one({}), {
    space: "http://purl.oclc.org/ooxml/wordprocessingml/main",
    office: "http://purl.oclc.org/ooxml/officeDocument/relationships",
  }),
  placeholder: word(
    one({ text: `<w:sdt>${placeholder}<w:sdtContent>${t("Skriv her")}</w:sdtContent></w:sdt>` }),
  ),
  control: word(one({ reply: `<w:sdt><w:sdtContent>${t("Delvis")}</w:sdtContent></w:sdt>` })),
  boxes: word(
    one({
      text: `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${box("b")}</mc:Choice>
        <mc:Fallback>${box("b")}</mc:Fallback></mc:AlternateContent></w:r>`,
    }),
  ),
  hidden: word(one({ reply: r("<w:t>Nei</w:t>", "<w:vanish/>") + t("Oppfylt") })),
  struck: word(one({ reply: r("<w:t>Oppfylt</w:t>", "<w:strike/>") })),
  struckPrice: word(one({ price: r("<w:t>1000</w:t>", "<w:strike/>") + t("1200") })),
  sign: word(one({ text: r('<w:sym w:font="Ukjent" w:char="F0B3"/>') })),
  openField: word(one({ text: old("begin") + t("borte") })),
  link: word(
    one({ text: `<w:fldSimple w:instr='HYPERLINK "https://a.no/b"'>${t("rapport")}</w:fldSimple>` }),
  ),
  nested: word(tbl(`<w:tr>${tc(one({ text: t("inne") }) + p(""))}</w:tr>`)),
  inner: word(one({ text: "" }).replace(tc(p("")), tc(tbl(tr(t("x"), t("y"))) + p(t("z"))))),
  merged: word(
    tbl(
      HEAD,
      `<w:tr>${tc(p(t("K1")))}${tc(p(t("Nei")), '<w:vMerge w:val="restart"/>')}</w:tr>`,
      `<w:tr>${tc(p(t("K2")))}${tc(p(""), merged)}</w:tr>`,
    ),
  ),
  cut: word(
    tbl(HEAD, tr(t("K1"), t("Nei"), "", "", "")) + tbl(tr(t("K2"), t("Nei"), "", "", t("5"))),
  ),
  headless: word(tbl(HEAD, tr(t("K1"), t("Nei"), "", "", "")) + tbl(tr(t("K2"), t("Nei")))),
  gone: word(
    tbl(HEAD, tr(t("K1"), t("Nei"), "", "", ""), tr(t("K2"), t("Nei"), "", "", "")).replace(
      /<w:tr>(?!.*<w:tr>)/,
      "<w:tr><w:trPr><w:del/></w:trPr>",
    ),
  ),
  joined: word(
    one({ text: "" }).replace(
      tc(p("")),
      tc(`<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${t("en")}</w:p>${p(t("ord"))}`),
    ),
  ),
  odd: word(tbl(HEAD, tr(t("k 1."), t("OPPFYLT."), "", "", ""), tr(t("Forbehold"), t("gjelder ikke"), "", "", ""))),
  twice: word(tbl(HEAD.replace("Dokumentasjon", "Pris"), tr(t("K1"), t("Ja"), "", t("5"), t("6")))),
};

/** Each file that is made here: its answers as short lists, and why what is doubted. */
export async function made(words) {
  const found = {};
  for (const [name, content] of Object.entries(FILES)) {
    const { answer, problem } = await opened(content, words);
    found[name] = problem ?? [
      ...Object.entries(answer.answers).map(([number, { reply, text, link, price }]) =>
        [number, reply, text, link, price].join("|"),
      ),
      ...answer.doubts.map(([number, why, , field]) => ["?", number, why, field].join("|")),
    ];
  }
  return found;
}

/** Milliseconds that each hostile file takes, and what is said of it. */
export async function hostile(words) {
  const xml = (text) =>
    zip.write([
      ["_rels/.rels", `<Relationships xmlns="${PACKAGE}"><Relationship Id="a"
        Type="${OFFICE}/officeDocument" Target="d.xml"/></Relationships>`],
      ["d.xml", text],
    ]);
  const open = `<w:document xmlns:w="${WORD}">`;
  const files = {
    unclosed: xml(open + "<w:p ".repeat(200000)),
    deep: xml(open + "<w:p>".repeat(200000)),
    fields: xml(`${open}<w:p>${old("begin").repeat(6000)}${t("a").repeat(6000)}</w:p></w:document>`),
    quotes: '"a;'.repeat(330000),
    opened: `"${"a;b\n".repeat(250000)}`,
    letters: "\n".repeat(1000000),
    spans: xml(`${open}${tbl(`<w:tr>${tc(p(""), '<w:gridSpan w:val="999999999"/>')}</w:tr>`)}</w:document>`),
  };
  const found = {};
  for (const [name, content] of Object.entries(files)) {
    const before = performance.now();
    const { problem } = await opened(content, words);
    found[name] = [Math.round(performance.now() - before), problem];
  }
  return found;
}

export const price = (text) => priced(text);
export const sums = (all) => summed(all);
export const reply = (text) => understood(text);
export const alone = (text) => isolated(text);

/** Rows that a .csv was written of and what comes back, when they are not the same. */
export function csvBack(seed, times) {
  const next = random(seed);
  const signs = ["=", "+", "-", "@", "'", '"', ";", ",", "\t", "\n", "\r", "＝", "1", "a", " ", "ø"];
  const text = () => Array.from({ length: next() % 7 }, () => signs[next() % signs.length]).join("");
  for (let n = 0; n < times; n += 1) {
    const rows = Array.from({ length: 1 + (next() % 3) }, () => ["K1", text(), text(), ";"]);
    const written = csv.write(rows);
    const back = csvRead.read(written);
    if (JSON.stringify(back.rows) !== JSON.stringify(rows) || back.broken.length) {
      return { rows, written, back };
    }
  }
  return null;
}

/** How a cell is written, and as which cells a spreadsheet of another country would read it. */
export const cells = (text, separator) =>
  csv
    .write([[text]])
    .replace("\ufeff", "")
    .split(new RegExp(`[${separator}\r\n]`));

/** Texts as the cells of a file that we write, and as they are read again. */
export const defused = (texts) =>
  texts.map((text) => {
    const [line] = csv.write([[text]]).replace("\ufeff", "").split(/\r\n$/);
    const cell = line.startsWith('"') ? line.slice(1, -1).replaceAll('""', '"') : line;
    return [cell, csv.plain(cell)];
  });

/** Readers that do what none may do, so that the fuzzing is seen to find them. */
const PLANTS = {
  invents({ answer }) {
    if (answer?.answers.K2) Object.assign(answer.answers.K2, { reply: "partly" });
  },
  slow() {
    const until = performance.now() + 1001;
    while (performance.now() < until);
  },
  throws: () => {
    throw new Error("planted");
  },
  silent: (found) => delete found.answer && delete found.problem,
};

/**
 * Files changed at random: the first that hangs, throws, or tells for certain what the file does
 * not say; null when there is none.
 */
export async function fuzzed(files, words, seed, times, plant = "") {
  const next = random(seed);
  const all = Object.entries(files).map(([name, base64]) => ({ name, bytes: bytesOf(base64) }));
  const right = {};
  for (const { name, bytes } of all) right[name] = (await opened(bytes, words)).answer;
  for (let n = 0; n < times; n += 1) {
    const { name, bytes } = all[next() % all.length];
    const changed = await mutated(name, bytes, next);
    const before = performance.now();
    let fault = "";
    try {
      const found = await opened(changed.bytes, words);
      PLANTS[plant]?.(found);
      if (found.answer) fault = changed.fault(right[name], found.answer);
      else if (!found.problem) fault = "neither answer nor problem";
    } catch (error) {
      fault = String(error?.stack ?? error);
    }
    const took = performance.now() - before;
    if (took > 1000) fault ||= `${Math.round(took)} ms`;
    if (fault) return { n, name, how: changed.how, fault };
  }
  return null;
}

/** What a table in the words of another language of the site is read as. */
export async function inTongues(content, words, others) {
  const root = document.createElement("div");
  root.dataset.tongues = JSON.stringify(others);
  const made = await readAnswer(new File([content], "svar"), wordsOf(words), root);
  return made.answer
    ? [Object.values(made.answer.answers).map((one) => [one.reply, one.price]), made.answer.edition]
    : made.problem;
}
