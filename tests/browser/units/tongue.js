// A document in another language: the guide's requirements translated, what is the customer's marked.

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

/** The texts and headings of a document in the other language, and its edition before and after. */
export function translated() {
  const ours = catalog("Sikkerhet", [
    { id: "a", requirement: "Leverandøren skal varsle." },
    { id: "b", requirement: "Leverandøren skal måle." },
  ]);
  const theirs = catalog("Security", [
    { id: "a", requirement: "The supplier shall notify." },
    { id: "b", requirement: "The supplier shall measure." },
  ]);
  const row = (id, text, order, group = "Sikkerhet") =>
    ({ id, n: order + 1, text, priority: "must", group, order });
  const doc = {
    id: "d1",
    name: "Krav",
    frame: {},
    numbers: [],
    requirements: [
      row("a", "Leverandøren skal varsle.", 0),
      row("b", "Leverandøren skal måle hver dag.", 1),
      row("own", "Vårt eget krav.", 2, "Egne krav"),
    ],
  };
  const made = inLanguage(doc, ours, theirs, emptyProject(), [
    (key) => ({ own_group: "Egne krav" })[key],
    (key) => ({ own_group: "Own requirements", untranslated: "not translated" })[key],
  ], "en");
  const said = (key, values) => `${key} ${Object.values(values).join(" ")}`;
  return [
    made.requirements.map(({ text, group }) => [group, text]),
    edition(doc, said) === edition(made, said),
  ];
}
