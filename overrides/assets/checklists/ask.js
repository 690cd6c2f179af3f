// The questions that are asked beside a list, in one file after the build.

import { CheckAsk } from "./lists/check-ask.js";

export const elements = { "check-ask": CheckAsk };
