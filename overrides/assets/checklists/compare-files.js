// The files and the sheet of an evaluation, in one file after the build; fetched when asked for.

import { made as file } from "./documents/decision-files.js";
import { printed as print, sheet as decision } from "./documents/sheet.js";

export const made = file;
export const printed = print;
export const sheet = decision;
