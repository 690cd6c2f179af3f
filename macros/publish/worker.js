// Keeps one whole version of the guide in the browser, so that it works without a net. Made at
// build: offline.py writes VERSION, FILES and the rest of the first lines. Served from the site's
// root. It speaks of the site's own files only, and never stands between the reader and the net.

const CACHE = OWN + VERSION;
// A version that lacks more than this share of its files is not taken into use.
const SPARE = 0.1;
// What may be answered and kept: path, with its letters as they are → address.
const KNOWN = new Map(
  [...FILES, ...LATER].map((file) => {
    const { href, pathname } = new URL(file, HERE);
    return [decodeURIComponent(pathname), href];
  }),
);

worker.addEventListener("install", (event) => {
  event.waitUntil(install());
});

/** Fetches what is kept from the start. A file that is not to be had comes from the net later. */
async function install() {
  await caches.open(CACHE);
  const kept = await Promise.all(FILES.map((file) => fetched(new URL(file, HERE).href)));
  const lost = kept.filter((one) => !one).length;
  if (lost <= Math.max(1, FILES.length * SPARE)) return;
  await caches.delete(CACHE);
  throw new Error(`${lost} of ${FILES.length} files could not be kept`);
}

/** @param {string} address */
async function fetched(address) {
  try {
    return await keep(address, await fetch(address, { cache: "no-cache" }));
  } catch {
    return false;
  }
}

worker.addEventListener("activate", (event) => {
  event.waitUntil(takeOver());
});

/** This version answers from now on; the others are taken away. */
async function takeOver() {
  const old = (await own()).filter((name) => name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
  await worker.clients.claim();
}

// The page asks for it when the reader has said yes.
worker.addEventListener("message", (event) => {
  if (event.data === "use") worker.skipWaiting();
});

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || request.cache === "no-store") return;
  const path = url.origin === HERE.origin ? asNamed(url.pathname) : null;
  const address = path === null ? null : KNOWN.get(path);
  if (address) event.respondWith(answer(event, address));
  else if (path !== null && KNOWN.has(`${path}/`)) {
    // A page's links count from its folder, as a server that leads on there knows.
    event.respondWith(Response.redirect(`${url.origin}${url.pathname}/${url.search}`));
  } else if (request.mode === "navigate") event.respondWith(fromNet(event));
});

/** The name of what a path asks for, pages as folders; null when it is no name.
 * @param {string} path */
function asNamed(path) {
  try {
    return decodeURIComponent(path).replace(/\/index\.html$/, "/");
  } catch {
    return null;
  }
}

/** One of our files. A query in its address is for the scripts: the file is the same.
 * @param {FetchEvent} event @param {string} address */
async function answer(event, address) {
  return (await held(address)) ?? fromNet(event, address);
}

/** What is not kept; without a net our own page says so.
 * @param {FetchEvent} event @param {string} [address] of one of our files: kept from now on */
async function fromNet(event, address) {
  const { request } = event;
  try {
    const fresh = await fetch(request);
    const plain = !new URL(request.url).search;
    if (address && plain) event.waitUntil(keep(address, fresh.clone()));
    return fresh;
  } catch (fault) {
    const page = request.mode === "navigate";
    const missing = page && (await held(new URL(MISSING, HERE).href));
    if (missing) return missing;
    throw fault;
  }
}

/** @param {string} address @returns {Promise<Response | undefined>} */
async function held(address) {
  try {
    return await caches.match(address, { cacheName: CACHE, ignoreVary: true });
  } catch {
    return undefined; // A browser that cannot read what it kept asks the net.
  }
}

/**
 * Keeps a whole answer that may be kept. True when it is: there may be no room for it.
 * @param {string} address @param {Response} fresh
 */
async function keep(address, fresh) {
  const secret = /no-store/i.test(fresh.headers.get("cache-control") ?? "");
  if (fresh.status !== 200 || secret || !leadsHome(address, fresh)) return false;
  try {
    // Not when another version has taken this one's place away meanwhile.
    if (!(await caches.has(CACHE))) return false;
    const cache = await caches.open(CACHE);
    // A browser refuses a page that it was led to: the copy tells of no way.
    await cache.put(address, fresh.redirected ? new Response(fresh.body, fresh) : fresh);
    return true;
  } catch {
    return false;
  }
}

/** False of an answer from elsewhere, as when a server has somebody log in first. A host may call
 * «/404.html» «/404». @param {string} address @param {Response} fresh */
function leadsHome(address, fresh) {
  if (!fresh.redirected) return true;
  const [asked, given] = [address, fresh.url].map((one) => {
    const { origin, pathname } = new URL(one);
    return origin + pathname.replace(/(\/index)?(\.html)?\/?$/, "");
  });
  return asked === given;
}
