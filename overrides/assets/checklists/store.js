// The only user of localStorage: guarded, keyed by site id, followed by every other tab.

import { clear, empty, parse, restore, text, tick } from "./state.js";

/** Answers of one site. Fires `change` when they change here or in another tab. */
export class Store extends EventTarget {
  #key;
  #storage;
  #state = empty();
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
    if (this.status !== "blocked") window.addEventListener("storage", (event) => this.#follow(event));
  }

  get state() {
    return this.#state;
  }

  /** @param {string} id @param {boolean} ticked */
  tick(id, ticked) {
    this.#write((state) => tick(state, id, ticked, new Date().toISOString()));
  }

  /** Removes the ticks of these items; gives a function that brings them back. */
  clear(ids) {
    let removed = {};
    this.#write((state) => {
      let next;
      [next, removed] = clear(state, ids);
      return next;
    });
    return { count: Object.keys(removed).length, undo: () => this.#write((s) => restore(s, removed)) };
  }

  #follow(event) {
    // A null key means that everything was cleared.
    if (event.key !== null && event.key !== this.#key) return;
    this.#read();
    this.dispatchEvent(new Event("change"));
  }

  #read() {
    if (!this.#storage) return;
    try {
      this.#state = parse(this.#storage.getItem(this.#key));
      if (this.#state.newer) this.status = "newer";
    } catch {
      this.status = "blocked";
    }
  }

  #write(change) {
    if (this.status === "newer") return this.dispatchEvent(new Event("change"));
    // Another tab may have written since: change what is stored, not what was read before. What
    // could not be stored is only here, so it must not be read over.
    if (this.status === "saved") this.#read();
    this.#state = change(this.#state);
    if (this.#storage) {
      try {
        this.#storage.setItem(this.#key, text(this.#state));
        this.status = "saved";
      } catch {
        this.status = "full";
      }
    }
    return this.dispatchEvent(new Event("change"));
  }
}

const stores = new Map();

/** The one store of a site, so that every list on a page shares it. */
export function storeOf(site) {
  if (!stores.has(site)) stores.set(site, new Store(site));
  return stores.get(site);
}
