// Where the answers are kept: guarded, keyed by site id, one with every other tab.
//
// Each page writes under a name of its own and merges what others have written, so two tabs that
// write at once lose nothing: whoever is overwritten sees it, merges and writes again.

import { read } from "./accept.js";
import { browserName } from "./browser-name.js";
import { randomId } from "./ids.js";
import { covers, merge } from "./merge.js";
import * as states from "./state.js";
import { text } from "./written.js";

const BIG_GAP = 25; // changes since the last backup after which a reminder is due

/**
 * @typedef {import("./state.js").State} State
 * @typedef {import("./state.js").Stamp} Stamp
 * @typedef {(state: State, id: string, stamp: Stamp) => State} Change
 *   gives the next state; `id` is the project in use
 */

/** Answers of one site. Fires `change` when they change here or in another tab. */
export class Store extends EventTarget {
  #key;
  /** @type {Storage | undefined} */
  #storage;
  #state = states.empty();
  /** @type {string | null} */
  #stored = null;
  #writer = randomId();
  /** «saved», «blocked» (no storage here), «full» (the last change is not kept) or «newer». */
  status = "saved";

  /** @param {string} site @param {() => Storage} storage may throw, as browsers do */
  constructor(site, storage = () => window.localStorage) {
    super();
    this.#key = `checklists:${site}`;
    try {
      this.#storage = storage();
      const probe = `${this.#key}:probe`;
      this.#storage.setItem(probe, "1");
      this.#storage.removeItem(probe);
    } catch {
      // Full storage still reads; blocked storage throws here too.
      this.status = this.#storage?.length ? "full" : "blocked";
    }
    this.#read();
    // The text of what is there is made while nobody waits, so that the first tick need not.
    globalThis.requestIdleCallback?.(() => text(this.#state));
    if (this.status !== "blocked") {
      window.addEventListener("storage", (event) => this.#follow(event));
    }
  }

  get state() {
    return this.#state;
  }

  /** The project in use. */
  get project() {
    return states.project(this.#state);
  }

  get writable() {
    return this.status !== "newer";
  }

  /** True when much has changed since the last backup. */
  get reminder() {
    return this.#state.local.changes >= BIG_GAP;
  }

  /**
   * Sets fields of an item in the project in use, which is made when there is none.
   * @param {string} item @param {Partial<Record<states.FieldName, string>>} values
   */
  answer(item, values) {
    this.change((state, id, stamp) => states.answer(state, id, item, values, stamp));
  }

  /** What `change` gives is stored at once. @param {Change} change */
  change(change) {
    if (!this.writable) return this.#tell();
    this.#read();
    const id = states.current(this.#state) || randomId();
    let next = change(this.#state, id, this.stamp());
    if (next !== this.#state && next.projects[id] && !next.local.current) {
      next = states.use(next, id);
    }
    if (next !== this.#state) {
      this.#state = next;
      this.#save();
    }
    return this.#tell();
  }

  /** Who writes now, and when. @returns {Stamp} */
  stamp() {
    const by = this.#state.local.label || browserName(navigator.userAgent);
    return { when: new Date().toISOString(), writer: this.#writer, by };
  }

  /** Notes that a backup has been taken. */
  backedUp() {
    const local = { ...this.#state.local, saved: new Date().toISOString(), changes: 0 };
    this.change((state) => ({ ...state, local }));
  }

  /** Takes in another state: a colleague's file, a backup. @param {State} theirs */
  take(theirs) {
    this.change((state) => merge(state, theirs));
  }

  /** Everything of this site in this browser is gone, for good. */
  erase() {
    this.#state = states.empty();
    this.#stored = null;
    this.#writer = randomId();
    try {
      for (const key of Object.keys(this.#storage ?? {})) {
        const ours = key === this.#key || key.startsWith(`${this.#key}:`);
        if (ours) this.#storage?.removeItem(key);
      }
    } catch {
      this.status = "blocked";
    }
    this.#tell();
  }

  #tell() {
    return this.dispatchEvent(new Event("change"));
  }

  /** @param {StorageEvent} event */
  #follow({ key, newValue }) {
    // A null key means that everything was cleared.
    if (key !== null && key !== this.#key) return;
    if (key === null || newValue === null) {
      // Erased in another tab, or by the browser: what is here is all that is left of it, and the
      // reader decides. Writing it back unasked would undo a deletion.
      this.#state = states.empty();
      this.#stored = null;
    } else {
      const mine = this.#state;
      // What the other tab wrote, also where ours has been written over it since.
      const theirs = this.#takeIn(newValue);
      // What another tab wrote without knowing of ours is completed at once.
      if (theirs && this.status === "saved" && !covers(theirs, mine)) this.#save();
    }
    this.#tell();
  }

  /** Takes in what is stored now. */
  #read() {
    if (!this.#storage) return;
    let found;
    try {
      found = this.#storage.getItem(this.#key);
    } catch {
      this.status = "blocked";
      return;
    }
    this.#takeIn(found);
  }

  /** Merges a stored text; gives its state when it was new. @param {string | null} found */
  #takeIn(found) {
    if (found === this.#stored || found === null) return undefined;
    this.#stored = found;
    const { state, problem } = read(found);
    if (state && problem === "newer") {
      this.status = "newer";
      this.#state = state;
    } else if (state) {
      this.#state = { ...merge(state, this.#state), local: { ...state.local } };
    } else {
      this.#rescue(found);
    }
    return state;
  }

  /** What cannot be read is put aside, never thrown away. @param {string} found */
  #rescue(found) {
    try {
      this.#storage?.setItem(`${this.#key}:unreadable`, found);
    } catch {
      this.status = "full";
    }
  }

  #save() {
    if (!this.#storage) return;
    const made = text(this.#state);
    try {
      this.#storage.setItem(this.#key, made);
      this.#stored = made;
      this.status = "saved";
    } catch {
      this.status = "full";
    }
  }
}

/** @type {Map<string, Store>} */
const stores = new Map();

/** The one store of a site, so that every list on a page shares it. @param {string} [site] */
export function storeOf(site = "") {
  const store = stores.get(site) ?? new Store(site);
  stores.set(site, store);
  return store;
}

/** True when something has been answered in this browser, on whatever site of this address. */
export function answers() {
  try {
    return Object.keys(localStorage).some((key) => key.startsWith("checklists:"));
  } catch {
    return false;
  }
}
