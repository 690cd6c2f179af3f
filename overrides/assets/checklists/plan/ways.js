// Ways out of the browser and back: backup, text, calendar, a link, and opening a copy.

import * as backups from "../answers/backup.js";
import { LIMITS } from "../answers/fields.js";
import { ROOM, crowded } from "../answers/room.js";
import { MOST_LETTERS, link } from "../answers/share.js";
import { current } from "../answers/state.js";
import { keyFor } from "../answers/key.js";
import { summary } from "../answers/summary.js";
import { day, today } from "../elements/day.js";
import { download, fileName, taken, textOf } from "../elements/files.js";
import { find } from "../elements/find.js";
import { node } from "../elements/node.js";
import { addressOf } from "./left.js";
import { besides } from "./opened.js";
import { isBackup, told } from "./filled-in.js";
import { allRows } from "./rows.js";
import { dates, markdown, outline, plain, rich, yearly } from "./taken-out.js";

/**
 * @typedef {import("../answers/state.js").Project} Project
 * @typedef {import("../answers/state.js").State} State
 * @typedef {import("../elements/catalog.js").Catalog} Catalog
 * @typedef {import("../elements/said.js").Said} Said
 * @typedef {import("../elements/tool.js").Tool} Tool
 * @typedef {import("./merging.js").Merging} Merging
 * @typedef {import("./projects.js").Projects} Projects
 * @typedef {import("./rows.js").Row} Row
 * @typedef {import("./filled-in.js").Told} Told
 * @typedef {(t: import("../elements/words.js").Words) =>
 *   Promise<typeof import("../list-files.js")>} Files
 */

const MOST_BACKUP = 16 * 1024 * 1024; // what a browser keeps, three bytes a letter, and some

export class Ways {
  #plan;
  #catalog;
  #said;
  #projects;
  #merging;
  #files;
  /** @type {{state: State, alone: State} | null} the copy that was opened: to be merged, and as a
   * project by itself */
  #opened = null;

  /**
   * @param {Tool} plan @param {Catalog} catalog @param {Said} said @param {Projects} projects
   * @param {Merging} merging @param {Files} files
   */
  constructor(plan, catalog, said, projects, merging, files) {
    this.#files = files;
    this.#plan = plan;
    this.#catalog = catalog;
    this.#said = said;
    this.#projects = projects;
    this.#merging = merging;
  }

  /** What the buttons do. */
  get acts() {
    return {
      backup: () => this.#backup(),
      calendar: () => this.#calendar(false),
      yearly: () => this.#calendar(true),
      link: () => this.#link(),
      merge: () => this.#merge(),
      beside: () => this.#beside(),
      refuse: () => this.#close(),
    };
  }

