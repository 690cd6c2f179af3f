// What narrows a page of many lists or facts, in one file after the build.

import { CheckFilter } from "./lists/check-filter.js";

export const elements = { "check-filter": CheckFilter };
