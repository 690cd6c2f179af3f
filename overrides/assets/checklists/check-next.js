// The front page: the questions, what comes next and how far the reader is, in one file after the
// build.

import { CheckContinue } from "./lists/check-continue.js";
import { CheckStart } from "./lists/check-start.js";

export const elements = { "check-continue": CheckContinue, "check-start": CheckStart };
