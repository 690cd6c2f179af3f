// A document in another language: the guide's requirements translated, what is the customer's marked.

import { front, grid } from "../../../overrides/assets/checklists/documents/blocks.js";
import { FRAME } from "../../../overrides/assets/checklists/documents/document.js";
import { fromFile, toFile } from "../../../overrides/assets/checklists/documents/files.js";
import { inLanguage } from "../../../overrides/assets/checklists/documents/tongue.js";
import { edition } from "../../../overrides/assets/checklists/documents/edition.js";
import { emptyProject } from "../../../overrides/assets/checklists/answers/state.js";

const catalog = (title, items) => ({
  facets: { topic: [{ id: "sikkerhet", title }] },
  lists: [],
  levels: { questions: [], most: 0 },
  parameters: [],
  items,
  byId: new Map(items.map((item) => [item.id, item])),
});

const OURS = catalog("Sikkerhet", [
  { id: "a", requirement: "Leverandøren skal varsle." },
  { id: "b", requirement: "Leverandøren skal måle." },
]);
const THEIRS = catalog("Security", [
  { id: "a", requirement: "The supplier shall notify." },
  { id: "b", requirement: "The supplier shall measure." },
]);
const row = (id, text, order, group = "Sikkerhet") =>
  ({ id, n: order + 1, text, priority: "must", group, order });
const DOC = {
  id: "d1",
  name: "Krav",
  frame: { ...Object.fromEntries(FRAME.map((name) => [name, ""])), scope: "Alt." },
  numbers: [],
  requirements: [
    row("a", "Leverandøren skal varsle.", 0),
    row("b", "Leverandøren skal måle hver dag.", 1),
    row("own", "Vårt eget krav.", 2, "Egne krav"),
  ],
};
const own = (key) => ({ own_group: "Egne krav", text: "Krav", number: "Krav nr." })[key] ?? `${key}`;
const other = (key) => ({ own_group: "Own requirements", untranslated: "not translated",
  text: "Requirement", number: "No." })[key] ?? `${key}`;
const inEnglish = () => inLanguage(DOC, OURS, THEIRS, emptyProject(), [own, other], "en");

/** Annex 1 of a document in both languages: its headings, and the last table of the three. */
export function sideBySide() {
  const beside = { doc: DOC, t: own, language: "nb" };
  const all = front(inEnglish(), other, { title: "", version: "", brand: "", beside });
  const locked = all.flatMap((made) => ("locked" in made && !made.open ? made.locked : []));
  const tables = locked.filter((made) => "widths" in made);
  const titles = all.filter(({ style }) => style === "Heading2").map(({ text }) => text);
  const said = [...all, ...locked].some(({ text }) => text === "tongue_first");
  const [head, ...rows] = grid(inEnglish(), other, beside).map((cells) => cells.slice(0, 4));
  return { titles, said, tables, csv: [head, rows[0]] };
}

/** What the file for the reply page says of its language, as it is read again. */
export function languages() {
  const read = (more) => {
    const text = JSON.stringify({ ...toFile(inEnglish()), ...more });
    return fromFile(text).document.language ?? null;
  };
  const written = fromFile(JSON.stringify(toFile(inEnglish(), "en"))).document.language;
  return [written, read({}), read({ language: "xx-<b>" }), read({ language: 7 })];
}

/** The texts and headings of a document in the other language, and its edition before and after. */
export function translated() {
  const made = inEnglish();
  const said = (key, values) => `${key} ${Object.values(values).join(" ")}`;
  return [
    made.requirements.map(({ text, group }) => [group, text]),
    edition(DOC, said) === edition(made, said),
  ];
}
