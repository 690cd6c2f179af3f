// The plan on the page: the reader's own, or a copy that somebody has sent a link to.

import { isLink } from "../answers/share.js";
import { current } from "../answers/state.js";
import { allTorn } from "../answers/torn.js";
import { day, minute, today } from "../elements/day.js";
import { find } from "../elements/find.js";
import { Parts } from "../elements/parts.js";
import { Said } from "../elements/said.js";
import { Tool } from "../elements/tool.js";
import { Turns } from "../elements/turns.js";
import { hers } from "../lists/meant.js";
import { Acts } from "./acts.js";
import { Left, addressOf } from "./left.js";
import { Merging } from "./merging.js";
import { Overview } from "./overview.js";
import { Place } from "./place.js";
import { PlanFilter } from "./plan-filter.js";
import { ProfileView } from "./profile-view.js";
import { Projects } from "./projects.js";
import { PutAside } from "./put-aside.js";
import { Reporting } from "./reporting.js";
import { allRows, chosenRows } from "./rows.js";
import { strayLines, takeAllWays, tornLines } from "./unsettled.js";
import { Ways } from "./ways.js";
import { Work } from "./work.js";

/**
 * @typedef {import("../answers/share.js").Shared} Shared
 * @typedef {import("../answers/state.js").Project} Project
 * @typedef {import("../elements/catalog.js").Catalog} Catalog
 */

export class Plan extends Tool {
  #catalog;
  /** @type {Shared | null} a copy is shown and never changed */
  #copyOf;
  #in = "";
  #turns = new Turns();
  /** @type {Parts | undefined} */
  #parts;

