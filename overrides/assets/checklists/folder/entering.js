// The way into a team's folder: which project, what is brought along, and the reader's own file.

import { browserName } from "../answers/browser-name.js";
import { randomId } from "../answers/ids.js";
import { map } from "../answers/register.js";
import * as states from "../answers/state.js";
import { download } from "../elements/files.js";
import { idsOf, room, whyNot } from "./carried.js";
import { within } from "./directory.js";
import { written } from "./file.js";
import { named } from "./joined.js";
import { Joining } from "./joining.js";
import { newWriter } from "./membership.js";
import { fits, readable, writerOf } from "./names.js";
import { about, folderOf, found, siteFolder } from "./projects.js";
import { readme } from "./readme.js";
import { put } from "./record.js";
import { troublesOf } from "./shown.js";

/**
 * @typedef {import("../elements/tool.js").Tool} Tool
 * @typedef {import("./directory.js").Chosen} Chosen
 * @typedef {import("./projects.js").Carried} Carried
 * @typedef {import("./team.js").Team} Team
 */

const LETTERS = 8;

export class Entering {
  #tool;
  #team;
  #joining;
  #say;

  /** @param {Tool} tool @param {Team} team @param {(words: string) => void} say */
  constructor(tool, team, say) {
    this.#tool = tool;
    this.#team = team;
    this.#say = say;
    this.#joining = new Joining(tool);
  }

  /** True of the form that asks for the project. @param {EventTarget | null} target */
  isIt(target) {
    return this.#joining.isIt(target);
  }

  close() {
    this.#joining.close();
  }

  /** What is in a chosen folder: which project is asked, or it is begun in.
   * @param {Chosen} chosen */
  async look(chosen) {
    const { site, t } = this.#tool;
    const { files } = await within(chosen);
    const deep = files.some(writerOf);
    this.#say(deep ? t("deep") : "");
    if (deep) return;
    const all = await found(chosen, site);
    this.#joining.ask(all, { chosen, files: [] });
    // The folder of before was deleted: its project goes into the new one.
    const { record, standing } = this.#team;
    if (!all.length) await this.joined(standing === "gone" ? record?.id : "");
  }

  /** Files that were carried here. @param {Carried[]} files */
  async carried(files) {
    const { site, t } = this.#tool;
    const small = files.filter(fits);
    const ids = await idsOf(small, site);
    const all = (await Promise.all(ids.map((id) => about(small, { site, id })))).flatMap(
      (one) => one ?? [],
    );
    if (!all.length) {
      const why = troublesOf(t, await whyNot(files, site)).slice(0, 1);
      this.#say([t("none_found"), ...why].join(" "));
      return;
    }
    this.#joining.ask(all, { files });
    const now = this.#team.record?.id ?? states.current(this.#tool.store.state);
    const known = all.some(({ id }) => id === now);
    if (known) await this.joined(now);
  }

  /** @param {string} [known] the project when it need not be asked for */
  async joined(known) {
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
    this.#team.look();
    this.#team.round();
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
    const { record } = this.#team;
    const back = store.state.projects[id]?.gone.some(([text]) => text === "yes");
    if (back) store.change((state, now, stamp) => states.remove(state, id, false, stamp));
    const writer = newWriter(store.state.local.label);
    const same = record?.id === id && record;
    const fresh = { id, writer, turns: [], looked: map(), told: "", folder };
    return put(site, same ? { ...same, folder: folder || same.folder } : fresh);
  }

  /** @param {Chosen} chosen */
  async #enter(chosen) {
    const { root, site, t } = this.#tool;
    const { title = "" } = root.dataset;
    await this.#team.enter(chosen);
    await readme(await siteFolder(chosen, site, true), t, title).catch(() => {});
    this.#say(t("entered", { name: chosen.name }));
  }

  /** Files that were carried here are read. @param {Carried[]} files */
  async #read(files) {
    const { t } = this.#tool;
    const made = await this.#team.member(room(files)).round();
    const names = [...new Set(made.people.map(({ name }) => name))].join(", ");
    const more = made.locked ? ` ${t("give_too")}` : "";
    this.#say(`${t("carried", { n: readable(files).length, names })}${more}`);
    this.#team.read(made);
    if (!this.#team.record?.folder) this.#team.begin(true);
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
  give() {
    const { site, store, t } = this.#tool;
    const id = this.#team.record?.id || this.#own();
    if (!id || (!this.#team.record && !this.#begin(id, ""))) return;
    const { record } = this.#team;
    if (!record || !store.state.projects[id]) return;
    // Signed by this page, so that it is known as our own when it is read in again.
    const who = this.#team.signs();
    download(`${who.writer}.json`, written(store.state, { site, id }, who), "application/json");
    this.#say(t("given", { place: `${folderOf(site)}/${id}` }));
    if (!record.folder) this.#team.begin(true);
  }
}
