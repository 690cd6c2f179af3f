// Has the browser keep the guide, and says when a new version of it is ready. Nothing is sent.

import { node } from "../elements/node.js";

const AFTER = 3000; // ms: what the reader came for is fetched first

export function keepOffline() {
  const asked = document.querySelector("meta[name=guide-offline]");
  if (!asked || !navigator.serviceWorker || navigator.connection?.saveData) return;
  // Material's navigation keeps the head of the first page: the address is that page's own.
  const worker = new URL(asked.content, location.href);
  const words = asked.dataset;
  const begin = () => setTimeout(() => register(worker, words), AFTER);
  if (document.readyState === "complete") begin();
  else window.addEventListener("load", begin, { once: true });
}

async function register(worker, words) {
  let registration;
  try {
    registration = await navigator.serviceWorker.register(worker);
  } catch {
    return; // Kept nowhere, then: the guide works as long as there is a net.
  }
  if (!registration) return; // A browser that only seems to have workers.
  const tell = (waiting) => waiting && navigator.serviceWorker.controller && offer(waiting, words);
  tell(registration.waiting);
  registration.addEventListener("updatefound", () => {
    const fresh = registration.installing;
    fresh?.addEventListener("statechange", () => fresh.state === "installed" && tell(fresh));
  });
}

/** One line at the bottom, said once; the reader decides when. */
function offer(waiting, words) {
  if (document.querySelector(".guide-fresh")) return;
  const use = node("button", { type: "button" }, words.use);
  const later = node("button", { type: "button" }, words.later);
  const bar = node("div", { class: "guide-fresh" }, node("p", { role: "status" }), use, later);
  later.addEventListener("click", () => bar.remove());
  use.addEventListener("click", () => {
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
    waiting.postMessage("use");
  });
  document.body.append(bar);
  // Put in after the status is there, so that it is read aloud.
  bar.querySelector("p").textContent = words.ready;
}
