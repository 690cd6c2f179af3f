// Which of a framework's points the reader's answers meet, on its page and in a workbook.

import { answered } from "../answers/answered.js";
import { catalogOf } from "../elements/catalog.js";
import { download, fileName } from "../elements/files.js";
import { find, findAll } from "../elements/find.js";
import { logoOf } from "../elements/logo.js";
import { Tool } from "../elements/tool.js";
import { EXCEL } from "../formats/types.js";
import * as xlsx from "../formats/xlsx.js";
import { VERDICTS, counts, verdict } from "./met.js";

/** @typedef {import("./met.js").Point} Point */

export class CheckFramework extends HTMLElement {
  /** @type {Tool | undefined} */
  #tool;
  /** @type {(Point & {line: HTMLElement})[]} */
  #points = [];

  connectedCallback() {
    const tool = new Tool(this);
    const { signal } = tool;
    this.#tool = tool;
    this.#points = findAll(this, "[data-point]", HTMLElement).map(pointOf);
    tool.store.addEventListener("change", () => this.#show(tool), { signal });
    tool.part("save").addEventListener("click", () => this.#save(tool), { signal });
    this.#show(tool);
  }

  disconnectedCallback() {
    this.#tool?.end();
  }

  /** @param {Tool} tool */
  #show(tool) {
    const { store, t } = tool;
    const { project } = store;
    for (const point of this.#points) {
      const found = verdict(project, point);
      point.line.dataset.verdict = found;
      point.line.textContent = t(`framework_verdict.${found}`);
    }
    for (const line of findAll(this, "[data-of]", HTMLElement)) {
      const { status } = answered(project, line.dataset.of ?? "", was(line));
      find(line, "[data-status]", HTMLElement).textContent = t(`status.${status || "none"}`);
    }
    const made = counts(project, this.#points);
    const parts = VERDICTS.filter((name) => made[name]);
    const told = parts.map((name) => `${t(`framework_verdict.${name}`)}: ${made[name]}`);
    tool.part("sum").textContent = told.join(" · ");
    tool.part("ready").hidden = false;
  }

  /** @param {Tool} tool */
  async #save(tool) {
    const { t, way } = tool;
    const { name = "", short = "" } = this.dataset;
    const made = xlsx.write(this.#sheets(tool), await whose(way));
    const file = fileName(`${t("file")} ${short || name}`, "xlsx");
    download(file, /** @type {BlobPart} */ (made), EXCEL);
  }

  /** @param {Tool} tool @returns {import("../formats/xlsx.js").Sheet[]} */
  #sheets({ store, t }) {
    const { project } = store;
    const points = this.#points.map((point) => [
      point.number,
      point.title,
      t(`framework_verdict.${verdict(project, point)}`),
    ]);
    const rows = this.#points.flatMap((point) =>
      point.mentions.map(({ id, was: before, how, code, text }) => {
        const found = answered(project, id, before);
        return [
          ...[point.number, point.title, t(`framework_how.${how}`), code, text],
          ...[t(`status.${found.status || "none"}`), found.responsible, found.due, found.note],
        ];
      }),
    );
    const head = [t("point"), t("asks"), t("verdict")];
    const more = [
      ...[t("point"), t("asks"), t("how"), t("code"), t("item")],
      ...[t("status"), t("responsible"), t("due"), t("notes")],
    ];
    return [
      { name: t("points"), head, rows: points },
      { name: t("items"), head: more, rows },
    ];
  }
}

/** Whose guide it is; nobody's where that cannot be fetched: a file is made all the same.
 * @param {string} way */
async function whose(way) {
  try {
    const catalog = await catalogOf(way);
    return { logo: await logoOf(way, catalog), by: catalog.title };
  } catch {
    return {};
  }
}

/** @param {HTMLElement} line */
const was = (line) => (line.dataset.was ?? "").split(" ").filter(Boolean);

/** @param {HTMLElement} holder @returns {Point & {line: HTMLElement}} */
function pointOf(holder) {
  const mentions = findAll(holder, "[data-of]", HTMLElement).map((line) => ({
    id: line.dataset.of ?? "",
    was: was(line),
    how: line.dataset.how ?? "",
    code: line.dataset.code ?? "",
    text: find(line, "a", HTMLElement).textContent.trim(),
  }));
  const { point = "", title = "" } = holder.dataset;
  return { number: point, title, mentions, line: find(holder, "[data-verdict]", HTMLElement) };
}
