// What opens the worked example, in one file after the build; fetched when it is asked for.

import { closeExample as close, openExample as open } from "./documents/opened-example.js";

export const openExample = open;
export const closeExample = close;
