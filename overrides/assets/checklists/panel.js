// What the reader writes about an item, in one file after the build; fetched when one is opened.

import { follow, leave, shut } from "./lists/unfolded.js";

export const folds = { follow, leave, shut };
