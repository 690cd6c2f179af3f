// One browser's part in a team's folder: reads what others wrote, writes its own file. Pure: the
// folder, the answers and the clock are given.
//
// A member writes only what no file in the folder tells yet. So a change is written once, by
// whoever made it, and what a cloud or a person has lost is written again by all who know of it.

import { mergeProject } from "../answers/merge.js";
import { map } from "../answers/register.js";
import { markOf } from "../answers/hash.js";
import { covered, opened, written } from "./file.js";
import { isChanged, readable, writerOf } from "./names.js";

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
 *   false when nothing was changed, for want of room
 * @typedef {{who: () => Who, isOwn: (turn: string) => boolean, rename: () => void}} Self `rename`
 *   gives this browser another file, when another machine writes in the same
 * @typedef {{size: number, time: number, read: number, mark: string, who: Who | undefined,
 *   seen: Seen | undefined, problem: string}} Known what a file told when it was read
 * @typedef {{name: string, problem: string}} Refused a file that was not taken in
 * @typedef {{writer: string, name: string, time: number}} Person who has a file here
 * @typedef {{people: Person[], copies: string[], refused: Refused[], wrote: boolean, full: boolean,
 *   away: boolean, locked: boolean}} Round what one round came to; `away`: the project is deleted
 *   here
 */

const NOBODY = { writer: "", turn: "", name: "" };

export class Member {
  #room;
  #answers;
  #self;
  #where;
  #clock;
  #pause;
  /** @type {Map<string, Known>} */
  #known = new Map();

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
    const made = { people: [], copies: [], refused: [], wrote: false, full: false, away: false };
    /** @type {Round} */
    const round = { ...made, locked: false };
    if (this.#project?.gone.some(([text]) => text === "yes")) return { ...round, away: true };
    const files = readable(await this.#room.list());
    round.full = !(await this.#read(files, round));
    this.#tell(files, round);
    try {
      round.wrote = !round.full && (await this.#write(files));
    } catch {
      round.locked = true; // Held by the cloud's program, or gone: the next round tries again.
    }
    return round;
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

  /** @param {Listed[]} files @param {Round} round */
  #tell(files, round) {
    /** @type {Map<string, Person>} */
    const people = new Map();
    for (const { name, time } of files) {
      const known = this.#known.get(name);
      if (!known) continue;
      const { problem, who = NOBODY } = known;
      if (problem) round.refused.push({ name, problem });
      else if (who.writer && who.writer !== writerOf(name)) round.copies.push(name);
      if (problem || !who.writer) continue;
      const before = people.get(who.writer);
      const own = who.writer === writerOf(name);
      people.set(who.writer, {
        writer: who.writer,
        name: before && !own ? before.name : who.name,
        time: Math.max(before?.time ?? 0, time),
      });
    }
    round.people = [...people.values()].sort((a, b) => b.time - a.time);
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
    const there = mine && !mine.problem && mine.who?.name === who.name;
    if (there && covered(project.seen, this.#told())) return false;
    this.#known.delete(name); // read again in any case: a cloud may keep what was there
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
