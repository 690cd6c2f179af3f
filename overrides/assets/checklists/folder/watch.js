// When a folder is looked at again: as soon as the browser tells, else every half minute.

const EVERY = 30_000; // ms; where it tells, it does not tell of everything
const SOON = 300; // ms, so that a file that is being written is read once

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
    const observer = new Maker(() => {
      clearTimeout(this.#soon);
      this.#soon = setTimeout(() => document.hidden || this.#look(), SOON);
    });
    this.#observer = observer;
    observer.observe(handle).catch(() => {}); // some drives cannot be observed
  }

  end() {
    clearInterval(this.#every);
    clearTimeout(this.#soon);
    this.#observer?.disconnect();
    this.#observer = null;
  }
}
