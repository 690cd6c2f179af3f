// The choice of language, in one file after the build; fetched when there is one.

import { stayInLanguage } from "./page/language.js";

export const stay = stayInLanguage;
