// The files and the sheet of an evaluation, in one file after the build; fetched when asked for.

import { made as file } from "./documents/decision-files.js";
import { logSheet as log } from "./documents/log-sheet.js";
import { sheet as decision } from "./documents/sheet.js";
import { logoOf as logo } from "./elements/logo.js";
import { printed as print } from "./elements/printed.js";

export const logSheet = log;
export const made = file;
export const logoOf = logo;
export const printed = print;
export const sheet = decision;
