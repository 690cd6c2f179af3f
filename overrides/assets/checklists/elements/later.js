// What is written is kept a moment after the last key, all at once.

/** @template T */
export class Later {
  #pause;
  #keep;
  /** @type {Map<string, () => T[]>} */
  #waiting = new Map();
  /** @type {number | undefined} */
  #timer;

  /**
   * @param {number} pause ms
   * @param {(made: T[], names: string[]) => void} keep gets all that waited, and what it was called
   */
  constructor(pause, keep) {
    this.#pause = pause;
    this.#keep = keep;
  }

  /** `make` is asked when it is time; the last one of a name counts.
   * @param {string} name @param {() => T[]} make */
  add(name, make) {
    this.#waiting.set(name, make);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), this.#pause);
  }

  flush() {
    clearTimeout(this.#timer);
    if (!this.#waiting.size) return;
    const names = [...this.#waiting.keys()];
    const made = [...this.#waiting.values()].flatMap((make) => make());
    this.#waiting.clear();
    this.#keep(made, names);
  }
}
