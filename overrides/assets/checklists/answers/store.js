// Where the answers are kept: guarded, keyed by site id, one with every other tab.
//
// Each page writes under a name of its own and merges what others have written, so two tabs that
// write at once lose nothing: whoever is overwritten sees it, merges and writes again.

import { read } from "./accept.js";
import { browserName } from "./browser-name.js";
import { covers, merge } from "./merge.js";
import * as states from "./state.js";
import { text } from "./written.js";

const BIG_GAP = 25; // changes since the last backup after which a reminder is due

/** Answers of one site. Fires `change` when they change here or in another tab. */
export class Store extends EventTarget {
  #key;
  #storage;
  #state = states.empty();
  #stored = null;
  #writer = random();
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
    if (this.status !== "blocked") window.addEventListener("storage", (event) => this.#follow(event));
  }

  /** @returns {states.State} */
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

  /** Sets fields of an item in the project in use, which is made when there is none. */
  answer(item, values) {
    this.change((state, id, stamp) => states.answer(state, id, item, values, stamp));
  }

  /** `change(state, project id, stamp)` gives the next state; it is stored at once. */
  change(change) {
    if (!this.writable) return this.#tell();
    this.#read();
    const id = states.current(this.#state) || random();
    let next = change(this.#state, id, this.stamp());
    if (next !== this.#state && next.projects[id] && !next.local.current) next = states.use(next, id);
    if (next !== this.#state) {
      this.#state = next;
      this.#save();
    }
    return this.#tell();
  }

  /** Who writes now, and when. */
  stamp() {
    const by = this.#state.local.label || browserName();
    return { when: new Date().toISOString(), writer: this.#writer, by };
  }

  /** Notes that a backup has been taken. */
  backedUp() {
    const local = { ...this.#state.local, saved: new Date().toISOString(), changes: 0 };
    this.change((state) => ({ ...state, local }));
  }

  /** Takes in another state: a colleague's file, a backup. */
  take(theirs) {
    this.change((state) => merge(state, theirs));
  }

  /** Everything of this site in this browser is gone, for good. */
  erase() {
    this.#state = states.empty();
    this.#stored = null;
    this.#writer = random();
    try {
      for (const key of Object.keys(this.#storage ?? {})) {
        if (key === this.#key || key.startsWith(`${this.#key}:`)) this.#storage.removeItem(key);
      }
    } catch {
      this.status = "blocked";
    }
    this.#tell();
  }

  #tell() {
    return this.dispatchEvent(new Event("change"));
  }

  #follow(event) {
    // A null key means that everything was cleared.
    if (event.key !== null && event.key !== this.#key) return;
    const gone = event.key === null || event.newValue === null;
    if (gone) {
      // Erased in another tab, or by the browser: what is here is all that is left of it, and the
      // reader decides. Writing it back unasked would undo a deletion.
      this.#state = states.empty();
      this.#stored = null;
    } else {
      const mine = this.#state;
      // What the other tab wrote, also where ours has been written over it since.
      const theirs = this.#takeIn(event.newValue);
      // What another tab wrote without knowing of ours is completed at once.
      if (theirs && this.status === "saved" && !covers(theirs, mine)) this.#save();
    }
    this.#tell();
  }

  /** Takes in what is stored now. */
  #read() {
    if (!this.#storage) return undefined;
    let found;
    try {
      found = this.#storage.getItem(this.#key);
    } catch {
      this.status = "blocked";
      return undefined;
    }
    return this.#takeIn(found);
  }

  /** Merges a stored text; gives its state when it was new. */
  #takeIn(found) {
    if (found === this.#stored || found === null) return undefined;
    this.#stored = found;
    const { state, problem } = read(found);
    if (problem === "newer") {
      this.status = "newer";
      this.#state = state;
    } else if (state) {
      this.#state = { ...merge(state, this.#state), local: { ...state.local } };
    } else {
      this.#rescue(found);
    }
    return state;
  }

  /** What cannot be read is put aside, never thrown away. */
  #rescue(found) {
    try {
      this.#storage.setItem(`${this.#key}:unreadable`, found);
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

const random = () => Math.random().toString(36).slice(2, 12).padEnd(6, "0");

const stores = new Map();

/** The one store of a site, so that every list on a page shares it. */
export function storeOf(site) {
  if (!stores.has(site)) stores.set(site, new Store(site));
  return stores.get(site);
}

/** True when something has been answered in this browser, on whatever site of this address. */
export function answers() {
  try {
    return Object.keys(localStorage).some((key) => key.startsWith("checklists:"));
  } catch {
    return false;
  }
}
