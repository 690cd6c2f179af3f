// Where the answers are kept: guarded, keyed by site id, one with every other tab.
//
// Each page writes under a name of its own and merges what others have written: of two tabs that
// write at once the one that is overwritten sees it, merges and writes again.

import { read, refusal } from "./accept.js";
import { SetAside, partsText } from "./aside.js";
import { browserName } from "./browser-name.js";
import { together, unknown } from "./cuts.js";
import { randomId } from "./ids.js";
import { claim, keyFor } from "./key.js";
import { covers, merge } from "./merge.js";
import * as states from "./state.js";
import { text } from "./written.js";

const BIG_GAP = 25; // changes since the last backup after which a reminder is due

/** @typedef {import("./state.js").State} State @typedef {import("./state.js").Stamp} Stamp */
/** @typedef {(state: State, id: string, stamp: Stamp) => State} Change `id`: the project in use */

/** Answers of one site. Fires `change` when they change here or in another tab. */
export class Store extends EventTarget {
  #key;
  #site;
  /** @type {Storage | undefined} */
  #storage;
  #state = states.empty();
  /** @type {string | null} */
  #stored = null;
  #writer = randomId();
  #aside;
  /** Why the last change was not made, a key of the words; «» when it was. */
  refused = "";
  /** True when the reader asks, in this visit, to see also what is not meant for her. */
  everything = false;
  /** «saved», «blocked» (no storage here), «full» (the last change is not kept) or «newer». */
  status = "saved";

  /** @param {string} site @param {() => Storage} storage may throw, as browsers do */
  constructor(site, storage = () => window.localStorage) {
    super();
    this.#site = site;
    this.#key = keyFor(site);
    try {
      this.#storage = storage();
      this.#key = keyFor(site, this.#storage);
      const probe = `${this.#key}:probe`;
      this.#storage.setItem(probe, "1");
      this.#storage.removeItem(probe);
    } catch {
      // Full storage still reads; blocked storage throws here too.
      this.status = this.#storage?.length ? "full" : "blocked";
    }
    this.#aside = new SetAside(this.#key, this.#storage);
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
    return this.change((state, id, stamp) => states.answer(state, id, item, values, stamp));
  }

  /**
   * What `change` gives is stored at once, with `later` by `save`; false when it is not, and
   * `refused` or `status` says why. What could not be read again is not made. What was written by
   * hand stays on the page when there is no room for it; with `whole` nothing is changed then.
   * @param {Change} change @param {boolean} [whole] @param {boolean} [later]
   */
  change(change, whole = false, later = false) {
    this.refused = "";
    this.#read();
    const done = this.writable && this.#make(change, whole, later);
    this.#tell();
    return done;
  }

  /** Stores what was to come later; nothing of what is erased by now. */
  save() {
    this.#read();
    if (this.writable && this.#state.local.current) this.#save();
    this.#tell();
  }

  /** @param {Change} change @param {boolean} whole @param {boolean} later */
  #make(change, whole, later) {
    const before = this.#state;
    const id = states.current(before) || randomId();
    let next = change(before, id, this.stamp());
    if (next === before) return true;
    if (next.projects[id] && !next.local.current) next = states.use(next, id);
    this.refused = refusal(before, next);
    if (this.refused) return false;
    const was = this.status;
    this.#state = next;
    if (later || this.#save() || !whole) return this.status !== "full";
    this.#state = before;
    this.status = was;
    this.refused = "room";
    return false;
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

  /**
   * Takes in another state: a colleague's file, a backup.
   * @param {State} theirs @param {(mine: State, theirs: State, stamp: Stamp) => State} [join]
   */
  take(theirs, join = merge) {
    // Whatever a file claims to have seen, nobody has seen what is written from here on.
    this.renew();
    return this.change((state, id, stamp) => join(state, theirs, stamp), true);
  }

  /** From here on this page writes by another name. */
  renew() {
    this.#writer = randomId();
  }

  /** What could not be read and was put aside, now and by earlier versions. */
  get aside() {
    return this.#aside.all;
  }

  /** Takes in what can be read by now of what was put aside; gives how many texts are left. */
  retry() {
    for (const { name, text: kept } of this.aside) {
      const { state, problem, aside } = read(kept);
      if (!state || problem || name === this.#key) continue;
      if (Object.keys(state.projects).length && !this.take(state)) break;
      this.#aside.leave(name, aside.length ? partsText(aside, kept) : "");
    }
    this.#tell();
    return this.aside.length;
  }

  /** What was put aside goes for good. */
  dropAside() {
    this.refused = "";
    if (this.#aside.unsafe) this.#stored = null;
    this.#aside.drop();
    this.#save();
    this.#tell();
  }

  /** [key, letters] of everything that stands in this storage. @returns {[string, number][]} */
  get sizes() {
    try {
      return Object.entries(this.#storage ?? {}).map(([key, kept]) => [key, kept.length]);
    } catch {
      return [];
    }
  }

  /** Everything of this site in this browser is gone, for good. */
  erase() {
    this.refused = "";
    this.#emptied();
    try {
      for (const key of Object.keys(this.#storage ?? {})) {
        if (`${key}:`.startsWith(`${this.#key}:`)) this.#storage?.removeItem(key);
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
    if (key === null || newValue === null) this.#emptied();
    else {
      const mine = this.#state;
      // What the other tab wrote, also where ours has been written over it since.
      const theirs = this.#takeIn(newValue);
      // What another tab wrote without knowing of ours is completed at once.
      const short = theirs && (!covers(theirs, mine) || unknown(this.#state, theirs).length > 0);
      if (short && this.status === "saved") this.#save();
    }
    this.#tell();
  }

  /** Erased in another tab, or by the browser: writing it back unasked would undo a deletion. Who
   * writes from here on has another name: the old one's first writes are in other people's copies.
   */
  #emptied() {
    this.#state = states.empty();
    this.#stored = null;
    this.#aside.unsafe = "";
    this.#writer = randomId();
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
    const { state, problem, aside } = read(found);
    if (state && problem === "newer") {
      this.status = "newer";
      this.#state = state;
      return state;
    }
    if (state) this.#state = together(state, this.#state);
    // What cannot be read is put aside, never thrown away.
    const bad = state ? aside.length && partsText(aside, found) : found;
    if (bad && !this.#aside.put(bad)) this.status = "full";
    return state;
  }

  /** True when the state is kept, as far as this browser keeps anything. */
  #save() {
    if (!this.#storage) return true;
    const made = text(this.#state);
    try {
      const { unsafe } = this.#aside;
      if (unsafe && !this.#aside.put(unsafe)) throw new Error("what is there is not safe yet");
      this.#storage.setItem(this.#key, made);
      claim(this.#site, this.#storage);
      this.#stored = made;
      this.status = "saved";
      return true;
    } catch {
      this.status = "full";
      return false;
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

/** True when something is kept in this browser, on whatever site of this address: anything, or what
 * has a name that ends so. @param {string} [end] */
export function answers(end = "") {
  try {
    return Object.keys(localStorage).some((k) => k.startsWith("checklists:") && k.endsWith(end));
  } catch {
    return false;
  }
}
