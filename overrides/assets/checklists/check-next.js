// The front page: the questions, what comes next and how far the reader is, in one file after the
// build.

import { CheckContinue } from "./lists/check-continue.js";
import { CheckNext } from "./lists/check-next.js";
import { CheckOverview } from "./lists/check-overview.js";
import { CheckProgress } from "./lists/check-progress.js";
import { CheckStart } from "./lists/check-start.js";

CheckNext.reading = () => import("./stages.js");

export const elements = {
  "check-continue": CheckContinue,
  "check-next": CheckNext,
  "check-overview": CheckOverview,
  "check-progress": CheckProgress,
  "check-start": CheckStart,
};
