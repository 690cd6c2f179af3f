// Where the way to a chosen folder is kept: in IndexedDB, since only there can it be.

const DATABASE = "checklists-folder";
const STORE = "handles";

/**
 * @template T @param {IDBTransactionMode} mode
 * @param {(store: IDBObjectStore) => IDBRequest<T>} ask @returns {Promise<T>}
 */
async function within(mode, ask) {
  const opening = indexedDB.open(DATABASE, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
  const database = await ended(opening);
  try {
    return await ended(ask(database.transaction(STORE, mode).objectStore(STORE)));
  } finally {
    database.close();
  }
}

/** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
const ended = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** The folder that is kept for a guide; undefined when there is none.
 * @param {string} key @returns {Promise<import("./directory.js").Chosen | undefined>} */
export const kept = (key) => within("readonly", (store) => store.get(key));

/** @param {string} key @param {FileSystemDirectoryHandle} handle */
export const keep = (key, handle) => within("readwrite", (store) => store.put(handle, key));

/** @param {string} key */
export const drop = (key) => within("readwrite", (store) => store.delete(key));
