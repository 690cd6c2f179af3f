// The page where a requirements document is made, in one file after the build.

import { CheckDocument } from "./documents/check-document.js";
import { Shown } from "./documents/shown.js";

CheckDocument.files = () => import("./document-files.js");
Shown.opening = () => import("./opened-example.js");

export const elements = { "check-document": CheckDocument };
