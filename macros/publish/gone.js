// Takes away what an earlier build kept in the reader's browser: the site no longer works without
// a net.

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

worker.addEventListener("install", () => worker.skipWaiting());
worker.addEventListener("activate", (event) => {
  event.waitUntil(leave());
});

async function leave() {
  await worker.clients.claim();
  const names = (await caches.keys()).filter((name) => name.startsWith(NAME));
  await Promise.all(names.map((name) => caches.delete(name)));
  await worker.registration.unregister();
}
