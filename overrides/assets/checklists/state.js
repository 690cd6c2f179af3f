// What answers are and how they change: pure functions, no page and no storage in sight.

/** The stored format. A newer one than this is shown, never written over. */
export const VERSION = 1;

/**
 * @typedef {{version: number, ticks: Record<string, string>}} State
 *   `ticks`: item id → when it was ticked (ISO 8601, UTC). Ids that no page knows are kept.
 */

/** @returns {State} */
export const empty = () => ({ version: VERSION, ticks: {} });

/**
 * Reads stored text. Anything that is not ours gives an empty state; what is ours is kept whole.
 * @param {string | null} text
 * @returns {State & {newer?: boolean}}
 */
export function parse(text) {
  if (!text) return empty();
  let found;
  try {
    found = JSON.parse(text);
  } catch {
    return empty();
  }
  if (!found || typeof found !== "object" || typeof found.version !== "number") return empty();
  const ticks = {};
  for (const [id, when] of Object.entries(found.ticks ?? {})) {
    if (isId(id) && typeof when === "string") ticks[id] = when;
  }
  return { ...found, ticks, newer: found.version > VERSION };
}

/** Ids as the data file has them; keeps prototype keys and markup out. */
export const isId = (id) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) && id.length <= 64;

/** @param {State} state */
export const text = (state) => JSON.stringify({ ...state, newer: undefined });

/**
 * A state with one item ticked or not.
 * @param {State} state @param {string} id @param {boolean} ticked @param {string} when
 * @returns {State}
 */
export function tick(state, id, ticked, when) {
  const ticks = { ...state.ticks };
  if (ticked) ticks[id] = when;
  else delete ticks[id];
  return { ...state, ticks };
}

/** A state without the ticks of these items, and those ticks by themselves, for undoing. */
export function clear(state, ids) {
  const removed = {};
  const ticks = { ...state.ticks };
  for (const id of ids) {
    if (Object.hasOwn(ticks, id)) removed[id] = ticks[id];
    delete ticks[id];
  }
  return [{ ...state, ticks }, removed];
}

/** A state with removed ticks back, but never over a newer tick. */
export const restore = (state, removed) => ({ ...state, ticks: { ...removed, ...state.ticks } });

export const isTicked = (state, id) => Object.hasOwn(state.ticks, id);

/**
 * Done items in all and by priority.
 * @param {State} state
 * @param {{id: string, priority: string}[]} items
 * @returns {Record<string, {done: number, total: number}>}
 */
export function progress(state, items) {
  const made = { all: { done: 0, total: 0 } };
  for (const { id, priority } of new Map(items.map((item) => [item.id, item])).values()) {
    made[priority] ??= { done: 0, total: 0 };
    for (const key of ["all", priority]) {
      made[key].total += 1;
      if (isTicked(state, id)) made[key].done += 1;
    }
  }
  return made;
}
