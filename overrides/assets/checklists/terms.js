// Explanations of terms, fetched where there are any. Joined with what it needs by the build.

import { explainTerms } from "./page/terms.js";

explainTerms();
