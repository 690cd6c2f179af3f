// The page where answers are compared, in one file after the build.

import { CheckCompare } from "./documents/check-compare.js";
import { Shown } from "./documents/shown.js";

CheckCompare.files = () => import("./compare-files.js");
Shown.opening = () => import("./opened-example.js");

export const elements = { "check-compare": CheckCompare };
