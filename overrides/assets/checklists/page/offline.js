// Has the browser keep the guide, and says when a new version of it is ready. Nothing is sent.

import { seek } from "../elements/find.js";
import { node } from "../elements/node.js";

const AFTER = 3000; // ms: what the reader came for is fetched first

export function keepOffline() {
  const asked = seek(document, "meta[name=guide-offline]", HTMLMetaElement);
  if (!asked || !navigator.serviceWorker || sparing()) return;
  // Material's navigation keeps the head of the first page: the address is that page's own.
  const worker = new URL(asked.content, location.href);
  const { ready = "", use = "", later = "" } = asked.dataset;
  const offering = (/** @type {ServiceWorker} */ fresh) => offer(fresh, ready, use, later);
  const begin = () => setTimeout(() => register(worker, offering), AFTER);
  if (document.readyState === "complete") begin();
  else window.addEventListener("load", begin, { once: true });
}

/** True when the reader has asked to have little fetched: known in Chromium only. */
function sparing() {
  const { connection } = /** @type {{connection?: {saveData: boolean}}} */ (navigator);
  return Boolean(connection?.saveData);
}

/** @param {URL} worker @param {(fresh: ServiceWorker) => void} offering */
async function register(worker, offering) {
  /** @type {ServiceWorkerRegistration | undefined} */
  let registration;
  try {
    registration = await navigator.serviceWorker.register(worker);
  } catch {
    return; // Kept nowhere, then: the guide works as long as there is a net.
  }
  if (!registration) return; // A browser that only seems to have workers.
  const tell = (/** @type {ServiceWorker | null} */ waiting) => {
    if (waiting && navigator.serviceWorker.controller) offering(waiting);
  };
  tell(registration.waiting);
  registration.addEventListener("updatefound", () => {
    const fresh = registration.installing;
    fresh?.addEventListener("statechange", () => fresh.state === "installed" && tell(fresh));
  });
}

/**
 * One line at the bottom, said once; the reader decides when.
 * @param {ServiceWorker} waiting
 * @param {string} ready @param {string} use @param {string} later its words
 */
function offer(waiting, ready, use, later) {
  if (document.querySelector(".guide-fresh")) return;
  const yes = node("button", { type: "button" }, use);
  const no = node("button", { type: "button" }, later);
  const line = node("p", { role: "status" });
  const bar = node("div", { class: "guide-fresh" }, line, yes, no);
  no.addEventListener("click", () => bar.remove());
  yes.addEventListener("click", () => {
    const again = () => location.reload();
    navigator.serviceWorker.addEventListener("controllerchange", again, { once: true });
    waiting.postMessage("use");
  });
  document.body.append(bar);
  // Put in after the status is there, so that it is read aloud.
  line.textContent = ready;
}
