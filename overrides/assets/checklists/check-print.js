// How a page is printed, fetched when its fold is first opened. Joined with what it needs by the
// build.

import { CheckPrint } from "./page/check-print.js";

export const elements = { "check-print": CheckPrint };
