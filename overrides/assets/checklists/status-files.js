// A status to the board, in one file after the build; fetched when asked for.

import { WORD as type } from "./formats/types.js";
import { logoOf as logo } from "./elements/logo.js";
import { printed as print } from "./elements/printed.js";
import { statusOf as status } from "./plan/status.js";
import { plain as text, sheet as page, word as file } from "./plan/status-out.js";
import { report as words } from "./plan/status-words.js";

export const WORD = type;
export const logoOf = logo;
export const printed = print;
export const statusOf = status;
export const report = words;
export const plain = text;
export const sheet = page;
export const word = file;
