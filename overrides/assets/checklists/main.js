// The one entry: defines the elements. They follow Material's instant navigation by themselves.

import { CheckFilter } from "./check-filter.js";
import { CheckList } from "./check-list.js";
import { CheckProgress } from "./check-progress.js";
import { openForPrint, openTarget } from "./page.js";

customElements.define("check-filter", CheckFilter);
customElements.define("check-list", CheckList);
customElements.define("check-progress", CheckProgress);
openForPrint();
openTarget();
