// A storage to be tried: it can be full, fail at a write, and be looked into.

import { Store } from "../../../overrides/assets/checklists/answers/store.js";

export const KEY = "checklists:s";

/** A storage of its own, as the browser's: what it keeps are its own keys. */
export class Kept {
  /** @param {Record<string, string>} [from] @param {{room?: number, fails?: number}} [how] `room`
   * in letters; `fails`: the write (from 1) that does not come through, and all after it */
  constructor(from = {}, { room = Infinity, fails = Infinity } = {}) {
    Object.assign(this, from);
    Object.defineProperty(this, "how", { value: { room, fails, writes: 0 }, enumerable: false });
  }

  get length() {
    return Object.keys(this).length;
  }

  getItem(key) {
    return Object.hasOwn(this, key) ? this[key] : null;
  }

  setItem(key, text) {
    const { how } = this;
    if (!key.endsWith(":probe")) how.writes += 1;
    const rest = Object.entries(this).filter(([name]) => name !== key);
    const used = rest.reduce((all, [name, kept]) => all + name.length + kept.length, 0);
    if (how.writes >= how.fails || used + key.length + text.length > how.room) {
      throw new Error("QuotaExceededError");
    }
    this[key] = text;
  }

  removeItem(key) {
    delete this[key];
  }
}

/** A store that is let go of again: without the window's events.
 * @param {Kept | (() => Storage)} storage */
export function opened(storage) {
  const { addEventListener } = window;
  window.addEventListener = () => {};
  try {
    return new Store("s", typeof storage === "function" ? storage : () => storage);
  } finally {
    window.addEventListener = addEventListener;
  }
}
