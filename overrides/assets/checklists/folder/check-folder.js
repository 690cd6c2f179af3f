// «Arbeid sammen»: choosing the team's folder, who is in it, what is new there, and the way out.

import { browserName } from "../answers/browser-name.js";
import { randomId } from "../answers/ids.js";
import { map } from "../answers/register.js";
import * as states from "../answers/state.js";
import { download, taken } from "../elements/files.js";
import { find, findAll } from "../elements/find.js";
import { Tool } from "../elements/tool.js";
import { carried, dropped, idsOf, room } from "./carried.js";
import { choose, isOpen, picker, within } from "./directory.js";
import { written } from "./file.js";
import { named } from "./joined.js";
import { Joining } from "./joining.js";
import { fileOf, writerOf } from "./names.js";
import { about, folderOf, found, siteFolder } from "./projects.js";
import { readme } from "./readme.js";
import { put } from "./record.js";
import { show } from "./shown.js";
import { teamOf } from "./team.js";

/**
 * @typedef {import("./directory.js").Chosen} Chosen
 * @typedef {import("./projects.js").Carried} Carried
 * @typedef {import("./projects.js").Found} Found
 */

const LETTERS = 8;
const MOST_LABEL = 60;

export class CheckFolder extends HTMLElement {
  /** @type {Tool | null} */
  #tool = null;

  connectedCallback() {
    const tool = new Tool(this);
    this.#tool = tool;
    const desk = new Desk(tool);
    tool.store.addEventListener("change", () => desk.show(), { signal: tool.signal });
    desk.team.addEventListener("change", () => desk.show(), { signal: tool.signal });
    const { signal } = tool;
    this.addEventListener("click", (event) => desk.clicked(event), { signal });
    this.addEventListener("submit", (event) => desk.submitted(event), { signal });
    this.addEventListener("change", (event) => desk.changed(event), { signal });
    this.addEventListener("dragover", (event) => event.preventDefault(), { signal });
    this.addEventListener("drop", (event) => desk.dropped(event), { signal });
    desk.team.begin();
    desk.show();
  }

  disconnectedCallback() {
    this.#tool?.end();
  }
}

/** What a reader does at the element, and what is shown then. */
class Desk {
  #tool;
  #joining;

  /** @param {Tool} tool */
  constructor(tool) {
    this.#tool = tool;
    this.team = teamOf(tool.site);
    this.#joining = new Joining(tool);
  }

  get #form() {
    return find(this.#tool.root, "[data-begin]", HTMLFormElement);
  }

