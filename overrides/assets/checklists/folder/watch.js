// When a folder is looked at again: as soon as the browser tells, else every half minute.

const EVERY = 30_000; // ms; where it tells, it does not tell of everything
const SOON = 300; // ms, so that a file that is being written is read once
const AGAIN = 2_000; // ms, at first: what a program holds it soon lets go

// When one begins to observe a directory, what happens in the first seconds is not always told
// (Chromium 156, seen on real disks): looked for by oneself.
const EARLY = [2_000, 5_000, 12_000]; // ms

/**
 * @typedef {{observe: (handle: FileSystemHandle) => Promise<void>, disconnect: () => void}
 *   } Observer
 */

export class Watch {
  #look;
  /** @type {Observer | null} */
  #observer = null;
  #every = 0;
  #soon = 0;
  #again = 0;
  /** @type {number[]} */
  #early = [];
  #wait = AGAIN;

  /** @param {() => unknown} look */
  constructor(look) {
    this.#look = look;
  }

  /** @param {FileSystemHandle} handle */
  begin(handle) {
    this.end();
    this.#every = setInterval(() => document.hidden || this.#look(), EVERY);
    const Maker = /** @type {{FileSystemObserver?: new (told: () => void) => Observer}} */ (
      /** @type {unknown} */ (window)
    ).FileSystemObserver;
    if (!Maker) return;
    const look = () => document.hidden || this.#look();
    const observer = new Maker(() => {
      clearTimeout(this.#soon);
      this.#soon = setTimeout(look, SOON);
    });
    this.#early = EARLY.map((after) => setTimeout(look, after));
    this.#observer = observer;
    observer.observe(handle).catch(() => {}); // some drives cannot be observed
  }

  /** What could not be read or written is tried again, less and less often, and not only when
   * something happens. @param {boolean} failed */
  tried(failed) {
    clearTimeout(this.#again);
    if (!failed) this.#wait = AGAIN;
    if (!failed || this.#wait >= EVERY) return; // it is looked at anyhow
    this.#again = setTimeout(() => document.hidden || this.#look(), this.#wait);
    this.#wait *= 2;
  }

  end() {
    clearInterval(this.#every);
    clearTimeout(this.#again);
    clearTimeout(this.#soon);
    for (const one of this.#early) clearTimeout(one);
    this.#observer?.disconnect();
    this.#observer = null;
  }
}

/** A moment between two files, in which the page may draw. A page that is going has none, and ends
 * the one that it is in: its timers may never come. @returns {Promise<void>} */
export const breath = () =>
  new Promise((done) => {
    const go = () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", go);
      done();
    };
    const timer = setTimeout(go);
    if (document.hidden) go();
    else document.addEventListener("visibilitychange", go);
  });
