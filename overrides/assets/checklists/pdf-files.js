// What reads and writes the fields of a PDF, in one file after the build; fetched when one is
// opened or asked for.

import { intoPdf as write } from "./files/fill-pdf.js";
import { fromPdf as read } from "./files/from-pdf.js";

export const fromPdf = read;
export const intoPdf = write;
