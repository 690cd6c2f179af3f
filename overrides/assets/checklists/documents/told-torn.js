// That two have written differently in a document is said in the builder, where one text is shown.

import { allTorn, tornIn } from "../answers/torn.js";

/**
 * @param {import("../elements/tool.js").Tool} tool
 * @param {import("../answers/state.js").Project} project @param {string} id the document's
 */
export function tellTorn(tool, project, id) {
  const n = tornIn(allTorn(project), id).length;
  const place = tool.part("torn");
  place.hidden = !n;
  place.children[0].textContent = tool.t("torn", { n });
}
