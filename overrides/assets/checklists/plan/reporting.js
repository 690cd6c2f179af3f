// «Status til styret» in the plan: its scripts and its sheet are fetched when it is asked for.

import { today } from "../elements/day.js";
import { dressed } from "../elements/dressed.js";
import { download, fileName } from "../elements/files.js";

/**
 * @typedef {import("../elements/catalog.js").Catalog} Catalog
 * @typedef {import("../elements/said.js").Said} Said
 * @typedef {import("../elements/tool.js").Tool} Tool
 * @typedef {import("./projects.js").Projects} Projects
 * @typedef {import("./status-words.js").Report} Report
 * @typedef {(t: import("../elements/words.js").Words) =>
 *   Promise<typeof import("../status-files.js")>} Files
 */

const SHEET = "status.css";

export class Reporting {
  #plan;
  #catalog;
  #said;
  #projects;
  #files;

  /** @param {Tool} plan @param {Catalog} catalog @param {Said} said @param {Projects} projects
   * @param {Files} files */
  constructor(plan, catalog, said, projects, files) {
    this.#plan = plan;
    this.#catalog = catalog;
    this.#said = said;
    this.#projects = projects;
    this.#files = files;
  }

  get acts() {
    return {
      status_print: () => this.#with(async (made, { printed, sheet }) => {
        // There before anything is printed.
        await dressed(new URL(`${this.#plan.way}/assets/checklists/${SHEET}`, location.href));
        printed(sheet(made));
      }),
      status_word: () => this.#with((made, files) => this.#word(made, files)),
      status_text: () => this.#with((made, { plain }) => this.#text(made.title, plain(made))),
    };
  }

  /** @param {Report} made @param {typeof import("../status-files.js")} files */
  async #word(made, { word, logoOf, WORD }) {
    const { brand: colour, title: by } = this.#catalog;
    const logo = await logoOf(this.#plan.way, this.#catalog);
    const file = word(made, { language: document.documentElement.lang, colour, logo, by });
    download(fileName(made.title, "docx"), file, WORD);
    this.#said.say(this.#plan.t("made"));
  }

  /** @param {string} title @param {string} text */
  async #text(title, text) {
    try {
      await navigator.clipboard.writeText(text);
      this.#said.say(this.#plan.t("copied"));
    } catch {
      download(fileName(title, "txt"), text, "text/plain");
      this.#said.say(this.#plan.t("failed"));
    }
  }

  /** @param {(made: Report, files: typeof import("../status-files.js")) => unknown} use */
  async #with(use) {
    const { store, t } = this.#plan;
    const { origin = "" } = this.#plan.part("origin").dataset;
    try {
      const files = await this.#files(t);
      const { project } = store;
      const now = today();
      const about = { name: this.#projects.nameOf(project), today: now, origin };
      await use(files.report(files.statusOf(this.#catalog, project, now), about, t), files);
    } catch {
      this.#said.say(t("report.failed")); // no net
    }
  }
}
