// Which caches of an origin are this copy's of the guide: others may stand beside it. Written above
// both workers by offline.py.
/* exported OWN, own */

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const HERE = new URL("./", worker.location.href);
// No address holds a space: so the names of one copy never begin as another's do.
const OWN = `${NAME} ${HERE.pathname} `;

/** The names of what this copy has kept, in this version or an earlier one. */
async function own() {
  const names = await caches.keys();
  const mine = await Promise.all(names.map((name) => name.startsWith(OWN) || wasOwn(name)));
  return names.filter((_, at) => mine[at]);
}

/**
 * True of what this copy kept when names told nothing of the place: it holds the front page, and
 * nothing from above it. @param {string} name
 */
async function wasOwn(name) {
  if (!name.startsWith(`${NAME}-`) || !/^[0-9a-f]{12}$/.test(name.slice(NAME.length + 1))) {
    return false;
  }
  const kept = await (await caches.open(name)).keys();
  const within = kept.every(({ url }) => url.startsWith(HERE.href));
  return within && kept.some(({ url }) => url === HERE.href);
}
