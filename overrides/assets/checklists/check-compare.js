// The page where answers are compared, in one file after the build.

import { CheckCompare } from "./documents/check-compare.js";
import { Shown } from "./documents/shown.js";
import { worded } from "./elements/worded.js";

const words = worded(new URL("../ord/check-compare.json", import.meta.url));

CheckCompare.files = (t) => words(t, import("./compare-files.js"));
Shown.opening = () => import("./opened-example.js");

export const elements = { "check-compare": CheckCompare };
