// A list's files with the reader's answers in them, in one file after the build.

import { worded } from "./elements/worded.js";
import { CheckFiles } from "./files/check-files.js";

const words = worded(new URL("../ord/check-files.json", import.meta.url));

CheckFiles.files = (t) => words(t, import("./list-files.js"));

export const elements = { "check-files": CheckFiles };
