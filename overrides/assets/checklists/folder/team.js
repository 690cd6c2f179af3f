// A page's part in the team's folder: when it reads and writes, and what became of it.

import { randomId } from "../answers/ids.js";
import { keyFor } from "../answers/key.js";
import { writerIn } from "../answers/state.js";
import { storeOf } from "../answers/store.js";
import { Directory, isOpen } from "./directory.js";
import * as handles from "./handles.js";
import { memberOf, signing } from "./membership.js";
import { newsOf, withOwn } from "./news.js";
import { projectFolder, siteFolder } from "./projects.js";
import { forget, recordOf, revise } from "./record.js";
import { Watch, breath } from "./watch.js";

/**
 * @typedef {import("../answers/state.js").Project} Project
 * @typedef {import("./directory.js").Chosen} Chosen
 * @typedef {import("./member.js").Member} Member
 * @typedef {import("./member.js").Round} Round
 * @typedef {"none" | "hand" | "asking" | "on" | "gone"} Standing `hand`: files are carried;
 *   `asking`: the browser wants the reader's leave; `gone`: the folder is not there
 */

const SOON = 600; // ms after a change, so that a word is one write
const TURN = 6;
const REFUSED = new Set(["NotAllowedError", "SecurityError"]);

export class Team extends EventTarget {
  #site;
  #store;
  #turn = randomId(TURN);
  /** @type {Chosen | undefined} */
  #chosen;
  /** @type {Member | null} */
  #member = null;
  #watch = new Watch(() => this.round());
  /** @type {Promise<void>} */
  #running = Promise.resolve();
  #waiting = 0;
  #begun = false;
  #asked = false;
  /** @type {Standing} */
  standing = "none";
  /** @type {Round | null} */
  last = null;
  /** When the last round ended (ISO 8601). */
  when = "";
  /** True when the folder could not be read the last time. */
  unread = false;

