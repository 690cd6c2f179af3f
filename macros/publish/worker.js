// Keeps one whole version of the guide in the browser, so that it works without a net. Made at build:
// offline.py writes VERSION, FILES and the rest of the first lines. Served from the site's root.

const CACHE = `${NAME}${VERSION}`;
const HERE = new URL("./", self.location.href);

self.addEventListener("install", (event) => {
  // All or nothing: a version that is half there is never used.
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(FILES.map((file) => new Request(new URL(file, HERE), { cache: "no-cache" })))));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches.keys()
      .then((names) => Promise.all(names.filter((name) => name.startsWith(NAME) && name !== CACHE).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

// The page asks for it when the reader has said yes.
self.addEventListener("message", (event) => {
  if (event.data === "use") self.skipWaiting();
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== HERE.origin || !url.pathname.startsWith(HERE.pathname)) return;
  event.respondWith(answer(request, url));
});

async function answer(request, url) {
  // A query in an address is for the scripts; the file is the same.
  const plain = url.origin + url.pathname;
  const kept = await caches.match(plain, { cacheName: CACHE });
  if (kept) return kept;
  try {
    const fresh = await fetch(request);
    // Not when another version has taken this one's place away meanwhile.
    if (fresh.ok && !fresh.redirected && (await caches.has(CACHE))) {
      await caches.open(CACHE).then((cache) => cache.put(plain, fresh.clone()));
    }
    return fresh;
  } catch (fault) {
    const missing = request.mode === "navigate" && (await caches.match(new URL(MISSING, HERE), { cacheName: CACHE }));
    if (missing) return missing;
    throw fault;
  }
}
