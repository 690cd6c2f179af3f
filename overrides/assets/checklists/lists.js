// What a page of the guide needs for its lists, in one file after the build.

import { CheckContinue } from "./check-continue.js";
import { CheckFilter } from "./check-filter.js";
import { CheckList } from "./check-list.js";
import { CheckProgress } from "./check-progress.js";
import { DowntimeCost } from "./downtime-cost.js";

export const lists = { CheckContinue, CheckFilter, CheckList, CheckProgress, DowntimeCost };
