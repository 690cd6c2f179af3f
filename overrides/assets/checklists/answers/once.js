// What is worked out of a value that is never changed in place is worked out once for it. Pure.

/**
 * As `of`, but each thing is asked about once.
 * @template {object} A @template B @param {(thing: A) => B} of what it gives is never changed
 * @returns {(thing: A) => B}
 */
export function once(of) {
  /** @type {WeakMap<A, {made: B}>} */
  const known = new WeakMap();
  return (thing) => {
    const before = known.get(thing);
    if (before) return before.made;
    const made = of(thing);
    known.set(thing, { made });
    return made;
  };
}
