// A framework's page, in one file after the build: which of its points the answers meet.

import { CheckFramework } from "./plan/check-framework.js";

export const elements = { "check-framework": CheckFramework };
