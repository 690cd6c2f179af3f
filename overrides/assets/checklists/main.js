// The one script that every page loads. What a page does not need is fetched where it is needed.

import { CheckPrint } from "./check-print.js";
import { keepOffline } from "./offline.js";
import { openForPrint, openTarget } from "./page.js";
import { openSearch } from "./search-open.js";
import { answers } from "./store.js";
import { explainTerms } from "./terms.js";

// Lists first: a filter asks them what the reader has answered. What only tells of answers waits
// until there are some.
const ELEMENTS = [
  ["check-list", () => lists("CheckList")],
  ["check-filter", () => lists("CheckFilter")],
  ["check-document", () => import("./check-document.js").then((m) => m.CheckDocument)],
  ["check-reply", () => import("./check-reply.js").then((m) => m.CheckReply)],
  ["check-compare", () => import("./check-compare.js").then((m) => m.CheckCompare)],
  ["check-plan", () => import("./check-plan.js").then((m) => m.CheckPlan)],
  ["check-progress", () => lists("CheckProgress"), answers],
  ["check-continue", () => lists("CheckContinue"), answers],
  ["downtime-cost", () => lists("DowntimeCost")],
];
const asked = new Set();

const lists = (name) => import("./lists.js").then((m) => m.lists[name]);

/** Defines what the page holds; fetched side by side, defined in order. */
async function define() {
  const wanted = ELEMENTS.filter(([name, , when]) => !asked.has(name) && document.querySelector(name) && (!when || when()));
  for (const [name] of wanted) asked.add(name);
  const made = wanted.map(([name, load]) => [name, load()]);
  for (const [name, element] of made) {
    try {
      customElements.define(name, await element);
    } catch {
      asked.delete(name); // No net just now: the next page tries again.
    }
  }
}

customElements.define("check-print", CheckPrint);
explainTerms();
openForPrint();
openTarget();
openSearch();
keepOffline();
// Material's navigation changes the page without loading it anew, and tells so here.
if (window.document$) window.document$.subscribe(define);
else define();
