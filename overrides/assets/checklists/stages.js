// How far the documents are, in one file after the build; fetched where there are any.

import { stages as read } from "./documents/stage.js";

export const stages = read;
