// Takes away what an earlier build kept in the reader's browser: the site no longer works without a net.

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => {
  event.waitUntil(
    self.clients.claim()
      .then(() => caches.keys())
      .then((names) => Promise.all(names.filter((name) => name.startsWith(NAME)).map((name) => caches.delete(name))))
      .then(() => self.registration.unregister()),
  );
});
