// Copying the page as text, in one file after the build; fetched when it is asked for.

import { copyPage } from "./page/copy-page.js";

export const copy = copyPage;
