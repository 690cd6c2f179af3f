// What reads the fields of a PDF, in one file after the build; fetched when one is opened.

import { fromPdf as read } from "./files/from-pdf.js";

export const fromPdf = read;
