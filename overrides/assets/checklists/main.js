// The one script that every page loads. What a page does not need is fetched where it is needed.

import { settle } from "./answers/key.js";
import { answers } from "./answers/store.js";
import { elsewhere } from "./elements/address.js";
import { findAll, outer } from "./elements/find.js";
import { followLanguage } from "./page/chosen.js";
import { tellColours } from "./page/colours.js";
import { backToPlace, stayOnThePage } from "./page/fragment.js";
import { letGo } from "./page/left.js";
import { openMenu } from "./page/menu.js";
import { keepOffline } from "./page/offline.js";
import { openForPrint } from "./page/print.js";
import { openTarget } from "./page/target.js";
import { touchTerms } from "./page/touched.js";
import { openSearch } from "./search/open.js";

/**
 * @typedef {() => Promise<{elements: Record<string, CustomElementConstructor>}>} Load
 * @typedef {{subscribe: (follow: () => void) => void}} Pages each page that is shown
 * @typedef {{next: (address: URL) => void}} Addresses each address that is followed
 */

/** @type {Load} */
const lists = () => import("./lists.js");
/** @type {Load} */
const next = () => import("./check-next.js");
const folder = () => import("./check-folder.js").then((team) => team.follow(), () => {});
const PAPER = "check-print > [open]";
const begun = () => answers() || document.querySelector("check-plan");

// Lists first: a filter asks them what the reader has answered. What only tells of answers waits
// until there are some.
/** @type {[name: string, load: Load, when?: () => unknown][]} */
const ELEMENTS = [
  ["check-list", lists],
  ["check-filter", () => import("./check-filter.js")],
  ["check-fit", lists],
  ["check-numbers", () => import("./check-numbers.js"), begun],
  ["check-lead", () => import("./check-lead.js")],
  ["check-document", () => import("./check-document.js")],
  ["check-reply", () => import("./check-reply.js")],
  ["check-compare", () => import("./check-compare.js")],
  ["check-plan", () => import("./check-plan.js")],
  ["check-start", next],
  ["check-overview", next, begun],
  ["check-ask", () => import("./ask.js"), answers],
  ["check-framework", () => import("./check-framework.js")],
  ["check-files", () => import("./check-files.js"), answers],
  ["check-progress", next, begun],
  ["check-continue", next, answers],
  ["check-next", next, begun],
  ["downtime-cost", lists],
  ["check-print", () => import("./check-print.js"), () => document.querySelector(PAPER)],
];
const asked = new Set();
const LATEST = 60_000; // ms between two tries without a net
let wait = 1000;
let trying = 0;

// A guide in several languages has one set of answers: it begins where the first of them does.
const below = document.querySelector('meta[name="guide-language"]') ? "../" : "";
const place = new URL(`../../${below}`, import.meta.url).pathname;
const shared = document.querySelector('meta[name="guide-shared"]');
settle(shared ? "" : place, document.documentElement.lang);

/** Defines what the page holds; fetched side by side, defined in order. */
async function define() {
  const wanted = ELEMENTS.filter(
    ([name, , when]) => !asked.has(name) && document.querySelector(name) && (!when || when()),
  );
  for (const [name] of wanted) asked.add(name);
  const made = wanted.map(([name, load]) => ({
    name,
    coming: load().then(
      ({ elements }) => elements[name],
      () => null, // No net just now.
    ),
  }));
  for (const { name, coming } of made) {
    const element = await coming;
    if (element) customElements.define(name, element);
    else asked.delete(name);
  }
  if (made.every(({ name }) => asked.has(name))) return;
  clearTimeout(trying);
  trying = setTimeout(define, wait); // once more, and later each time
  wait = Math.min(2 * wait, LATEST);
}

openForPrint();
openTarget();
tellColours(() => import("./colours.js"));
touchTerms(() => import("./terms.js"));
// What a field needs comes when somebody steps into the first.
document.addEventListener("focusin", ({ target }) => {
  const field = outer(target, "textarea, [maxlength]", HTMLElement);
  if (field) import("./typing.js").catch(() => {}); // no net just now
});
followLanguage(() => import("./language.js"));
openSearch(() => import("./search.js"));
keepOffline();
document.addEventListener("click", (event) => {
  const link = outer(event.target, "[href$='index.md']", HTMLAnchorElement);
  if (!link || elsewhere(event)) return;
  event.preventDefault();
  import("./copy-page.js").then(({ copy }) => copy(link));
});
/** @param {Event} event toggle: how the page is printed is chosen where it is unfolded */
const unfolded = ({ target }) => outer(target, PAPER, HTMLElement) && define();
// Material's navigation changes the page without loading it anew, and tells so here.
const { document$: pages, location$: addresses } =
  /** @type {{document$?: Pages, location$?: Addresses}} */ (window);
stayOnThePage(addresses);
const [menu, left, back] = [openMenu(), letGo(), backToPlace()];
const shown = () => {
  left();
  menu();
  back();
  for (const paper of findAll(document, "check-print", HTMLElement)) paper.hidden = false;
  // A team's folder is read and written on every page.
  if (answers(":mappe")) folder();
  return define();
};
// The first answer: from now on there is something to tell of.
document.addEventListener("checklist:answer", define);
document.addEventListener("checklist:folder", folder);
window.addEventListener("online", define);
document.addEventListener("toggle", unfolded, true);
if (pages) pages.subscribe(shown);
else shown();
