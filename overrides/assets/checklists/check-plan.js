// «Min plan», in one file after the build.

import { worded } from "./elements/worded.js";
import { CheckPlan } from "./plan/check-plan.js";

const words = worded(new URL("../ord/check-plan.json", import.meta.url));

CheckPlan.files = (t) => words(t, import("./list-files.js"));
CheckPlan.status = (t) => words(t, import("./status-files.js"));

export const elements = { "check-plan": CheckPlan };
