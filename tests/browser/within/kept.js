// All that a page can keep in a browser.

const opened = (name) =>
  new Promise((done, failed) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });

/** Keeps something in every place that there is. */
export async function keep() {
  localStorage.setItem("kept", "1");
  sessionStorage.setItem("kept", "1");
  document.cookie = "kept=1";
  (await opened("kept")).close();
  if ("caches" in window) await caches.open("kept");
}

/** What is kept, by place; places with nothing are left out. */
export async function everything() {
  const all = {
    local: Object.keys(localStorage).sort(),
    session: Object.keys(sessionStorage).sort(),
    cookie: document.cookie ? [document.cookie] : [],
    database: (await indexedDB.databases()).map(({ name }) => name),
    cache: "caches" in window ? await caches.keys() : [],
  };
  return Object.fromEntries(Object.entries(all).filter(([, kept]) => kept.length));
}
