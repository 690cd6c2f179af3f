// An edition's own logo, for files that are made here; the guide itself has none.

/**
 * Its bytes, as a PNG; nothing where there is none, or where it cannot be fetched: a file is made
 * without it rather than not at all.
 * @param {string} way from the page to the site's root @param {{logo?: string}} catalog
 * @returns {Promise<Uint8Array | undefined>}
 */
export async function logoOf(way, { logo }) {
  if (!logo) return undefined;
  try {
    const answer = await fetch(`${way}/${logo}`);
    return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : undefined;
  } catch {
    return undefined;
  }
}
