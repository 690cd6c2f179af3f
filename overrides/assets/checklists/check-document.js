// The page where a requirements document is made, in one file after the build.

import { CheckDocument } from "./documents/check-document.js";

export const elements = { "check-document": CheckDocument };