  get #name() {
    return this.#projects.nameOf(this.#plan.store.project);
  }

  show() {
    const { store, t } = this.#plan;
    const { local } = store.state;
    const where = this.#plan.part("where");
    const saved = local.saved ? t("saved", { day: day(local.saved) }) : t("never_saved");
    const remind = store.reminder ? ` ${t("remind", { n: local.changes })}` : "";
    where.textContent = `${saved}${remind}`;
    where.classList.toggle("checklist__where--warn", store.reminder);
    this.#showRoom();
    const label = this.#plan.typed("label", HTMLInputElement);
    if (label !== document.activeElement) label.value = local.label;
  }

  /** How full the browser is, once it is nearly so. */
  #showRoom() {
    const { site, store, t } = this.#plan;
    const found = crowded(store.sizes, keyFor(site), store.state);
    const part = (/** @type {import("../answers/room.js").Part} */ { kind, name, letters }) => {
      const percent = Math.round((letters * 100) / ROOM);
      return t(`room.${kind}`, { name: name || t("unnamed"), percent });
    };
    const list = found?.parts.map(part).join(", ") ?? "";
    this.#plan.part("room").textContent = found ? t("room", { percent: found.percent, list }) : "";
  }

  /** What this browser is called beside the answers. @param {string} text */
  label(text) {
    const label = text.trim().slice(0, LIMITS.by);
    this.#plan.store.change((state) => ({ ...state, local: { ...state.local, label } }));
  }

  #backup() {
    const { store, site } = this.#plan;
    const made = backups.backup(store.state, site);
    download(fileName(this.#name, "json"), made, "application/json");
    store.backedUp();
    this.#said.say(this.#plan.t("made"));
  }

  /** What is shown, as text. @param {Row[]} rows @param {Project} project */
  async markdown(rows, project) {
    const { t } = this.#plan;
    const name = this.#projects.nameOf(project);
    const made = outline(rows, this.#catalog, name, t);
    try {
      const all = { "text/plain": plain(made), "text/html": rich(made) };
      const parts = Object.entries(all).map(([type, text]) => [type, new Blob([text], { type })]);
      await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(parts))]);
      this.#said.say(t("copied"));
    } catch {
      download(fileName(name, "md"), markdown(made), "text/markdown");
      this.#said.say(t("failed"));
    }
  }

  /** Due dates, or a yearly look. @param {boolean} again */
  #calendar(again) {
    const { store, site, t } = this.#plan;
    const from = { site, project: current(store.state), now: new Date().toISOString() };
    const rows = allRows(this.#catalog, store.project);
    const way = this.#plan.way;
    const to = (/** @type {string} */ id) =>
      new URL(addressOf(this.#catalog, way, id), location.href).href;
    const made = again ? yearly(rows, this.#catalog, from, to, t) : dates(rows, from, to);
    download(fileName(this.#name, "ics"), made, "text/calendar");
    this.#said.say(t("made"));
  }

  async #link() {
    const { store, t } = this.#plan;
    const fragment = await link(store.project, new Date().toISOString());
    if (fragment.length > MOST_LETTERS) {
      this.#said.say(t("link_long"));
      return;
    }
    const made = `${location.origin}${location.pathname}#${fragment}`;
    try {
      await navigator.clipboard.writeText(made);
      this.#said.say(t("link_copied"));
    } catch {
      this.#said.say(made);
    }
  }

  // --- A copy that is opened --------------------------------------------------------------------

  /** Says what is in a copy; nothing is changed yet. @param {HTMLInputElement} field */
  async open(field) {
    const [file] = taken(field);
    if (!file) return;
    const filled = !(await isBackup(file));
    const found = filled ? await this.#filled(file) : await this.#backedUp(file);
    const { words, lines = [], changes = [] } = found;
    const preview = this.#plan.part("preview");
    preview.hidden = false;
    find(preview, "[data-merge]", HTMLElement).hidden = !this.#opened;
    find(preview, "p", HTMLElement).textContent = words;
    const list = find(preview, "ul", HTMLElement);
    list.replaceChildren(...lines.map((line) => node("li", { dir: "auto" }, line)));
    list.hidden = !lines.length;
    const fold = find(preview, "[data-changes]", HTMLDetailsElement);
    fold.open = false;
    fold.hidden = !changes.length;
    find(fold, "div", HTMLElement).replaceChildren(...changes);
    if (this.#opened) find(preview, "[data-act=merge]", HTMLElement).focus();
  }

  /** A backup of ours. @param {File} file @returns {Promise<Told>} */
  async #backedUp(file) {
    const { text, problem: unread } = await textOf(file, MOST_BACKUP);
    const { state = null, problem = unread } = unread ? {} : backups.opened(text);
    this.#opened = state && { state, alone: state };
    return state ? this.#about(state, text) : { words: this.#plan.t(`problem.${problem}`) };
  }

  /** A list that somebody has filled in. @param {File} file @returns {Promise<Told>} */
  async #filled(file) {
    const { store, t } = this.#plan;
    this.#opened = null;
    let files;
    try {
      files = await this.#files(t);
    } catch {
      return { words: t("filled.offline") };
    }
    const now = new Date().toISOString();
    const { made, problem } = await files.opened(file, this.#catalog, store.state, t, now);
    if (!made) return { words: t(`refused.${problem}`) };
    this.#opened = made;
    const { would, changes } = this.#merging.preview(made.state, this.#catalog);
    return { ...told(made, file.name, would, this.#plan), changes };
  }

  /** @param {State} state @param {string} text the file's @returns {Told} */
  #about(state, text) {
    const { site, t } = this.#plan;
    const all = summary(state).map(({ name, answers }) =>
      t("found", { name: name || t("unnamed"), n: answers }),
    );
    const from = backups.siteOf(text);
    const other = from && from !== site ? [t("other_site")] : [];
    const { would, changes } = this.#merging.preview(state, this.#catalog);
    return { words: [...all, ...other, would].join(" "), changes };
  }

  #merge() {
    const { store } = this.#plan;
    const { changes } = store.state.local;
    const none = !changes && summary(store.state).every(({ answers }) => answers === 0);
    const done = this.#opened && this.#merging.merge(this.#opened.state);
    if (!done) return;
    // All that is here now came from a copy that the reader has.
    if (none) store.backedUp();
    this.#put();
  }

  #beside() {
    const { store, t } = this.#plan;
    const nameOf = (/** @type {Project} */ project) =>
      t("opened_name", { name: this.#projects.nameOf(project), day: day(today()) });
    const done = this.#opened && besides(store, this.#opened.alone, nameOf);
    if (!done) return;
    this.#close();
    this.#said.say(t("opened_beside"));
  }

  #close() {
    this.#put();
    this.#plan.part("open").focus();
  }

  /** The copy is put away; the focus stays where it is. */
  #put() {
    this.#opened = null;
    this.#plan.part("preview").hidden = true;
  }
}
