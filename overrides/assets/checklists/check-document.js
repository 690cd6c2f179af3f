// The page where a requirements document is made, in one file after the build.

import { CheckDocument } from "./documents/check-document.js";
import { Shown } from "./documents/shown.js";
import { worded } from "./elements/worded.js";

const words = worded(new URL("../ord/check-document.json", import.meta.url));

CheckDocument.files = (t) => words(t, import("./document-files.js"));
Shown.opening = () => import("./opened-example.js");

export const elements = { "check-document": CheckDocument };
