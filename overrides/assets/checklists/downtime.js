// The calculator of what a stop costs, in one file after the build; fetched when it is near.

import { begin as beginAt } from "./page/stop-cost.js";

export const begin = beginAt;
