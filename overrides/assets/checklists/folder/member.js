// One browser's part in a team's folder: reads what others wrote, writes its own file. Pure: the
// folder, the answers and the clock are given.
//
// A member writes only what no file in the folder tells yet. So a change is written once, by
// whoever made it, and what a cloud or a person has lost is written again by all who know of it.

import { mergeProject } from "../answers/merge.js";
import { map } from "../answers/register.js";
import { markOf } from "../answers/hash.js";
import { inOrder } from "../answers/renumbered.js";
import { covered, opened, written } from "./file.js";
import { isChanged, readable } from "./names.js";
import { told } from "./told.js";

/**
 * @typedef {import("../answers/register.js").Seen} Seen
 * @typedef {import("../answers/state.js").Project} Project
 * @typedef {import("../answers/state.js").State} State
 * @typedef {import("./file.js").Opened} Opened
 * @typedef {import("./file.js").Where} Where
 * @typedef {import("./file.js").Who} Who
 * @typedef {import("./names.js").Listed} Listed
 * @typedef {{list: () => Promise<Listed[]>, text: (name: string) => Promise<string>,
 *   write: (name: string, text: string) => Promise<void>}} Room a project's folder; each may fail
 * @typedef {{state: () => State, take: (projects: Project[]) => boolean}} Answers `take` gives
 *   false when nothing was changed, for want of room; of none it puts the own in order
 * @typedef {{who: () => Who, isOwn: (turn: string) => boolean, rename: () => void,
 *   writes: () => void}} Self `rename` gives this browser another file, when another machine writes
 *   in the same; `writes` is told before a turn comes into a file
 * @typedef {{size: number, time: number, read: number, mark: string, who: Who | undefined,
 *   seen: Seen | undefined, problem: string}} Known what a file told when it was read
 * @typedef {import("./told.js").Told} Told
 * @typedef {Told & {wrote: boolean, full: boolean, away: boolean, locked: boolean,
 *   mended: boolean}} Round what one round came to; `away`: the project is deleted here; `mended`:
 *   something that had been in the folder was not, and is written anew
 */

export class Member {
  #room;
  #answers;
  #self;
  #where;
  #clock;
  #pause;
  /** @type {Map<string, Known>} */
  #known = new Map();
  /** All that files have told, while this member was here. @type {Seen} */
  #ever = map();
  /** Files of this member's that have been there. @type {Set<string>} */
  #had = new Set();
  #mended = false;

  /**
   * @param {{room: Room, answers: Answers, self: Self, where: Where, clock: () => number,
   *   pause?: () => Promise<unknown>}} given `pause` lets the page breathe between two files
   */
  constructor({ room, answers, self, where, clock, pause = () => Promise.resolve() }) {
    this.#room = room;
    this.#answers = answers;
    this.#self = self;
    this.#where = where;
    this.#clock = clock;
    this.#pause = pause;
  }

