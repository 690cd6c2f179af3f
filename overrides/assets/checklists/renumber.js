// The reader's numbers in a page's texts, in one file after the build; fetched when she has some.

import { renumber as put } from "./lists/renumbered.js";

export const renumber = put;
