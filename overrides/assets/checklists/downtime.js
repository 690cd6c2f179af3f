// The calculator of what a stop costs, in one file after the build.

import { DowntimeCost } from "./page/downtime-cost.js";

export const elements = { "downtime-cost": DowntimeCost };
