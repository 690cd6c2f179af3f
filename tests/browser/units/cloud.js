// A cloud that keeps a folder alike on several machines, as clouds do: late, out of order, with
// copies of its own, with what was written lost, held, halved, emptied, renamed or put back.

import { pick } from "./random.js";

const COPIES = [
  (name) => name.replace(".json", " (1).json"),
  (name) => name.replace(".json", " (PC-2).json"),
  (name) => name.replace(".json", "-Kari sin PC.json"),
  (name) => name.replace(".json", " (conflicted copy 2026-11-26 101112).json"),
  (name) => `Kopi av ${name}`,
];
const RUBBISH = [".x.json", "~$liste.json", "a.json.crswap", "b.tmp", "notat.docx", "desktop.ini"];
const OTHERS = ['{"a": 1}', "[1]", "null", '{"site":"annen","version":2,"projects":{}}'];

export class Cloud {
  server = new Map();
  /** Every version of each file that was ever written. */
  #versions = new Map();
  #machines;
  #random;
  #sent = [];
  #time = 1e12;
  calm = false;

  constructor(random, machines) {
    this.#random = random;
    this.#machines = Array.from({ length: machines }, () => new Map());
  }

  get now() {
    return this.#time;
  }

  #chance(of) {
    return !this.calm && this.#random() < of;
  }

  /** The folder as one machine sees it. */
  room(n) {
    const files = this.#machines[n];
    return {
      list: async () =>
        [...files].map(([name, { text, time }]) => ({ name, size: text.length, time })),
      text: async (name) => {
        const { text } = files.get(name);
        if (this.#chance(0.05)) throw new Error("NotReadableError");
        return this.#chance(0.05) ? text.slice(0, Math.floor(text.length * this.#random())) : text;
      },
      write: async (name, text) => {
        if (this.#chance(0.1)) throw new Error("NoModificationAllowedError");
        this.#time += 1 + Math.floor(this.#random() * 9000);
        const file = { text, time: this.#time };
        files.set(name, file);
        this.#versions.set(name, [...(this.#versions.get(name) ?? []), file]);
        if (!this.#chance(0.1)) this.#sent.push({ name, file, to: -1 }); // else it is lost
      },
    };
  }

  /** Some of what is under way arrives, in any order: at the server, then at the machines. */
  move() {
    const some = this.#sent.length;
    for (let n = 0; n < some; n += 1) {
      if (!this.#sent.length || this.#random() < 0.4) continue;
      const at = Math.floor(this.#random() * this.#sent.length);
      const [{ name, file, to }] = this.#sent.splice(at, 1);
      if (to >= 0) this.#put(to, name, file);
      else {
        this.server.set(name, file);
        this.#machines.forEach((_, n2) => this.#sent.push({ name, file, to: n2 }));
      }
    }
  }

  #put(n, name, file) {
    const files = this.#machines[n];
    const there = files.get(name);
    if (there && there !== file && this.#chance(0.2)) {
      this.#everywhere(pick(this.#random, COPIES)(name), there);
    }
    files.set(name, file);
  }

  #everywhere(name, file) {
    this.server.set(name, file);
    for (const files of this.#machines) files.set(name, file);
  }

  #gone(name) {
    this.server.delete(name);
    for (const files of this.#machines) files.delete(name);
  }

  /** What happens to a folder without any of its writers. */
  trouble() {
    this.#time += 1000;
    const name = pick(this.#random, [...this.server.keys()]);
    const made = (text) => ({ text, time: this.#time });
    const all = {
      rubbish: () => this.#everywhere(pick(this.#random, RUBBISH), made("x")),
      others: () => this.#everywhere(`notat ${name}`, made(pick(this.#random, OTHERS))),
      empty: () => pick(this.#random, this.#machines).set(name, made("")),
      gone: () => this.#gone(name),
      restored: () => this.#everywhere(name, pick(this.#random, this.#versions.get(name) ?? [made("{")])),
      copied: () => this.#everywhere(pick(this.#random, COPIES)(name), this.server.get(name)),
      renamed: () => {
        const file = this.server.get(name);
        this.#gone(name);
        this.#everywhere(`gammel ${name}`, file);
      },
    };
    if (name) pick(this.#random, Object.values(all))();
  }

  /** All that is under way arrives, and every machine has what the server has. */
  settle() {
    for (const { name, file, to } of this.#sent) if (to < 0) this.server.set(name, file);
    this.#sent = [];
    for (const files of this.#machines) {
      files.clear();
      for (const [name, file] of this.server) files.set(name, file);
    }
  }
}
