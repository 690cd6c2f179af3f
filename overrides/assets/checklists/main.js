// The one entry: defines the elements. They follow Material's instant navigation by themselves.

import { CheckCompare } from "./check-compare.js";
import { CheckContinue } from "./check-continue.js";
import { CheckDocument } from "./check-document.js";
import { CheckFilter } from "./check-filter.js";
import { CheckList } from "./check-list.js";
import { CheckPlan } from "./check-plan.js";
import { CheckPrint } from "./check-print.js";
import { CheckProgress } from "./check-progress.js";
import { CheckReply } from "./check-reply.js";
import { DowntimeCost } from "./downtime-cost.js";
import { keepOffline } from "./offline.js";
import { openForPrint, openTarget } from "./page.js";
import { openSearch } from "./search-open.js";
import { explainTerms } from "./terms.js";

// Lists first: a filter asks them what the reader has answered.
customElements.define("check-list", CheckList);
customElements.define("check-filter", CheckFilter);
customElements.define("check-document", CheckDocument);
customElements.define("check-reply", CheckReply);
customElements.define("check-compare", CheckCompare);
customElements.define("check-plan", CheckPlan);
customElements.define("check-print", CheckPrint);
customElements.define("check-progress", CheckProgress);
customElements.define("check-continue", CheckContinue);
customElements.define("downtime-cost", DowntimeCost);
explainTerms();
openForPrint();
openTarget();
openSearch();
keepOffline();
