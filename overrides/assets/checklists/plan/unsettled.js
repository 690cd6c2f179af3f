// What the reader must settle: where two have answered differently, and answers without an item.

import { strays } from "../answers/answered.js";
import { day } from "../elements/day.js";
import { button, node } from "../elements/node.js";
import { addressOf } from "./left.js";

/**
 * @typedef {import("../answers/register.js").Entry} Entry
 * @typedef {import("../answers/state.js").Project} Project
 * @typedef {import("../elements/catalog.js").Catalog} Catalog
 * @typedef {import("../elements/words.js").Words} Words
 */

/**
 * @param {[item: string, field: string, entries: Entry[]][]} found
 * @param {Catalog} catalog @param {string} way @param {Words} t
 */
export const conflictLines = (found, catalog, way, t) =>
  found.map(([id, field, entries]) => {
    const shown = entries.map((entry) => ({ entry, value: valueWord(field, entry[0], t) }));
    const said = shown.map(({ entry: [, when, , by], value }) =>
      t("conflict", { value, by, day: day(when) }),
    );
    const ways = shown.map(({ entry: [raw], value }) => {
      const about = { "data-id": id, "data-field": field, value: raw };
      return button("choose", t("choose", { value }), about);
    });
    const text = catalog.byId.get(id)?.text ?? id;
    const link = node("a", { href: addressOf(catalog, way, id) }, text);
    return node("li", {}, link, ` ${said.join(" / ")} `, ...ways);
  });

/** What a value of a field is called. @param {string} field @param {string} value
 * @param {Words} t */
function valueWord(field, value, t) {
  if (!value) return "–";
  if (field === "status") return t(`status.${value}`);
  return field === "priority" ? t(`priority.${value}`) : value;
}

/** @param {Project} project @param {Catalog} catalog @param {Words} t */
export function strayLines(project, catalog, t) {
  const known = new Set(catalog.items.flatMap((item) => [item.id, ...item.was]));
  return strays(project, known).map(([id, kept]) => {
    const status = kept.status ? t(`status.${kept.status}`) : "";
    const answer = [status, kept.answer, kept.note].filter(Boolean).join(" · ");
    const text = t("stray", { text: kept.wording || id, answer });
    return node("li", {}, text, " ", button("forget", t("forget"), { "data-id": id }));
  });
}
