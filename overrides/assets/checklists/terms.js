// Explanations of terms, fetched when the first is touched. Joined with what it needs by the build.

import { explain as explainTerm } from "./page/terms.js";

export const explain = explainTerm;
