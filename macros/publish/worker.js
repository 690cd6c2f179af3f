// Keeps one whole version of the guide in the browser, so that it works without a net. Made at
// build: offline.py writes VERSION, FILES and the rest of the first lines. Served from the site's
// root.

const CACHE = `${NAME}${VERSION}`;
const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const HERE = new URL("./", worker.location.href);

worker.addEventListener("install", (event) => {
  // All or nothing: a version that is half there is never used.
  const fresh = FILES.map((file) => new Request(new URL(file, HERE), { cache: "no-cache" }));
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(fresh)));
});

worker.addEventListener("activate", (event) => {
  event.waitUntil(takeOver());
});

/** This version answers from now on; the others are taken away. */
async function takeOver() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(NAME) && name !== CACHE);
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
  const ours = url.origin === HERE.origin && url.pathname.startsWith(HERE.pathname);
  if (request.method === "GET" && ours) event.respondWith(answer(request, url));
});

/** @param {Request} request @param {URL} url */
async function answer(request, url) {
  // A query in an address is for the scripts; the file is the same.
  const plain = url.origin + url.pathname;
  const kept = await caches.match(plain, { cacheName: CACHE });
  if (kept) return kept;
  try {
    const fresh = await fetch(request);
    // Not when another version has taken this one's place away meanwhile.
    if (fresh.ok && !fresh.redirected && (await caches.has(CACHE))) {
      const cache = await caches.open(CACHE);
      await cache.put(plain, fresh.clone());
    }
    return fresh;
  } catch (fault) {
    const page = request.mode === "navigate";
    const missing = page && (await caches.match(new URL(MISSING, HERE), { cacheName: CACHE }));
    if (missing) return missing;
    throw fault;
  }
}
