// Documents that were deleted, each with a way to bring it back: what belongs to one, answers and
// scores too, goes with it and comes with it.

import { seek } from "../elements/find.js";
import { isolated } from "../elements/isolated.js";
import { button } from "../elements/node.js";
import * as kept from "./kept.js";

/**
 * @param {import("../elements/tool.js").Tool} tool @param {kept.Project} project
 */
export function showGone({ root, t }, project) {
  const line = seek(root, "[data-gone]", HTMLElement);
  if (!line) return; // a fork's own template
  const all = kept.list(project, true);
  line.hidden = !all.length;
  const ways = all.flatMap(([id, name]) => [" ", button("bring", isolated(name), { value: id })]);
  line.replaceChildren(t("gone"), ...ways);
}