  /** @param {string} site */
  constructor(site) {
    super();
    this.#site = site;
    this.#store = storeOf(site);
    this.#store.addEventListener("change", () => this.#changed());
    document.addEventListener("visibilitychange", () => this.#turned());
    window.addEventListener("pagehide", () => this.#flush());
    window.addEventListener("focus", () => this.round());
  }

  get record() {
    return recordOf(this.#site);
  }

  get #browser() {
    return { site: this.#site, store: this.#store, turn: this.#turn };
  }

  get #where() {
    return { site: this.#site, id: this.record?.id ?? "" };
  }

  /** The project that the folder is for. @returns {Project | undefined} */
  get project() {
    return this.#store.state.projects[this.#where.id];
  }

  /** What others have written since the reader looked. */
  get news() {
    const { project, record } = this;
    return project && record ? newsOf(project, record.looked, this.#store.stamp().by) : [];
  }

  /** All is looked at. */
  look() {
    const { project } = this;
    if (project) revise(this.#site, () => ({ looked: project.seen, told: "" }));
    this.#tell();
  }

  /** Begins where this browser was; `asking` right after a click of the reader's.
   * @param {boolean} [asking] */
  async begin(asking = false) {
    if (this.#begun && !asking) return;
    this.#begun = true;
    const { record } = this;
    if (!record) return this.#stand("none");
    if (!record.folder) return this.#stand("hand");
    try {
      this.#chosen ??= await handles.kept(keyFor(this.#site)).catch(() => undefined);
      if (!this.#chosen) return this.#stand("hand");
      if (!(await isOpen(this.#chosen, asking))) return this.#stand("asking");
      await this.#open(false);
    } catch (error) {
      this.#failed(error);
    }
  }

  /** Begins in a folder that was just chosen. @param {Chosen} chosen */
  async enter(chosen) {
    this.#begun = true;
    this.#chosen = chosen;
    await handles.keep(keyFor(this.#site), chosen).catch(() => {}); // until the page is closed
    await this.#open(true);
  }

  /** Makes the project's folder anew, after somebody has deleted it; false when it cannot be. */
  async again() {
    try {
      if (this.#chosen && (await isOpen(this.#chosen, true))) await this.#open(true);
    } catch (error) {
      this.#failed(error);
    }
    return this.standing === "on";
  }

  /** Goes on when what was gone is there again: taken out of the bin, or its drive is back. */
  async #back() {
    try {
      await this.#open(false);
    } catch {
      // Not yet.
    }
  }

  /** @param {boolean} create */
  async #open(create) {
    if (!this.#chosen) return;
    const handle = await projectFolder(this.#chosen, this.#where, create);
    this.#member = this.member(new Directory(handle), breath);
    this.#stand("on");
    this.#watch.begin(handle);
    await this.round();
  }

  /** Somebody who reads and writes for this browser in a room.
   * @param {import("./member.js").Room} room @param {() => Promise<unknown>} [pause] */
  member(room, pause) {
    return memberOf(this.#browser, room, pause);
  }

  /** Who writes from this page, when it does so now. */
  signs = () => signing(this.#browser);

  /** What was carried here came to this. @param {Round} last */
  read(last) {
    this.last = last;
    this.#tell();
  }

  /** Reads and writes; one round after the other, over all tabs. */
  round() {
    if (this.standing === "gone") return this.#back();
    this.#running = this.#running.then(async () => {
      if (this.#member && this.standing !== "none") await this.#alone(() => this.#round());
    });
    return this.#running;
  }

  /** @param {() => Promise<void>} work */
  async #alone(work) {
    const { locks } = navigator;
    if (locks) await locks.request(`${keyFor(this.#site)}:folder`, work);
    else await work();
  }

  async #round() {
    const member = this.#member;
    if (!this.record) return void this.#out(); // left in another tab
    if (!member || this.standing !== "on" || !this.#store.writable) return;
    try {
      this.last = await member.round();
      this.when = new Date().toISOString();
      this.unread = false;
      this.#watch.tried(isUnfinished(this.last));
      this.#tell();
    } catch (error) {
      this.#failed(error);
    }
  }

  /** A folder that cannot be read just now is tried again. @param {unknown} error */
  #failed(error) {
    const name = error instanceof DOMException ? error.name : "";
    if (name === "NotFoundError") return this.#stand("gone");
    if (REFUSED.has(name) || !this.#member) return this.#stand("asking");
    this.unread = true;
    this.#watch.tried(true);
    this.#tell();
  }

  /** @param {Standing} standing */
  #stand(standing) {
    this.standing = standing;
    if (standing !== "on") this.#watch.end();
    if (standing === "none") this.#member = null;
    this.#tell();
  }

  #tell() {
    this.dispatchEvent(new Event("change"));
  }

  /** What is written here the reader has looked at; it is told to the others soon. */
  #changed() {
    const { project, record } = this;
    if (!record && this.standing !== "none") this.#out();
    if (!project || !record) return;
    const own = writerIn(record.id, this.#store.stamp());
    if ((project.seen[own] ?? 0) > (record.looked[own] ?? 0)) {
      revise(this.#site, ({ looked }) => ({ looked: withOwn(looked, project.seen, [own]) }));
      this.#ask();
    }
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => this.round(), SOON);
  }

  /** Whoever answers on a list may not see for days that the browser wants leave again: it asks her
   * itself, once a page, when she has just written something. */
  #ask() {
    if (this.standing !== "asking" || this.#asked || !navigator.userActivation?.isActive) return;
    this.#asked = true;
    this.begin(true);
  }

  #turned() {
    if (document.hidden) this.#flush();
    else this.round();
  }

  /** Not a moment later: the page may be gone. */
  #flush() {
    clearTimeout(this.#waiting);
    this.round();
  }

  /** Leaves; the answers stay. @param {"" | "mine" | "all"} taking what is deleted in the folder
   * too */
  async leave(taking = "") {
    const { record } = this;
    await this.#running;
    // No other tab may write the file again before this browser has forgotten it.
    await this.#alone(async () => {
      if (taking && record && this.#chosen) await this.#take(taking, record.writer);
      forget(this.#site);
    });
    await this.#out();
  }

  /** The folder is known no more: left, or all was erased. */
  #out() {
    this.#chosen = undefined;
    this.last = null;
    this.#stand("none");
    return handles.drop(keyFor(this.#site)).catch(() => {});
  }

  /** @param {"mine" | "all"} what @param {string} writer */
  async #take(what, writer) {
    if (!this.#chosen) return;
    const { site, id } = this.#where;
    const handle = await projectFolder(this.#chosen, { site, id }, false);
    if (what === "mine") return new Directory(handle).remove(`${writer}.json`);
    return (await siteFolder(this.#chosen, site, false)).removeEntry(id, { recursive: true });
  }
}

/** True when a file is held by somebody, or on its way. @param {Round} round */
const isUnfinished = ({ locked, refused }) =>
  locked || refused.some(({ problem }) => problem === "busy" || problem === "half");

/** @type {Map<string, Team>} */
const teams = new Map();

/** The one team of a site on a page. @param {string} site */
export function teamOf(site) {
  const team = teams.get(site) ?? new Team(site);
  teams.set(site, team);
  return team;
}
