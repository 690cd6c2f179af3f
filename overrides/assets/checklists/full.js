// What a full field says, in one file after the build; fetched when one is full.

import { tellFull } from "./page/full.js";

export const tell = tellFull;
