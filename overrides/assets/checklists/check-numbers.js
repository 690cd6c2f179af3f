// «Tallene deres», in one file after the build; fetched where it stands.

import { CheckNumbers } from "./lists/check-numbers.js";

export const elements = { "check-numbers": CheckNumbers };
