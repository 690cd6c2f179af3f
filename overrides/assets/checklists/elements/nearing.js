// What a part of the page needs, fetched when the reader comes near it.

/**
 * @param {Element} part
 * @param {() => Promise<void>} act once
 * @returns {() => void} does it without waiting for the reader
 */
export function nearing(part, act) {
  /** @type {Promise<void> | undefined} */
  let begun;
  const begin = () => {
    begun ??= act();
    begun.catch(() => {}); // No net: the part stays as it is.
  };
  for (const name of ["pointerover", "focusin"]) part.addEventListener(name, begin, { once: true });
  return begin;
}
