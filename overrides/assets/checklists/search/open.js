// The way to the search: a dialog with a field at once, all else fetched the first time it is used.
// Without scripts the same link leads to the index from A to Å.

import { elsewhere } from "../elements/address.js";
import { find, outer } from "../elements/find.js";
import { button, node } from "../elements/node.js";
import { NAMES, linkToSearch, searchWords } from "./asked.js";

/** @typedef {() => Promise<{begin: (dialog: HTMLDialogElement) => void}>} Fetch */

/** @type {HTMLDialogElement | undefined} */
let shown;

/**
 * Listens for the links and buttons that open the search, for Ctrl + K, and for an address with a
 * query.
 * @param {Fetch} fetch what makes an opened dialog search
 */
export function openSearch(fetch) {
  const open = () => opened(fetch);
  const fromAddress = () => {
    if (new URLSearchParams(location.search).has(NAMES.query)) open();
    else shown?.close();
  };
  const clicked = (/** @type {MouseEvent} */ event) => {
    if (elsewhere(event) || !outer(event.target, "[data-search-open]", HTMLElement)) return;
    // Before Material's navigation takes the link.
    event.preventDefault();
    event.stopImmediatePropagation();
    open();
  };
  document.addEventListener("click", clicked, { capture: true });
  document.addEventListener("keydown", (event) => {
    const alone = !event.shiftKey && !event.altKey && event.key.toLowerCase() === "k";
    if (!alone || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    open();
  });
  window.addEventListener("popstate", fromAddress);
  fromAddress();
}

/** @param {Fetch} fetch */
function opened(fetch) {
  shown ??= dialog();
  if (!shown) return;
  const made = shown;
  if (!made.open) made.showModal();
  find(made, "input[type=search]", HTMLInputElement).focus();
  fetch().then(
    ({ begin }) => begin(made),
    () => {
      const t = searchWords();
      find(made, "[role=status]", HTMLElement).textContent = t("failed");
    },
  );
}

const FIELD = {
  ...{ type: "search", id: "guide-search-field", "aria-describedby": "guide-search-status" },
  ...{ autocomplete: "off", autocapitalize: "off", autocorrect: "off", spellcheck: "false" },
  ...{ enterkeyhint: "search", maxlength: "200" },
};

/** The dialog, put into the page; undefined on a page without a link to the search. */
function dialog() {
  const link = linkToSearch();
  if (!link) return undefined;
  const t = searchWords();
  const title = { id: "guide-search-title", class: "guide-search__title" };
  const close = button("close", t("close"), { class: "guide-search__close" });
  const field = { ...FIELD, "aria-label": t("field"), placeholder: t("field") };
  const form = node(
    "form",
    { class: "guide-search__form", role: "search", "aria-label": t("title") },
    node("div", { class: "guide-search__top" }, node("h2", title, t("title")), close),
    node("input", field),
    node("div", { class: "guide-search__only" }),
  );
  const status = { class: "guide-search__status", id: "guide-search-status", role: "status" };
  const made = node(
    "dialog",
    { class: "guide-search md-typeset", "aria-labelledby": "guide-search-title" },
    form,
    node("p", status),
    node("div", { class: "guide-search__found" }),
  );
  made.dataset.index = link.href;
  form.addEventListener("submit", (event) => event.preventDefault());
  close.addEventListener("click", () => made.close());
  document.body.append(made);
  return made;
}
