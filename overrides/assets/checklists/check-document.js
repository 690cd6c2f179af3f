// The page where a requirements document is made, in one file after the build.

import { CheckDocument } from "./documents/check-document.js";

CheckDocument.files = () => import("./document-files.js");

export const elements = { "check-document": CheckDocument };
