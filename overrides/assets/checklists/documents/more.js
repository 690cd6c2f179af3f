// What is done with a document once there is one: its scripts are fetched when one is asked for.

/**
 * @typedef {import("./moving.js").Moves} Moves
 * @typedef {import("./out.js").Out} Out
 * @typedef {import("./preview.js").Preview} Preview
 * @typedef {(t: import("../elements/words.js").Words) => Promise<{
 *   Gone: typeof import("./gone.js").Gone, Moves: typeof import("./moving.js").Moves,
 *   Out: typeof import("./out.js").Out, Preview: typeof import("./preview.js").Preview,
 *   copied: typeof import("./copied.js").copied,
 *   ready: typeof import("../document-files.js").ready,
 *   picks: typeof import("./picks.js").picks,
 *   quantities: typeof import("./quantities.js").quantities,
 *   taken: typeof import("./taken.js").taken,
 *   tellTorn: typeof import("./told-torn.js").tellTorn,
 *   tellUnsent: typeof import("./told-unsent.js").tellUnsent}>} Files
 * @typedef {{gone: import("./gone.js").Gone, moves: Moves, out: Out, preview: Preview,
 *   copied: typeof import("./copied.js").copied,
 *   picks: typeof import("./picks.js").picks, quantities: () => void,
 *   taken: typeof import("./taken.js").taken,
 *   tellTorn: typeof import("./told-torn.js").tellTorn,
 *   tellUnsent: typeof import("./told-unsent.js").tellUnsent}} With
 * @typedef {import("../elements/catalog.js").Catalog} Catalog
 */

export class More {
  #tool;
  #shown;
  #keeper;
  #said;
  #files;
  #prepared = false;

  /**
   * @param {import("../elements/tool.js").Tool} tool @param {import("./shown.js").Shown} shown
   * @param {import("../elements/keep.js").Keeper} keeper
   * @param {import("../elements/said.js").Said} said @param {Files} files
   */
  constructor(tool, shown, keeper, said, files) {
    this.#tool = tool;
    this.#shown = shown;
    this.#keeper = keeper;
    this.#said = said;
    this.#files = files;
  }

  /** What stands in folds is made while they are open. @param {Catalog} catalog */
  show(catalog) {
    const { root, t } = this.#tool;
    const shown = this.#shown;
    this.#tellTorn();
    this.#tellUnsent();
    if (this.#open("[data-preview]")) this.act(({ preview }) => preview.show(shown.doc, catalog));
    this.#count();
    if (!this.#open("[data-pick]")) return;
    this.act(({ picks }) => picks(root, shown.doc, catalog, shown.project, t));
  }

  /** @param {string} part that stands in a fold */
  #open(part) {
    return this.#tool.root.querySelector(`details[open] > ${part}`);
  }

  /** How many of each post: the frame says some of it. */
  #count() {
    if (this.#open("[data-posts]")) this.act(({ quantities }) => quantities());
  }

  /** Brings, while nobody waits, what paper needs, for a browser prints what is there when it is
   * asked, and what was typed and not added. @param {Catalog} catalog */
  prepare(catalog) {
    if (this.#prepared) return;
    this.#prepared = true;
    const soon = window.requestIdleCallback ?? setTimeout;
    const bring = () => this.#files(this.#tool.t);
    // No net just now: then it is printed by its own button.
    soon(() => bring().then((files) => files.ready(this.#tool, this.#shown, catalog), () => {}));
  }

  /** Says what those who have the document have not been told. */
  #tellUnsent() {
    const { doc } = this.#shown;
    const told = this.#tool.part("unsent").textContent;
    if (doc.last || told) this.act(({ tellUnsent }) => tellUnsent(this.#tool, this.#shown));
  }

  /** Where two have written differently, that is said; mostly nobody has. */
  #tellTorn() {
    const { own, id } = this.#shown;
    const place = this.#tool.part("torn");
    place.hidden = true;
    const here = Object.entries(own.documents).filter(([key]) => key.startsWith(`${id}-`));
    if (!here.some(([, list]) => list.length > 1)) return;
    this.act(({ tellTorn }) => tellTorn(this.#tool, own, id));
  }

  /** Shows in the preview what has just been typed. @param {string[]} names
   * @param {Catalog} catalog */
  patch(names, catalog) {
    const soon = window.requestIdleCallback ?? setTimeout;
    // She goes on typing.
    soon(() => {
      this.#tellUnsent();
      this.#count();
    });
    if (!this.#open("[data-preview]")) return;
    this.act(({ preview }) => preview.patch(names, this.#shown.doc, catalog));
  }

  /** A requirement of the guide comes in. @param {string} id @param {Catalog} catalog */
  take(id, catalog) {
    const { doc, project } = this.#shown;
    this.act(({ taken }) => this.#keeper.keep(taken(doc, id, catalog, project)));
  }

  /** Does it; without a net it is said that it cannot be. @param {(parts: With) => void} act */
  async act(act) {
    const [tool, shown, keeper] = [this.#tool, this.#shown, this.#keeper];
    const found = await this.#files(tool.t).catch(() => undefined);
    if (!found) {
      this.#said.say(tool.t("no_file"));
      return;
    }
    const preview = new found.Preview(tool, shown);
    const out = new found.Out(tool, shown, keeper, preview, this.#said);
    const { copied, picks, taken, tellTorn, tellUnsent } = found;
    const quantities = () => found.quantities(tool, shown, keeper, this.#said);
    const moves = new found.Moves(tool, shown, keeper);
    const gone = new found.Gone(tool, shown, keeper, this.#said);
    act({ gone, moves, out, preview, copied, picks, quantities, taken, tellTorn, tellUnsent });
  }
}
