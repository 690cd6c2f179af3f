// What a page of the guide needs for its lists, in one file after the build.

import { CheckAsk } from "./lists/check-ask.js";
import { CheckFit } from "./lists/check-fit.js";
import { CheckFilter } from "./lists/check-filter.js";
import { CheckList } from "./lists/check-list.js";

export const elements = {
  "check-ask": CheckAsk,
  "check-filter": CheckFilter,
  "check-fit": CheckFit,
  "check-list": CheckList,
};
