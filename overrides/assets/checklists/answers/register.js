// One field's values: those that nobody has replaced yet, and what has been seen. Pure.
//
// A field holds one value as a rule, several when two browsers changed it without knowing of each
// other. Each value has a dot, «writer:number», and a project knows which dots it has seen; so a
// merge can tell «replaced» from «never heard of», whatever the clocks of the machines say.

/** @typedef {[value: string, when: string, dot: string, by: string]} Entry */

/** A map without a prototype, so that no key of anybody's can mean something else. */
export const map = (from = {}) => Object.assign(Object.create(null), from);

/** The value that is shown of several: the one written last, by its dot where times are equal. */
export const latest = (entries) =>
  entries.reduce((a, b) => (b[1] > a[1] || (b[1] === a[1] && b[2] > a[2]) ? b : a));

/** A field's value, «» when there is none. @param {Entry[] | undefined} entries */
export const value = (entries) => (entries?.length ? latest(entries)[0] : "");

/** Values that contradict each other; empty when there is at most one. @returns {Entry[]} */
export function conflict(entries) {
  const found = new Map((entries ?? []).map((entry) => [entry[0], entry]));
  return found.size > 1 ? [...found.values()] : [];
}

const dotOf = (dot) => {
  const cut = dot.lastIndexOf(":");
  return [dot.slice(0, cut), Number(dot.slice(cut + 1))];
};

export const knows = (seen, dot) => {
  const [writer, number] = dotOf(dot);
  return (seen[writer] ?? 0) >= number;
};

export const sorted = (entries) => entries.toSorted((a, b) => (a[2] < b[2] ? -1 : a[2] > b[2] ? 1 : 0));
