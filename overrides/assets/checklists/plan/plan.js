// The plan on the page: the reader's own, or a copy that somebody has sent a link to.

import { NAMES } from "../answers/fields.js";
import { isLink } from "../answers/share.js";
import { current, use } from "../answers/state.js";
import { allTorn } from "../answers/torn.js";
import { jumped } from "../elements/address.js";
import { today } from "../elements/day.js";
import { find, findAll, isField } from "../elements/find.js";
import { Said } from "../elements/said.js";
import { Tool } from "../elements/tool.js";
import { Left, addressOf } from "./left.js";
import { Merging } from "./merging.js";
import { Overview } from "./overview.js";
import { Place } from "./place.js";
import { PlanFilter } from "./plan-filter.js";
import { ProfileView } from "./profile-view.js";
import { Projects } from "./projects.js";
import { PutAside } from "./put-aside.js";
import { allRows, chosenRows, hers } from "./rows.js";
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
  #said = new Said(this.part("said"), this.t, () => this.#projects.select);
  #projects = new Projects(this.root, this.store, this.t, this.#said);
  #filter = new PlanFilter(this.typed("filter", HTMLFormElement));
  #profile;
  #aside;
  #left;
  #overview;
  #work;
  #in = "";
  /** @type {number | undefined} */
  #waiting;
  #place = new Place(this.root, this.site);
  #merging = new Merging(this, this.#said, this.#projects);
  #ways;

  /** @param {HTMLElement} root @param {Catalog} catalog @param {Shared | null} shared */
  constructor(root, catalog, shared) {
    super(root);
    this.#catalog = catalog;
    this.#copyOf = shared;
    this.#left = new Left(this.part("left"), catalog);
    this.#overview = new Overview(this, catalog);
    this.#work = new Work(this, catalog, this.#left, this.#said);
    this.#profile = new ProfileView(root, this.store, catalog, this.t, this.#said);
    this.#aside = new PutAside(this, catalog, this.#said);
    this.#ways = new Ways(this, catalog, this.#said, this.#projects, this.#merging);
  }

  begin() {
    const { root, signal } = this;
    this.#left.listen(signal);
    this.store.addEventListener("change", () => this.#show(), { signal });
    root.addEventListener("click", (event) => this.#followed(event), { signal });
    window.addEventListener("hashchange", () => this.#place.unfold(), { signal });
    root.addEventListener("change", (event) => this.#changed(event.target), { signal });
    root.addEventListener("input", (event) => this.#typed(event.target), { signal });
    root.addEventListener("submit", (event) => this.#submitted(event), { signal });
    window.addEventListener("popstate", () => this.#read(), { signal });
    const place = this.#place.take();
    this.#filter.read();
    if (place) this.#left.reopen(place.open);
    this.#show();
    root.hidden = false;
    if (place && !location.hash) this.#place.back(place);
    this.#place.unfold();
    if (!this.#copyOf && isLink(location.hash)) this.#said.say(this.t("link_damaged"));
  }

  get #project() {
    return this.#copyOf?.project ?? this.store.project;
  }

  /** The items that the plan is about: the reader's own, or every one when she asks for that. */
  get #items() {
    return this.store.everything ? this.#catalog.items : hers(this.#catalog, this.#project);
  }

  /** Who reads, and when. */
  get #reader() {
    return { today: today(), me: this.store.state.local.label };
  }

  get #rows() {
    const all = allRows(this.#catalog, this.#project, this.#items);
    return chosenRows(all, this.#filter.chosen, this.#reader);
  }

  // --- What is shown ----------------------------------------------------------------------------

  #read() {
    this.#filter.read();
    this.#left.release();
    this.#show();
  }

  #show() {
    const now = this.#copyOf ? "" : current(this.store.state);
    // The first answer makes a project; that is no other one.
    if (this.#in && now !== this.#in) this.#left.release(true);
    this.#in = now;
    this.#showLeft();
    const rest = [
      () => this.#overview.show(this.#project, this.#items),
      () => this.#showUnsettled(),
      () => this.#ways.show(),
      () => this.#profile.show(),
      () => (this.#projects.show(), this.#aside.show(), this.#showBanner()),
    ];
    clearTimeout(this.#waiting);
    // Who works in a row waits for the row alone; what stands round it follows, a piece at a time.
    if (this.#work.within) this.#next(rest);
    else for (const piece of rest) piece();
  }

  /** @param {(() => void)[]} rest */
  #next([first, ...rest]) {
    if (!first) return;
    this.#waiting = setTimeout(() => {
      if (this.signal.aborted) return;
      first();
      this.#next(rest);
    });
  }

  /** Over a copy only what is left in it is seen. */
  #showBanner() {
    const copy = this.#copyOf;
    const banner = this.part("banner");
    banner.hidden = !copy;
    for (const section of findAll(this.root, ":scope > section", HTMLElement)) {
      if (section.querySelector("[data-left]")) continue;
      const waits = section.matches("[data-conflicts], [data-strays], [data-aside]");
      const empty = waits && !section.querySelector("li");
      section.hidden = Boolean(copy) || empty;
    }
    if (!copy) return;
    const when = new Date(copy.when).toLocaleString(document.documentElement.lang);
    const words = this.t("shared", { name: copy.name || this.t("unnamed"), when });
    find(banner, "p", HTMLElement).textContent = words;
  }

  #showLeft() {
    const all = allRows(this.#catalog, this.#project, this.#items);
    const around = {
      t: this.t,
      register: addressOf(this.#catalog, this.way, ""),
      ...this.#reader,
      copy: this.#copyOf !== null,
      writable: this.store.writable,
    };
    this.#showNames(all);
    const rows = this.#left.show(all, this.#filter.chosen, around);
    const counts = { shown: rows.length, total: all.length };
    this.part("shown").textContent = rows.length ? this.t("left", counts) : this.t("nothing");
  }

  /** Whose the rows can be. @param {import("./rows.js").Row[]} all */
  #showNames(all) {
    const names = new Set(all.map(({ found }) => found.responsible.trim()).filter(Boolean));
    this.#filter.offer([...names].sort());
    const { me } = this.#reader;
    const mine = me ? this.t("mine", { name: me }) : this.t("mine_unknown");
    this.part("mine").textContent = mine;
  }

  #showUnsettled() {
    const { project } = this.store;
    const found = this.#copyOf ? [] : allTorn(project);
    const torn = tornLines(found, this.#catalog, this.way, this.t);
    this.part("take-all").replaceChildren(...takeAllWays(found, this.t));
    this.#merging.show();
    const strays = this.#copyOf ? [] : strayLines(project, this.#catalog, this.t);
    for (const [name, lines] of /** @type {const} */ ([["conflicts", torn], ["strays", strays]])) {
      const section = this.part(name);
      section.hidden = !lines.length;
      find(section, "ul", HTMLElement).replaceChildren(...lines);
    }
  }

  // --- What is done -----------------------------------------------------------------------------

  /** @param {Event} event a click */
  #followed(event) {
    if (jumped(event)) this.#place.unfold();
    else {
      this.#place.leave(event.target, this.#left.open);
      this.#clicked(event.target);
    }
  }

  /** @param {EventTarget | null} target */
  #clicked(target) {
    if (!(target instanceof HTMLButtonElement)) return;
    if (target.matches("[data-own]")) this.#leaveCopy();
    else if (target.matches("[data-cancel]")) this.#projects.cancel();
    else if (target.matches(".checklist__edit")) this.#work.write(target);
    else this.#act(target.dataset.act ?? "", target);
  }

  /** From the copy to the reader's own answers. */
  #leaveCopy() {
    this.#copyOf = null;
    this.#left.release(true);
    history.replaceState(history.state, "", location.pathname + location.search);
    this.#show();
    this.#projects.select.focus();
  }

  /** @param {string} name @param {HTMLButtonElement} button */
  #act(name, button) {
    const { id = "" } = button.dataset;
    /** @type {Record<string, () => unknown>} */
    const acts = {
      new: () => this.#projects.ask("new"),
      rename: () => this.#projects.ask("rename"),
      copy: () => this.#projects.ask("copy"),
      delete: () => this.#projects.delete(),
      everything: () => this.#overview.turn(),
      undo: () => this.#said.undo(),
      hush: () => this.#said.hush(),
      markdown: () => this.#ways.markdown(this.#rows, this.#project),
      mark: () => this.#profile.mark(),
      forget: () => this.store.answer(id, Object.fromEntries(NAMES.map((one) => [one, ""]))),
      erase: () => this.#sure(true),
      no: () => this.#sure(false),
      really: () => this.#erase(),
      bulk: () => this.#work.ask(button),
      bulk_no: () => this.#work.close(button),
      ...this.#ways.acts,
      ...this.#merging.acts(button),
      ...this.#aside.acts,
    };
    acts[name]?.();
  }

  /** @param {boolean} asked */
  #sure(asked) {
    this.part("sure").hidden = !asked;
    find(this.root, asked ? "[data-act=no]" : "[data-act=erase]", HTMLElement).focus();
  }

  #erase() {
    this.store.erase();
    this.#sure(false);
    this.#said.say(this.t("erased"));
  }

  /** @param {Event} event */
  #submitted(event) {
    event.preventDefault();
    const form = event.target instanceof HTMLFormElement ? event.target : null;
    if (form?.matches("[data-name]")) this.#projects.named();
    else if (form?.matches("[data-bulk]")) this.#work.all(form);
  }

  /** @param {EventTarget | null} target */
  #changed(target) {
    if (!isField(target)) return;
    if (target.matches("[data-projects]")) this.store.change((state) => use(state, target.value));
    else if (target.closest("[data-filter]")) this.#filtered();
    else if (target.closest("[data-profile]")) this.#profile.answered(target);
    else if (target instanceof HTMLInputElement && target.matches("[data-item] > label > input")) {
      this.#work.ticked(target);
    }
    else if (target instanceof HTMLInputElement && target.matches("[data-open]")) {
      this.#ways.open(target);
    }
  }

  /** @param {EventTarget | null} target */
  #typed(target) {
    if (!isField(target)) return;
    if (target.type === "search") this.#filtered();
    else if (target.matches("[data-label]")) this.#ways.label(target.value);
  }

  #filtered() {
    this.#filter.write();
    this.#left.release();
    this.#showLeft();
  }
}
