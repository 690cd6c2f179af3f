// «Min plan», in one file after the build.

import { CheckPlan } from "./plan/check-plan.js";

CheckPlan.files = () => import("./list-files.js");
CheckPlan.status = () => import("./status-files.js");

export const elements = { "check-plan": CheckPlan };