  get #project() {
    return this.#answers.state().projects[this.#where.id];
  }

  /** Reads what is new, then writes what nobody has. Fails when the folder cannot be listed.
   * @returns {Promise<Round>} */
  async round() {
    const none = { people: [], copies: [], renamed: [], refused: [], leftovers: [] };
    const made = { wrote: false, full: false, away: false, locked: false, mended: false };
    /** @type {Round} */
    const round = { ...none, ...made };
    if (this.#project?.gone.some(([text]) => text === "yes")) return { ...round, away: true };
    const listing = await this.#room.list();
    const files = readable(listing);
    round.full = !(await this.#read(files, round));
    const { refused, ...all } = told(listing, this.#known, this.#clock());
    Object.assign(round, all, { refused: [...round.refused, ...refused] });
    try {
      round.wrote = !round.full && (await this.#write(files));
    } catch {
      round.locked = true; // Held by the cloud's program, or gone: the next round tries again.
    }
    return { ...round, mended: this.#mended };
  }

  /** Takes in every file that has changed; false when there is no room for it.
   * @param {Listed[]} files @param {Round} round */
  async #read(files, round) {
    /** @type {Project | undefined} */
    let fresh; // of all files as one, a file at a time: fifty at once would be felt
    /** @type {Map<string, Known>} */
    const found = new Map();
    for (const file of files) {
      const before = this.#known.get(file.name);
      // Half of a file may be a whole one by now, with the same size and time.
      if (!isChanged(file, before) && before?.problem !== "half") continue;
      await this.#pause();
      try {
        const text = await this.#room.text(file.name);
        const seen = highest([this.#project?.seen, fresh?.seen]);
        const [known, project] = this.#opened(file, text, { before, seen });
        found.set(file.name, known);
        if (project) fresh = fresh ? mergeProject(fresh, project) : project;
      } catch {
        // Online only just now, locked, or changed while it was read.
        round.refused.push({ name: file.name, problem: "busy" });
      }
    }
    if (fresh) await this.#pause();
    if (fresh && !this.#answers.take([fresh])) return false;
    for (const [name, known] of found) this.#known.set(name, known);
    const there = new Set(files.map(({ name }) => name));
    for (const name of this.#known.keys()) if (!there.has(name)) this.#known.delete(name);
    if (fresh) await this.#pause(); // what was taken in is stored; what is to be written waits
    return true;
  }

  /**
   * @param {Listed} file @param {string} content
   * @param {{before: Known | undefined, seen: Seen}} there what the file told before, and what is
   *   known here @returns {[known: Known, project: Project | null]} none when all of it is known
   */
  #opened({ size, time }, content, { before, seen: here }) {
    const at = { size, time, read: this.#clock(), mark: markOf(content) };
    if (before?.mark === at.mark) return [{ ...before, ...at }, null];
    const { who, seen, problem = "", project } = opened(content, this.#where);
    const told = { ...at, who, seen, problem };
    if (problem || covered(seen, here)) return [told, null];
    const all = project();
    if (typeof all !== "string") return [told, all];
    return [{ ...told, seen: undefined, problem: all }, null];
  }

  /** Writes the own file when it is missing, or something is told by no file.
   * @param {Listed[]} files */
  async #write(files) {
    const project = this.#project;
    if (!project) return false;
    const own = files.map(({ name }) => this.#known.get(name)).find(
      (known) => known?.who?.writer === this.#self.who().writer && !known.problem,
    );
    if (own?.who && !this.#self.isOwn(own.who.turn)) this.#self.rename();
    const who = this.#self.who();
    const name = `${who.writer}.json`;
    const mine = this.#known.get(name);
    // What is there and could not be read just now may be newer than this page.
    const unread = !mine && files.some((one) => one.name === name);
    if (unread || mine?.problem === "newer") return false;
    const known = this.#told();
    const lost = (!mine && this.#had.has(name)) || !covered(this.#ever, known);
    this.#ever = highest([this.#ever, known]);
    if (mine) this.#had.add(name);
    const there = mine && !mine.problem && mine.who?.name === who.name;
    if (there && covered(project.seen, known)) return false;
    // What leaves is in order: then all who read it come to the same, and this browser has it.
    if (inOrder(project) !== project && !this.#answers.take([])) return false;
    this.#mended ||= lost;
    this.#known.delete(name); // read again in any case: a cloud may keep what was there
    this.#self.writes();
    await this.#room.write(name, written(this.#answers.state(), this.#where, who));
    return true;
  }

  /** What all files tell together. */
  #told() {
    const good = [...this.#known.values()].filter(({ problem }) => !problem);
    return highest(good.map(({ seen }) => seen));
  }
}

/** What several have seen together. @param {(Seen | undefined)[]} all */
function highest(all) {
  /** @type {Seen} */
  const made = map();
  for (const [writer, number] of all.flatMap((seen) => Object.entries(seen ?? {}))) {
    made[writer] = Math.max(made[writer] ?? 0, number);
  }
  return made;
}
