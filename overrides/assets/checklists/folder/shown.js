// What «Arbeid sammen» shows: who is in the folder, and what could not be read.

import { value } from "../answers/register.js";
import { minute } from "../elements/day.js";
import { find, findAll } from "../elements/find.js";
import { isolated } from "../elements/isolated.js";
import { node } from "../elements/node.js";
import { showNews } from "./news-shown.js";

/**
 * @typedef {import("../elements/tool.js").Tool} Tool
 * @typedef {import("./told.js").Person} Person
 * @typedef {import("./team.js").Team} Team
 */

const MOST_LINES = 8;
const MOST_AHEAD = 3_600_000; // ms that a clock may be ahead before it is said

/** @param {Tool} tool @param {Team} team @param {boolean} opens whether folders can be opened */
export function show(tool, team, opens) {
  const { standing } = team;
  const begin = standing === "none" || standing === "hand";
  for (const step of findAll(tool.root, "[data-step]", HTMLElement)) {
    const name = step.dataset.step;
    const is = { begin, out: standing !== "none" }[name ?? ""] ?? name === standing;
    step.hidden = !is;
  }
  find(tool.root, "[data-do=pick]", HTMLElement).hidden = !opens;
  const byHand = find(tool.root, "[data-hand]", HTMLDetailsElement);
  if (!opens || standing === "hand") byHand.open = true;
  tool.part("cannot").hidden = opens;
  for (const way of findAll(tool.root, "[data-open-only]", HTMLElement)) {
    way.hidden = standing !== "on";
  }
  showNews(tool, team);
  showTroubles(tool, team);
  if (standing === "on") showWho(tool, team);
}

/** @param {Tool} tool @param {Team} team */
function showWho(tool, { last, project, record, when }) {
  const { t } = tool;
  const name = isolated((project && value(project.name)) || t("unnamed"));
  const folder = isolated(record?.folder ?? "");
  tool.part("shared").textContent = t("shared", { name, folder });
  const lines = byName(last?.people ?? []).map(({ name: who, time, machines, mine }) => {
    const at = minute(new Date(Math.min(time, Date.now())).toISOString());
    const several = machines > 1 ? ` ${t("machines", { n: machines })}` : "";
    const me = mine ? ` ${t("me")}` : "";
    const ahead = time > Date.now() + MOST_AHEAD ? ` ${t("clock")}` : "";
    const words = t("wrote", { name: isolated(who || t("nobody")), when: at });
    return `${words}${me}${several}${ahead}`;
  });
  tool.part("people").replaceChildren(...few(tool, lines).map((words) => node("li", {}, words)));
  tool.part("checked").textContent = when ? t("checked", { when: minute(when) }) : "";

  /** One line a person, whose machines have a file each. @param {Person[]} people */
  function byName(people) {
    const all = [...Map.groupBy(people, (one) => one.name)].map(([who, some]) => ({
      name: who,
      time: Math.max(...some.map(({ time }) => time)),
      machines: some.length,
      mine: some.some(({ writer }) => writer === record?.writer),
    }));
    return all.toSorted((a, b) => Number(b.mine) - Number(a.mine)); // oneself is always told of
  }
}

/** @param {Tool} tool @param {Team} team */
function showTroubles(tool, { last: round, standing, unread }) {
  const { t } = tool;
  const last = standing === "on" || standing === "hand" ? round : null;
  const copies = (last?.copies.length ?? 0) - (last?.renamed.length ?? 0);
  const open = standing === "on";
  const all = [
    last?.away ? t("away") : "",
    last?.full ? t("full") : "",
    unread ? t("unread") : "",
    open && last?.locked ? t("locked") : "",
    open && last?.mended ? t("mended") : "",
    ...troublesOf(t, last?.refused ?? []),
    copies ? t("copies", { n: copies }) : "",
    last?.renamed.length ? t("renamed", { n: last.renamed.length }) : "",
    last?.leftovers.length ? t("leftovers", { n: last.leftovers.length }) : "",
  ].filter(Boolean);
  const lines = few(tool, all);
  const list = tool.part("troubles");
  list.hidden = !lines.length;
  list.replaceChildren(...lines.map((words) => node("li", {}, words)));
}

/** What is wrong with files, in words. @param {import("../elements/words.js").Words} t
 * @param {import("./told.js").Refused[]} refused */
export const troublesOf = (t, refused) =>
  refused.map(({ name, problem }) => t(`trouble.${problem}`, { name: isolated(name) }));

/** The first of many lines, and how many more there are. @param {Tool} tool
 * @param {string[]} all */
function few({ t }, all) {
  const lines = all.slice(0, MOST_LINES);
  const more = all.length - lines.length;
  return more ? [...lines, t("more", { n: more })] : lines;
}
