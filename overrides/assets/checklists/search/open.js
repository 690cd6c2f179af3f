// The way to the search: a dialog with a field at once, all else fetched the first time it is used.
// Without scripts the same link leads to the index from A to Å.

import { node } from "../elements/node.js";
import { NAMES, wordsOf } from "./asked.js";

let shown;
let fetched;

/**
 * Listens for the links and buttons that open the search, for Ctrl + K, and for an address with a
 * query. `fetch` fetches what makes an opened dialog search.
 * @param {() => Promise<{begin: (dialog: HTMLDialogElement) => void}>} fetch
 */
export function openSearch(fetch) {
  fetched = fetch;
  document.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-search-open]");
    if (!opener || event.ctrlKey || event.metaKey || event.shiftKey) return;
    // Before Material's navigation takes the link.
    event.preventDefault();
    event.stopImmediatePropagation();
    open();
  }, { capture: true });
  document.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || event.key.toLowerCase() !== "k") return;
    event.preventDefault();
    open();
  });
  window.addEventListener("popstate", fromAddress);
  fromAddress();
}

function fromAddress() {
  const asked = new URLSearchParams(location.search).has(NAMES.query);
  if (asked) open();
  else shown?.close();
}

function open() {
  shown ??= dialog();
  if (!shown) return;
  if (!shown.open) shown.showModal();
  shown.querySelector("input[type=search]").focus();
  fetched().then(({ begin }) => begin(shown), () => failed(shown));
}

function failed(dialog) {
  dialog.querySelector("[role=status]").textContent = wordsOf().failed;
}

function dialog() {
  const link = document.querySelector("[data-search-words]");
  if (!link) return null;
  const words = wordsOf();
  const made = node("dialog", { class: "guide-search md-typeset", "aria-labelledby": "guide-search-title" },
    node("form", { class: "guide-search__form", role: "search", "aria-label": words.title },
      node("div", { class: "guide-search__top" },
        node("h2", { id: "guide-search-title", class: "guide-search__title" }, words.title),
        node("button", { type: "button", class: "guide-search__close", "data-act": "close" }, words.close)),
      node("input", { type: "search", id: "guide-search-field", "aria-label": words.field, placeholder: words.field, "aria-describedby": "guide-search-status",
        autocomplete: "off", autocapitalize: "off", autocorrect: "off", spellcheck: "false", enterkeyhint: "search", maxlength: "200" }),
      node("div", { class: "guide-search__only" })),
    node("p", { class: "guide-search__status", id: "guide-search-status", role: "status" }),
    node("div", { class: "guide-search__found" }));
  made.dataset.index = link.href;
  made.querySelector("form").addEventListener("submit", (event) => event.preventDefault());
  made.querySelector("[data-act=close]").addEventListener("click", () => made.close());
  document.body.append(made);
  return made;
}
