// Files with what the reader has answered: as they are given out, filled in.

import { answered } from "../answers/answered.js";
import { fitting } from "../answers/fit.js";
import { filled, numbersOf } from "../answers/parameters.js";
import { value } from "../answers/register.js";
import { current } from "../answers/state.js";
import { catalogOf } from "../elements/catalog.js";
import { today } from "../elements/day.js";
import { download, fileName } from "../elements/files.js";
import { findAll } from "../elements/find.js";
import { Tool } from "../elements/tool.js";
import { EXCEL, WORD } from "../formats/types.js";
import { valuesOf } from "./into.js";

/** @typedef {import("../elements/catalog.js").Catalog} Catalog */

const MOST_NAME = 40; // letters of a project's, in what the file says of itself
/** @type {Record<string, string>} */
const TYPES = { docx: WORD, xlsx: EXCEL, csv: "text/csv", pdf: "application/pdf" };

export class CheckFiles extends HTMLElement {
  /** Brings what fills files in; the entry says from where.
   * @type {() => Promise<typeof import("../list-files.js")>} */
  static files = () => Promise.reject(new Error("no files"));
  /** @type {Tool | undefined} */
  #tool;

  connectedCallback() {
    const tool = new Tool(this);
    this.#tool = tool;
    for (const way of findAll(this, "[data-kind]", HTMLButtonElement)) {
      const { kind = "", level = "" } = way.dataset;
      const give = () => this.#give(tool, kind, level);
      way.addEventListener("click", give, { signal: tool.signal });
    }
    tool.store.addEventListener("change", () => this.#show(tool), { signal: tool.signal });
    this.#show(tool);
  }

  disconnectedCallback() {
    this.#tool?.end();
  }

  /** Without answers there is nothing to fill in. @param {Tool} tool */
  #show({ store }) {
    this.hidden = !Object.keys(store.project.items).length;
  }

  /** @param {Tool} tool @param {string} kind @param {string} level of a PDF */
  async #give(tool, kind, level) {
    const { store, t, way } = tool;
    const said = tool.part("told");
    said.textContent = "";
    const { list = "", folder = "" } = this.dataset;
    const { project, state } = store;
    const name = value(project.name);
    try {
      const [blank, catalog, files] = await Promise.all([
        bytesOf(`${way}/${folder}/${[list, level].filter(Boolean).join("-")}.${kind}`),
        catalogOf(way),
        CheckFiles.files(),
      ]);
      const was = (/** @type {string} */ id) => catalog.byId.get(id)?.was ?? [];
      const inside = itemsOf(catalog, list);
      const hers = saidIn(project, catalog, inside);
      const about = { project: current(state), name: name.slice(0, MOST_NAME).toWellFormed() };
      const made = await files.filled(kind, blank, {
        valuesOf: (item) => valuesOf(project, item, was(item)),
        about: { ...about, made: new Date().toISOString() },
        names: namesIn(project, catalog),
        said: hers,
        today: today(),
      }, t);
      const content = /** @type {BlobPart} */ (made.bytes);
      download(fileName(`${list} ${name}`, kind), content, TYPES[kind]);
      const lacks = kind === "pdf" ? lacking(made, hers.length, t) : [];
      const fits = forWhom(project, catalog, inside, t);
      said.textContent = [t("made"), fits, ...lacks].filter(Boolean).join(" ");
    } catch {
      said.textContent = t("failed");
    }
  }
}

/** The items of a file. @param {Catalog} catalog
 * @param {string} list its id; that of no list for the file of all */
const itemsOf = ({ lists, items, byId }, list) =>
  lists.find(({ id }) => id === list)?.items.flatMap((id) => byId.get(id) ?? []) ?? items;

/** How much of what the file holds is meant for the reader; «» when all of it is.
 * @param {import("../answers/state.js").Project} project @param {Catalog} catalog
 * @param {Catalog["items"]} all @param {Tool["t"]} t */
function forWhom(project, { levels = {} }, all, t) {
  const [n, total] = [all.filter(fitting(levels, project)).length, all.length];
  return n < total ? t("fits", { n, total }) : "";
}

/** What a PDF lacks room for, a sentence each.
 * @param {{long: number, absent: number}} made @param {number} numbers requirements that say the
 *   guide's numbers and not the reader's @param {Tool["t"]} t */
const lacking = ({ long, absent }, numbers, t) => [
  long ? t("long", { n: long }) : "",
  absent ? t("absent", { n: absent }) : "",
  numbers ? t("numbers", { n: numbers }) : "",
];

/** @param {string} address */
async function bytesOf(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(String(answer.status));
  return new Uint8Array(await answer.arrayBuffer());
}

/** Requirements whose numbers are the reader's own: what the blank file says, and what she says.
 * @param {import("../answers/state.js").Project} project @param {Catalog} catalog
 * @param {Catalog["items"]} items @returns {[blank: string, hers: string][]} */
function saidIn(project, catalog, items) {
  const numbers = numbersOf(catalog, project);
  return items.flatMap(({ form = "", requirement = "" }) => {
    const hers = form ? filled(form, requirement, numbers) : requirement;
    return hers === requirement ? [] : [/** @type {[string, string]} */ ([requirement, hers])];
  });
}

/** Who is responsible, those with most first.
 * @param {import("../answers/state.js").Project} project @param {Catalog} catalog */
function namesIn(project, { items }) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { id, was } of items) {
    const { responsible } = answered(project, id, was);
    if (responsible) counts.set(responsible, (counts.get(responsible) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([name]) => name);
}
