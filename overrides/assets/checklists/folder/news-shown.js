// What others have written since the reader looked, shown quietly and said once: how many answers
// of whom, and which items they are about.

import { value } from "../answers/register.js";
import { find } from "../elements/find.js";
import { isolated } from "../elements/isolated.js";
import { node } from "../elements/node.js";
import { revise } from "./record.js";

/**
 * @typedef {import("../elements/tool.js").Tool} Tool
 * @typedef {import("./news.js").News} News
 * @typedef {import("./team.js").Team} Team
 */

const MOST_ITEMS = 40;

/** «Kari: 4 nye svar», and said once. @param {Tool} tool @param {Team} team */
export function showNews(tool, team) {
  const { root, site, t } = tool;
  const news = team.standing === "none" ? [] : team.news;
  const words = news.map(({ by, items, more }) => {
    const name = isolated(by || t("nobody"));
    const n = items.length;
    const answers = n === 1 ? t("news_one", { name }) : t("news", { name, n });
    const others = more ? t("news_more", { name, n: more }) : "";
    return [n ? answers : "", others].filter(Boolean).join(" ");
  });
  const told = words.join(" ");
  const line = find(root, "[data-news]", HTMLElement);
  line.hidden = !told;
  showItems(tool, news, team);
  const where = find(line, "span", HTMLElement);
  if (where.textContent === told) return;
  where.textContent = told;
  if (!told || team.record?.told === told) return;
  find(root, "[data-announced]", HTMLElement).textContent = told;
  revise(site, () => ({ told }));
}

/** A line an item: who, and the way to it. @param {Tool} tool @param {News[]} news
 * @param {Team} team */
function showItems({ root, t }, news, { project }) {
  const fold = find(root, "[data-by-item]", HTMLElement);
  const list = find(fold, "ul", HTMLElement);
  const all = news.flatMap(({ by, items }) => items.map((id) => ({ id, by })));
  fold.hidden = !all.length;
  const shown = all.slice(0, MOST_ITEMS).map(({ id, by }) => {
    const text = value(project?.items[id]?.wording) || id;
    return { id, text, who: `${isolated(by || t("nobody"))}: ` };
  });
  const key = JSON.stringify([shown, all.length]);
  if (list.dataset.drawn === key) return; // whoever stands on a link keeps it
  list.dataset.drawn = key;
  list.replaceChildren(
    ...shown.map(({ id, text, who }) =>
      node("li", {}, who, node("a", { href: `${root.dataset.register}${id}`, dir: "auto" }, text)),
    ),
  );
  const more = all.length - shown.length;
  if (more) list.append(node("li", {}, t("more", { n: more })));
}
