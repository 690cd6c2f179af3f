// What fills in the files of lists and reads them back, in one file after the build; fetched when
// one is asked for or opened.

import { filled as filledIn } from "./files/fill.js";
import { opened as read } from "./files/opened.js";

export const filled = filledIn;
export const opened = read;
