// What is put off to a task of its own, so that whoever types waits for less at once; a page that
// goes does it before.

export class Soon {
  #act;
  /** @type {number | undefined} */
  #timer;
  #going = false;

  /** @param {() => void} act @param {AbortSignal} signal ends it; what is put off is done then */
  constructor(act, signal) {
    this.#act = act;
    const go = () => {
      this.#going = true;
      this.#now();
    };
    window.addEventListener("pagehide", go, { signal });
    signal.addEventListener("abort", go);
  }

  start() {
    this.#timer ??= window.setTimeout(() => this.#now());
    if (this.#going) this.#now();
  }

  #now() {
    if (this.#timer === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#act();
  }
}
