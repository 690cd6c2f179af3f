// Files with what the reader has answered: as they are given out, filled in.

import { answered } from "../answers/answered.js";
import { filled, numbersOf } from "../answers/parameters.js";
import { value } from "../answers/register.js";
import { current } from "../answers/state.js";
import { catalogOf } from "../elements/catalog.js";
import { today } from "../elements/day.js";
import { download, fileName } from "../elements/files.js";
import { find, findAll, outer } from "../elements/find.js";
import { Tool } from "../elements/tool.js";
import { EXCEL, WORD } from "../formats/types.js";
import { givenOut } from "./before.js";
import { fitOf } from "./fit.js";
import { valuesOf } from "./into.js";

/** @typedef {import("../elements/catalog.js").Catalog} Catalog */

const MOST_NAME = 40; // letters of a project's, in what the file says of itself
/** @type {Record<string, string>} */
const TYPES = { docx: WORD, xlsx: EXCEL, csv: "text/csv", pdf: "application/pdf" };

export class CheckFiles extends HTMLElement {
  /** Brings what fills files in; the entry says from where.
   * @type {(t: Tool["t"]) => Promise<typeof import("../list-files.js")>} */
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
    const { signal, store } = tool;
    const show = () => this.#show(tool);
    store.addEventListener("change", show, { signal });
    // What is folded asks for no catalog.
    this.#fold?.addEventListener("toggle", show, { signal });
    const all = find(this, "[data-everything]", HTMLButtonElement);
    all.addEventListener("click", () => turned(store), { signal });
    show();
  }

  disconnectedCallback() {
    this.#tool?.end();
  }

  get #fold() {
    return outer(this, "details", HTMLDetailsElement);
  }

  /** Without answers there is nothing to fill in. @param {Tool} tool */
  async #show({ store, t, way }) {
    this.hidden = !Object.keys(store.project.items).length;
    if (this.hidden || this.#fold?.open === false) return;
    const catalog = await catalogOf(way).catch(() => undefined);
    if (!catalog) return;
    const { line, n, total } = fitOf(store.project, catalog, this.#list, t);
    const said = find(this, "[data-fits]", HTMLElement);
    said.hidden = n === total;
    find(said, "span", HTMLElement).textContent = line;
    const { everything } = store;
    find(said, "button", HTMLElement).textContent = everything ? t("fit.less") : t("fit.all");
  }

  get #list() {
    return this.dataset.list ?? "";
  }

  /** @param {Tool} tool @param {string} kind @param {string} level of a PDF */
  async #give(tool, kind, level) {
    const { t } = tool;
    const said = tool.part("told");
    said.textContent = "";
    try {
      said.textContent = await this.#made(tool, kind, level);
    } catch {
      said.textContent = t("failed");
    }
  }

  /** Gives a file; tells what is in it.
   * @param {Tool} tool @param {string} kind @param {string} level of a PDF */
  async #made({ store, t, way }, kind, level) {
    const { folder = "" } = this.dataset;
    const [list, { project, state }] = [this.#list, store];
    const [blank, catalog, files] = await Promise.all([
      bytesOf(`${way}/${folder}/${[list, level].filter(Boolean).join("-")}.${kind}`),
      catalogOf(way),
      CheckFiles.files(t),
    ]);
    const was = (/** @type {string} */ id) => catalog.byId.get(id)?.was ?? [];
    const name = value(project.name);
    const fit = fitOf(project, catalog, list, t);
    const { n, total } = fit;
    const only = n > 0 && n < total && !store.everything;
    const whose = only ? onlyHers(kind, fit, t) : t("fits", { n, total });
    const numbers = saidIn(project, catalog, fit.items);
    const about = {
      project: current(state),
      name: name.slice(0, MOST_NAME).toWellFormed(),
      made: new Date().toISOString(),
      seen: givenOut(store),
    };
    const made = await files.filled(kind, blank, {
      valuesOf: (item) => valuesOf(project, item, was(item)),
      about,
      names: namesIn(project, catalog),
      said: numbers,
      today: today(),
      ...(only ? { fit: kind === "pdf" ? { ...fit, line: whose } : fit } : {}),
    }, t);
    const content = /** @type {BlobPart} */ (made.bytes);
    download(fileName(`${list} ${name}`, kind), content, TYPES[kind]);
    const lacks = lacking(made, kind === "pdf" ? numbers.length : 0, t);
    const torn = files.undecided(project, fit.items, t);
    return [t("made"), torn, n === total ? "" : whose, ...lacks].filter(Boolean).join(" ");
  }
}

/** Shows and gives every item, or the reader's own again. @param {Tool["store"]} store */
function turned(store) {
  store.everything = !store.everything;
  store.dispatchEvent(new Event("change"));
}

/** What is said of a file that is for the reader: a sheet's rows have their places, and those that
 * are not meant are marked there. @param {string} kind @param {import("./fit.js").Fit} fit
 * @param {Tool["t"]} t */
const onlyHers = (kind, { n, total, line }, t) =>
  kind === "pdf" ? `${line} ${t("dashed")}` : t("only", { n, total });

/** What a file lacks room for, a sentence each.
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
