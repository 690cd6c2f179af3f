// That a document which has left the house asks something else now than those who have it know.

import { node } from "../elements/node.js";
import { changedWords } from "./edition-words.js";
import { unsent } from "./editions.js";

/** Stands as long as it is so; said aloud when it is something else than before.
 * @param {import("../elements/tool.js").Tool} tool @param {import("./shown.js").Shown} shown */
export function tellUnsent(tool, { doc, project }) {
  const { t } = tool;
  const { n, changes } = unsent(project, doc);
  const since = `${t("edition_since", { n })} ${changedWords(changes, t)} ${t("unsent")}`;
  const now = changes.length ? since : "";
  const place = tool.part("unsent");
  if (place.textContent === now) return;
  place.replaceChildren(...(now ? [node("p", { class: "guide-plan__banner" }, now)] : []));
}
