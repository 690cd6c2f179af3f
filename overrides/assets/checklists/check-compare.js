// The page where answers are compared, in one file after the build.

import { CheckCompare } from "./documents/check-compare.js";

CheckCompare.files = () => import("./compare-files.js");

export const elements = { "check-compare": CheckCompare };
