// Suppliers' questions with their answers as a page of its own, for all of them: on paper, or as
// PDF. It names nobody.

import { node } from "../elements/node.js";
import { lines } from "./question-log.js";

/** @param {string} name of the document @param {import("./question-log.js").Asked[]} all
 * @param {import("../elements/words.js").Words} t */
export function logSheet(name, all, t) {
  const heads = [t("log_number"), t("log_question"), t("log_answer")];
  const top = node("tr", {}, ...heads.map((words) => node("th", { scope: "col" }, words)));
  const rows = lines(all, t).map(({ head, question, answer }) =>
    node(
      "tr",
      {},
      node("th", { scope: "row" }, head),
      ...[question, answer].map((words) => node("td", { dir: "auto" }, words)),
    ),
  );
  const title = t("log_head", { name });
  const caption = node("caption", { class: "checklist__sr" }, title);
  return node(
    "section",
    { class: "guide-sheet guide-log md-typeset" },
    node("h1", {}, title),
    node("p", {}, t("log_all")),
    node("table", {}, caption, node("thead", {}, top), node("tbody", {}, ...rows)),
  );
}
