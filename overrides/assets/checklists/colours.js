// The reader's choice of colours, in one file after the build; fetched when there is one to follow.

import { followColours } from "./page/recolour.js";

export const follow = followColours;