  /**
   * @param {HTMLElement} root @param {Catalog} catalog @param {Shared | null} shared
   * @param {{files: import("./ways.js").Files, status: import("./reporting.js").Files}} brings what
   *   reads a filled-in file, and what makes a status
   */
  constructor(root, catalog, shared, { files, status }) {
    super(root);
    this.#catalog = catalog;
    this.#copyOf = shared;
    this.said = new Said(this.part("said"), this.t, () => this.projects.select);
    this.projects = new Projects(root, this.store, this.t, this.said);
    this.filter = new PlanFilter(this.typed("filter", HTMLFormElement));
    this.place = new Place(root, this.site);
    this.merging = new Merging(this, this.said, this.projects);
    this.left = new Left(this.part("left"), catalog);
    this.overview = new Overview(this, catalog);
    this.work = new Work(this, catalog, this.left, this.said, () => this.#copyOf !== null);
    this.profile = new ProfileView(root, this.store, catalog, this.t, this.said);
    this.aside = new PutAside(this, catalog, this.said);
    this.ways = new Ways(this, catalog, this.said, this.projects, this.merging, files);
    this.reporting = new Reporting(this, catalog, this.said, this.projects, status);
  }

  begin() {
    const { root, signal } = this;
    this.left.listen(signal);
    this.store.addEventListener("change", () => this.#changed(), { signal });
    signal.addEventListener("abort", () => this.#turns.stop());
    window.addEventListener("hashchange", () => this.place.unfold(), { signal });
    window.addEventListener("popstate", () => this.#read(), { signal });
    new Acts(this).listen();
    const spot = this.place.take();
    this.filter.read();
    if (spot) this.#reopen(spot.open);
    const shown = () => {
      root.hidden = false;
      if (spot && !location.hash) this.place.back(spot);
      this.place.unfold();
      if (!this.#copyOf && isLink(location.hash)) this.said.say(this.t("link_damaged"));
    };
    this.#turns.add([...this.#pieces, ["shown", shown]], true);
  }

  /** Whoever comes back finds every heading, and those open that were. @param {string[]} keys */
  #reopen(keys) {
    this.overview.whole();
    this.left.reopen(keys);
  }

  /** As every tool's, but each is looked for once. @param {string} name @returns {HTMLElement} */
  part(name) {
    this.#parts ??= new Parts(this.root);
    return this.#parts.seek(`[data-${name}]`, HTMLElement) ?? super.part(name);
  }

  /** Whose answers are shown. */
  get project() {
    return this.#copyOf?.project ?? this.store.project;
  }

  /** The items that the plan is about: the reader's own, or every one when she asks for that. */
  get #items() {
    return this.store.everything ? this.#catalog.items : hers(this.#catalog, this.project);
  }

  /** Who reads, and when. */
  get #reader() {
    return { today: today(), me: this.store.state.local.label };
  }

  get #all() {
    return allRows(this.#catalog, this.project, this.#items);
  }

  /** The rows that are chosen. */
  get rows() {
    return chosenRows(this.#all, this.filter.chosen, this.#reader);
  }

  // --- What is shown ----------------------------------------------------------------------------

  /** The reader's own answers again, in place of a copy. */
  leaveCopy() {
    this.#copyOf = null;
    this.left.release(true);
    history.replaceState(history.state, "", location.pathname + location.search);
    this.#turns.add(this.#pieces);
  }

  /** Other rows are chosen: everything finds its place. */
  narrow() {
    this.left.release();
    this.#turns.add([...this.#rows, ["address", () => this.filter.write()]]);
  }

  #read() {
    this.filter.read();
    this.left.release();
    this.#turns.add(this.#pieces);
  }

  /** Who works in a row waits for the row alone; what stands round it follows. */
  #changed() {
    const now = this.#copyOf ? "" : current(this.store.state);
    // The first answer makes a project; that is no other one.
    if (this.#in && now !== this.#in) this.left.release(true);
    this.#in = now;
    const { within } = this.work;
    if (within) this.left.refresh(this.project);
    this.#turns.add(this.#pieces, within);
  }

  /** @returns {[name: string, piece: () => void][]} */
  get #rows() {
    return [["rows", () => this.#gather()], ["left", () => this.#showLeft()]];
  }

  /** Everything that is shown, by name.
   * @returns {[name: string, piece: () => void][]} */
  get #pieces() {
    return [
      ["all", () => this.#all],
      ...this.#rows,
      ["fit", () => this.overview.showFit(this.project)],
      ["counts", () => this.#showCounts()],
      ["unsettled", () => this.#showUnsettled()],
      ["strays", () => this.#showStrays()],
      ["ways", () => this.ways.show()],
      ["profile", () => this.profile.show()],
      ["projects", () => (this.projects.show(), this.aside.show())],
      ["banner", () => this.#showBanner()],
    ];
  }

  /** Over a copy only what is left in it is seen. */
  #showBanner() {
    const copy = this.#copyOf;
    const name = copy ? copy.name || this.t("unnamed") : this.projects.nameOf(this.project);
    this.part("running").textContent = `${this.t("markdown_title", { name })} · ${day(today())}`;
    const banner = this.part("banner");
    banner.hidden = !copy;
    // Its children alone: looked for by a selector, every row would be looked at.
    for (const section of this.root.children) {
      if (!(section instanceof HTMLElement) || !section.matches("section")) continue;
      if (section.querySelector("[data-left]")) continue;
      const waits = section.matches("[data-conflicts], [data-strays], [data-aside]");
      const empty = waits && !section.querySelector("li");
      section.hidden = Boolean(copy) || empty;
    }
    if (!copy) return;
    const when = minute(copy.when);
    const words = this.t("shared", { name, when });
    find(banner, "p", HTMLElement).textContent = words;
  }

  #gather() {
    const all = this.#all;
    const around = {
      t: this.t,
      register: addressOf(this.#catalog, this.way, ""),
      ...this.#reader,
      copy: this.#copyOf !== null,
      writable: this.store.writable,
    };
    this.#showNames(all);
    this.left.gather(all, this.filter.chosen, around);
  }

  #showLeft() {
    const shown = this.left.show();
    const total = this.#all.length;
    const words = shown ? this.t("left", { shown, total }) : this.t("nothing");
    this.part("shown").textContent = words;
    this.overview.showFirst(this.#copyOf === null && this.filter.usual);
  }

  /** Whose the rows can be. @param {import("./rows.js").Row[]} all */
  #showNames(all) {
    const names = new Set(all.map(({ found }) => found.responsible.trim()).filter(Boolean));
    this.filter.offer([...names].sort());
    const { me } = this.#reader;
    const mine = me ? this.t("mine", { name: me }) : this.t("mine_unknown");
    this.part("mine").textContent = mine;
    this.part("mine-name").hidden = !this.filter.chosen.mine;
    const field = this.typed("me", HTMLInputElement);
    if (field !== document.activeElement) field.value = me;
  }

  #showCounts() {
    this.overview.showCounts(this.project, this.#items, this.#copyOf !== null);
  }

  #showUnsettled() {
    const found = this.#copyOf ? [] : allTorn(this.store.project);
    this.part("take-all").replaceChildren(...takeAllWays(found, this.t));
    this.merging.show();
    const { project } = this.store;
    this.#list("conflicts", tornLines(found, project, this.#catalog, this.way, this.t));
  }

  #showStrays() {
    const { project } = this.store;
    this.#list("strays", this.#copyOf ? [] : strayLines(project, this.#catalog, this.t));
  }

  /** A section that is there when it has lines.
   * @param {string} name @param {HTMLElement[]} lines */
  #list(name, lines) {
    const section = this.part(name);
    section.hidden = !lines.length;
    find(section, "ul", HTMLElement).replaceChildren(...lines);
  }
}
