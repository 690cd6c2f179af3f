// What was found in a file that somebody has filled in, said before anything is merged.

import { value } from "../answers/register.js";
import { current } from "../answers/state.js";
import { minute } from "../elements/day.js";
import { isolated } from "../elements/isolated.js";

/**
 * @typedef {import("../elements/tool.js").Tool} Tool
 * @typedef {import("../files/opened.js").Opened} Opened
 * @typedef {{words: string, lines?: string[], changes?: Node[]}} Told a sentence, what to look
 *   at, a line each, and what merging would change
 */

const MOST_LINES = 40;
const START = 64; // bytes
const MOST_SHOWN = 60;

/** Whether a file is a backup of ours: text that begins as JSON does. @param {File} file */
export async function isBackup(file) {
  const start = new Uint8Array(await file.slice(0, START).arrayBuffer());
  return /^[\s\ufeff]*[{[]/.test(new TextDecoder().decode(start)) || !file.size;
}

/**
 * @param {Opened} made @param {string} file its name @param {string} would what merging would do
 * @param {Tool} plan @returns {Told}
 */
export function told({ counts, lost, strange, doubts, about }, file, would, plan) {
  const { t } = plan;
  const counted = { ...counts, file: isolated(file), lost: lost.length };
  const words = [t("filled.found", counted), ...whose(about, plan), would].join(" ");
  const rows = lost.map(({ code, text, id }) => [code, text || id].filter(Boolean).join(" "));
  const lines = [
    ...(counts.passed ? [t("filled.passed", { n: counts.passed })] : []),
    ...(counts.cleared ? [t("filled.cleared", { n: counts.cleared })] : []),
    ...(counts.twice ? [t("filled.twice", { n: counts.twice })] : []),
    ...(strange ? [t("filled.strange", { n: strange })] : []),
    ...rows.map((row) => t("filled.lost", { row: row.slice(0, MOST_SHOWN) })),
    ...doubts.map(([code, why, said]) => {
      const line = t(`unsure.${why}`, { words: said || "–" });
      return code ? `${code}: ${line}` : line;
    }),
  ];
  const more = lines.length - MOST_LINES;
  const rest = more > 0 ? [t("filled.more", { n: more })] : [];
  return { words, lines: [...lines.slice(0, MOST_LINES), ...rest] };
}

/** Whose the file is and when it was made, where it says so. @param {Record<string, string>} about
 * @param {Tool} plan */
function whose({ site, project, name, made }, { t, store, site: ours }) {
  const now = current(store.state);
  const other = project && now && project !== now && store.state.projects[project];
  return [
    ...(made ? [t("filled.made", { when: minute(made) })] : []),
    ...(site && site !== ours ? [t("other_site")] : []),
    ...(other ? [t("filled.other", { name: isolated(value(other.name) || name || "") })] : []),
  ];
}