  show() {
    show(this.#tool, this.team, Boolean(picker()));
    const me = find(this.#form, "input", HTMLInputElement);
    const { label } = this.#tool.store.state.local;
    if (label && me !== document.activeElement) me.value = label;
  }

  /** @param {string} words */
  #say(words) {
    this.#tool.part("heard").textContent = words;
  }

  /** @param {Event} event */
  clicked({ target }) {
    if (!(target instanceof HTMLButtonElement)) return;
    const { t } = this.#tool;
    const { team } = this;
    /** @type {Record<string, () => unknown>} */
    const acts = {
      reopen: () => team.begin(true),
      again: () => team.again(),
      look: () => team.look(),
      give: () => this.#give(),
      leave: () => this.#leave("", t("left")),
      mine: () => this.#leave("mine", t("left_mine")),
      all: () => this.#sure(true),
      no: () => this.#sure(false),
      really: () => this.#leave("all", t("left_all")),
      stop: () => this.#joining.close(),
    };
    acts[target.dataset.do ?? ""]?.();
  }

  /** @param {SubmitEvent} event */
  async submitted(event) {
    event.preventDefault();
    if (event.target === this.#form) await this.#choose();
    else if (this.#joining.isIt(event.target)) await this.#joined();
  }

  /** @param {Event} event */
  async changed({ target }) {
    if (target instanceof HTMLInputElement && target.type === "file") {
      if (this.#named()) await this.#carried(carried(taken(target)));
    }
  }

  /** @param {DragEvent} event */
  async dropped(event) {
    event.preventDefault();
    const { items } = event.dataTransfer ?? {};
    if (!items?.length || !this.#named()) return;
    const [first] = items;
    const ask = /** @type {{getAsFileSystemHandle?: () => Promise<Chosen>}} */ (
      /** @type {unknown} */ (first)
    );
    const handle = ask.getAsFileSystemHandle?.();
    const files = dropped(items);
    const chosen = handle && (await handle);
    if (chosen?.kind === "directory" && (await isOpen(chosen, true))) await this.#look(chosen);
    else await this.#carried(carried(await files));
  }

  /** What the reader is called, kept; false when nothing is written. */
  #named() {
    const form = this.#form;
    if (this.#tool.store.state.local.label) return true;
    const label = find(form, "input", HTMLInputElement).value.trim().slice(0, MOST_LABEL);
    if (!label) {
      form.reportValidity();
      return false;
    }
    return this.#tool.store.change((state) => ({ ...state, local: { ...state.local, label } }));
  }

  async #choose() {
    if (!this.#named()) return;
    try {
      await this.#look(await choose());
    } catch (error) {
      const { t } = this.#tool;
      const aborted = error instanceof DOMException && error.name === "AbortError";
      this.#say(aborted ? t("not_chosen") : t("not_allowed"));
    }
  }

  /** What is in a chosen folder: which project is asked, or it is begun in.
   * @param {Chosen} chosen */
  async #look(chosen) {
    const { site, t } = this.#tool;
    const { files } = await within(chosen);
    const deep = files.some(writerOf);
    this.#say(deep ? t("deep") : "");
    if (deep) return;
    const all = await found(chosen, site);
    this.#joining.ask(all, { chosen, files: [] });
    if (!all.length) await this.#joined();
  }

  /** Files that were carried here. @param {Carried[]} files */
  async #carried(files) {
    const { site, t } = this.#tool;
    const ids = await idsOf(files, site);
    const all = (await Promise.all(ids.map((id) => about(files, { site, id })))).flatMap(
      (one) => one ?? [],
    );
    if (!all.length) {
      this.#say(t("none_found"));
      return;
    }
    this.#joining.ask(all, { files });
    const now = this.team.record?.id ?? states.current(this.#tool.store.state);
    const known = all.some(({ id }) => id === now);
    if (known) await this.#joined(now);
  }

  /** @param {string} [known] the project when it need not be asked for */
  async #joined(known) {
    const { id: picked, bring, chosen, files } = this.#joining.answer();
    const { store, t } = this.#tool;
    const before = states.current(store.state);
    const id = known || picked || this.#own();
    this.#joining.close();
    if (!id || !this.#begin(id, chosen?.name ?? "")) {
      this.#say(t(`lost.${store.refused || store.status}`, { n: "" }));
      return;
    }
    if (chosen) await this.#enter(chosen);
    else await this.#read(files);
    if (store.state.projects[id]) store.change((state) => states.use(state, id));
    if (bring && before !== id) this.#bring(before, id);
    this.team.look();
    this.team.round();
  }

  /** The project in use, made when there is none; what was deleted here is there again. */
  #own() {
    const { store, t } = this.#tool;
    const now = states.current(store.state);
    if (now) return now;
    const id = `p${randomId(LETTERS)}`;
    const made = store.change(
      (state, none, stamp) => states.use(states.rename(state, id, t("unnamed"), stamp), id),
      true,
    );
    return made ? id : "";
  }

  /** @param {string} id @param {string} folder */
  #begin(id, folder) {
    const { site, store } = this.#tool;
    const { record } = this.team;
    const back = store.state.projects[id]?.gone.some(([text]) => text === "yes");
    if (back) store.change((state, now, stamp) => states.remove(state, id, false, stamp));
    const writer = fileOf(store.state.local.label, randomId(LETTERS)).slice(0, -".json".length);
    const same = record?.id === id && record;
    const fresh = { id, writer, turns: [], looked: map(), told: "", folder };
    return put(site, same ? { ...same, folder: folder || same.folder } : fresh);
  }

  /** @param {Chosen} chosen */
  async #enter(chosen) {
    const { root, site, t } = this.#tool;
    const { title = "" } = root.dataset;
    await this.team.enter(chosen);
    await readme(await siteFolder(chosen, site, true), t, title).catch(() => {});
    this.#say(t("entered", { name: chosen.name }));
  }

  /** Files that were carried here are read. @param {Carried[]} files */
  async #read(files) {
    const { t } = this.#tool;
    const made = await this.team.member(room(files)).round();
    const names = [...new Set(made.people.map(({ name }) => name))].join(", ");
    const more = made.locked ? ` ${t("give_too")}` : "";
    this.#say(`${t("carried", { n: files.length, names })}${more}`);
    if (!this.team.record?.folder) this.team.begin(true);
  }

  /** The answers of the project that was in use, into the one that is shared.
   * @param {string} from @param {string} id */
  #bring(from, id) {
    this.#tool.store.change((state, now, stamp) => {
      const mine = state.projects[from];
      if (!mine || !state.projects[id]) return state;
      const nameless = browserName(navigator.userAgent);
      return states.adopt(state, id, named(mine, nameless, state.local.label), stamp);
    }, true);
  }

  /** The reader's own file, to be put into the folder by hand. */
  #give() {
    const { site, store, t } = this.#tool;
    if (!this.#named()) return;
    const id = this.team.record?.id || this.#own();
    if (!id || (!this.team.record && !this.#begin(id, ""))) return;
    const { record } = this.team;
    if (!record || !store.state.projects[id]) return;
    const who = { writer: record.writer, turn: "", name: store.state.local.label };
    const made = written(store.state, { site, id }, who);
    download(`${record.writer}.json`, made, "application/json");
    this.#say(t("given", { place: `${folderOf(site)}/${id}` }));
    if (!record.folder) this.team.begin(true);
  }

  /** @param {boolean} asked */
  #sure(asked) {
    this.#tool.part("certain").hidden = !asked;
    find(this.#tool.root, asked ? "[data-do=no]" : "[data-do=all]", HTMLElement).focus();
  }

  /** @param {"" | "mine" | "all"} taking @param {string} words */
  async #leave(taking, words) {
    const { root, t } = this.#tool;
    this.#tool.part("certain").hidden = true;
    try {
      await this.team.leave(taking);
      this.#say(words);
    } catch {
      this.#say(t("not_left"));
    }
    for (const fold of findAll(root, "[data-step=on] details", HTMLDetailsElement)) {
      fold.open = false;
    }
    find(root, "summary", HTMLElement).focus();
  }
}
