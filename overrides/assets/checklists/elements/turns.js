// Much work a piece at a time: whoever taps or types meanwhile waits for one piece, not for all.

const BUDGET = 6; // ms of pieces one after the other, until whatever else waits has its turn

/** To be awaited before what is to be a task of its own. @returns {Promise<void>} */
export const pause = () => new Promise((go) => setTimeout(go));

/** To be awaited between two pieces of one job: rests where it has worked for long. */
export function resting() {
  let until = performance.now() + BUDGET;
  return async () => {
    if (performance.now() < until) return;
    await pause();
    until = performance.now() + BUDGET;
  };
}

export class Turns {
  /** @type {Map<unknown, () => void>} */
  #waiting = new Map();
  /** @type {number | undefined} */
  #timer;

  /**
   * Does each of these in their order, those by the same name that still wait no more. With `soon`
   * nothing is done before what happens now is over.
   * @param {[name: unknown, piece: () => void][]} pieces @param {boolean} [soon]
   */
  add(pieces, soon = false) {
    for (const [name] of pieces) this.#waiting.delete(name);
    for (const [name, piece] of pieces) this.#waiting.set(name, piece);
    if (soon) this.#wait();
    else this.#work();
  }

  /** What waits is never done. */
  stop() {
    clearTimeout(this.#timer);
    this.#waiting.clear();
  }

  #wait() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#work());
  }

  #work() {
    const until = performance.now() + BUDGET;
    for (const [name, piece] of this.#waiting) {
      this.#waiting.delete(name);
      if (this.#waiting.size) this.#wait(); // also when this piece fails
      piece();
      if (performance.now() > until) return;
    }
  }
}
