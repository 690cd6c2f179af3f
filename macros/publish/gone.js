// Takes away what an earlier build kept in the reader's browser: the site no longer works without
// a net.

worker.addEventListener("install", () => worker.skipWaiting());
worker.addEventListener("activate", (event) => {
  event.waitUntil(leave());
});

async function leave() {
  await worker.clients.claim();
  await Promise.all((await own()).map((name) => caches.delete(name)));
  await worker.registration.unregister();
}
