// The files of a requirements document, in one file after the build; fetched when one is asked for.

import { exported as made } from "./documents/exported.js";

export const exported = made;
