// Merging on the page: what it does is said, what contradicts is settled, and all of it is undone.

import { also, cutOut, taken as brought } from "../answers/cuts.js";
import { randomId } from "../answers/ids.js";
import { value } from "../answers/register.js";
import { answer, current, keep, rename, use } from "../answers/state.js";
import { allTorn, inPlace, latestOf } from "../answers/torn.js";
import { find, findAll } from "../elements/find.js";
import { isolated } from "../elements/isolated.js";
import { button } from "../elements/node.js";
import { short } from "../elements/short.js";
import { changeLines } from "./changes.js";
import { joined, taken } from "./opened.js";
import { reports } from "./report.js";

/**
 * @typedef {import("../answers/cuts.js").Taken} Taken
 * @typedef {import("../answers/state.js").State} State
 * @typedef {import("../answers/torn.js").Torn} Torn
 * @typedef {import("../elements/catalog.js").Catalog} Catalog
 * @typedef {import("../elements/said.js").Said} Said
 * @typedef {import("../elements/tool.js").Tool} Tool
 * @typedef {import("./projects.js").Projects} Projects
 * @typedef {import("./report.js").Report} Report
 */

const MOST_TEXT = 60; // letters of a requirement

/** @typedef {import("../answers/state.js").Stamp} Stamp */

/** One contradiction settled. @param {State} state @param {string} id
 * @param {Pick<Torn, "kind" | "key" | "field">} torn @param {string} text @param {Stamp} stamp */
function settledBy(state, id, { kind, key, field }, text, stamp) {
  if (kind === "items") return answer(state, id, key, { [field]: text }, stamp);
  if (kind === "name") return rename(state, id, text, stamp);
  const said =
    kind === "documents" ? inPlace(state.projects[id].documents[key] ?? [], text) : text;
  return keep(state, id, kind, key, said, stamp);
}

export class Merging {
  #plan;
  #said;
  #projects;
  /** @type {Taken | null} the merge that can be undone */
  #taken = null;

  /** @param {Tool} plan @param {Said} said @param {Projects} projects */
  constructor(plan, said, projects) {
    this.#plan = plan;
    this.#said = said;
    this.#projects = projects;
  }

  /** What the buttons do. @param {HTMLButtonElement} pressed */
  acts({ value, dataset: { id: key = "", kind = "", field = "" } }) {
    const torn = /** @type {Torn} */ ({ kind, key, field });
    return {
      torn: () => this.#see(value),
      unmerge: () => this.#undo(),
      choose: () => this.#settle([[torn, value]]),
      take_all: () => this.#takeAll(value),
      take_last: () => this.#takeAll(null),
    };
  }

  show() {
    for (const way of findAll(this.#plan.root, "[data-act=unmerge]", HTMLButtonElement)) {
      way.hidden = !this.#taken;
    }
  }

  /** What merging would do: in words, and what it would change, a line each. @param {State} theirs
   * @param {Catalog} catalog */
  preview(theirs, catalog) {
    const { store, t, way } = this.#plan;
    const after = joined(store.state, theirs, store.stamp());
    const found = reports(store.state, after, theirs);
    const would = found.length ? `${t("would")} ${this.#words(found)}` : t("would_not");
    return { would, changes: changeLines(store.state, after, catalog, way, t) };
  }

  /** Merged, and said what that did; false when nothing was changed. @param {State} theirs */
  merge(theirs) {
    const { store, t } = this.#plan;
    const made = taken(store, theirs);
    if (!made) return false;
    const found = reports(made.before, made.after, theirs);
    this.#taken = brought(made.before, made.after);
    this.show();
    const torn = found.find((one) => one.torn);
    const see = torn ? [button("torn", t("see_torn"), { value: torn.id }), " "] : [];
    const words = found.length ? `${t("merged")} ${this.#words(found)}` : t("merged_none");
    this.#said.offer(words, () => this.#undo(), ...see);
    return true;
  }

  /** @param {Report[]} found */
  #words(found) {
    const { t } = this.#plan;
    return found
      .map(({ project, fresh, changed, torn, emptied, documents, gone, renumbered }) => {
        const name = isolated(this.#projects.nameOf(project));
        const counts = t("report", { name, fresh, changed, torn });
        const less = emptied ? t("report_emptied", { n: emptied }) : "";
        const more = documents ? t("report_documents", { n: documents }) : "";
        const deleted = gone ? t("report_gone", { name }) : "";
        const numbers = renumbered.map((one) => this.#renumbered(project, one));
        return [counts, less, more, ...numbers, deleted].filter(Boolean).join(" ");
      })
      .join(" ");
  }

  /** @param {import("../answers/state.js").Project} project
   * @param {import("../answers/renumbered.js").Renumbered} one */
  #renumbered(project, { document, text, from, to }) {
    const name = isolated(value(project.documents[`${document}-name`]));
    const shown = isolated(short(text, MOST_TEXT));
    return this.#plan.t("renumbered", { name, text: shown, from, to });
  }

  /** The contradictions of a project. @param {string} id */
  #see(id) {
    const { store, root } = this.#plan;
    if (id && id !== current(store.state)) store.change((state) => use(state, id));
    const title = find(root, "[data-conflicts] h2", HTMLElement);
    title.tabIndex = -1;
    title.scrollIntoView();
    title.focus({ preventScroll: true });
  }

  /**
   * Settles contradictions: [what, text] for each. What is chosen belongs to the merge, and is
   * undone with it. Gives the states before and after; null when nothing was changed.
   * @param {[torn: Pick<Torn, "kind" | "key" | "field">, text: string][]} chosen
   */
  #settle(chosen) {
    let made = null;
    const done = this.#plan.store.change((before, id, stamp) => {
      const after = chosen.reduce(
        (state, [torn, text]) => settledBy(state, id, torn, text, stamp),
        before,
      );
      made = { before, after };
      if (this.#taken) this.#taken = also(this.#taken, before, after);
      return after;
    });
    return done ? /** @type {{before: State, after: State} | null} */ (made) : null;
  }

  /** In every contradiction that somebody has a part in, theirs; all the last ones when nobody is
   * named. @param {string | null} by */
  #takeAll(by) {
    const { store, t } = this.#plan;
    const all = allTorn(store.project).flatMap((torn) => {
      const entry = latestOf(torn.entries, by);
      return entry ? [/** @type {[Torn, string]} */ ([torn, entry[0]])] : [];
    });
    const made = this.#settle(all);
    if (!made) return;
    const chosen = brought(made.before, made.after);
    const values = { n: all.length, by: isolated(by || t("nobody")) };
    const words = by === null ? t("took_last", { n: all.length }) : t("took_all", values);
    this.#said.offer(words, () => this.#back(chosen));
  }

  /** The whole merge, with what was chosen after it. */
  #undo() {
    const made = this.#taken;
    const kept = made && this.#back(made);
    if (!kept) return;
    const { store, t } = this.#plan;
    this.#taken = null;
    this.show();
    const names = kept.map((id) => this.#projects.nameOf(store.state.projects[id]));
    const words = names.map((name) => t("unmerged_kept", { name: isolated(name) }));
    this.#said.say([t("unmerged"), ...words].join(" "));
  }

  /** Without what was brought; gives the projects that stay since they have been written in, null
   * when nothing was changed. @param {Taken} made */
  #back(made) {
    const { store } = this.#plan;
    /** @type {string[]} */
    let kept = [];
    // What is cut out is never written again by the name that wrote it.
    store.renew();
    const done = store.change((before) => {
      const back = cutOut(before, made, randomId());
      kept = back.kept;
      return back.state;
    }, true);
    return done ? kept : null;
  }
}
