// A supplier's answer as a workbook, in one file after the build; fetched when asked for.

import { book as made } from "./documents/answer-book.js";

export const book = made;
